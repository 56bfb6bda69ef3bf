package org.carebench.jobs.platform.linkedin;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.carebench.jobs.platform.OwnSettings;
import org.carebench.jobs.platform.PlatformSettings;

/**
 * What only LinkedIn knows.
 *
 * @param version that every request names
 * @param tokenAddress where access tokens are renewed
 */
record LinkedInProperties(ApiVersion version, URI tokenAddress) {

    private static final String VERSION = "version";
    private static final String SUNSET = "version-sunset";
    private static final String TOKEN_URL = "token-url";

    private static final String CURRENT = "202607";
    private static final String TOKENS = "https://www.linkedin.com/oauth/v2/accessToken";

    static LinkedInProperties of(PlatformSettings settings) {
        OwnSettings own = OwnSettings.of(LinkedInConnector.PLATFORM, settings, VERSION, SUNSET, TOKEN_URL);
        ApiVersion usual = version(own, own.text(VERSION, CURRENT));
        String sunset = own.text(SUNSET, usual.sunset().toString());
        return new LinkedInProperties(
                new ApiVersion(usual.name(), day(own, sunset)), URI.create(own.text(TOKEN_URL, TOKENS)));
    }

    private static ApiVersion version(OwnSettings own, String name) {
        try {
            return ApiVersion.of(name);
        } catch (DateTimeException e) {
            throw own.unusable(VERSION, name, "a year and month such as " + CURRENT);
        }
    }

    private static LocalDate day(OwnSettings own, String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw own.unusable(SUNSET, day, "a day such as 2027-07-17");
        }
    }
}
