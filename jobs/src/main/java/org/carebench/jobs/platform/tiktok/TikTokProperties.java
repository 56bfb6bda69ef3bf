package org.carebench.jobs.platform.tiktok;

import java.util.List;
import java.util.Locale;
import org.carebench.jobs.platform.OwnSettings;
import org.carebench.jobs.platform.PlatformSettings;

/**
 * What only TikTok knows.
 *
 * @param api through which accounts are read
 */
record TikTokProperties(Api api) {

    private static final String API = "api";

    /** The ways to read an own account. */
    enum Api {
        BUSINESS,
        DISPLAY
    }

    static TikTokProperties of(PlatformSettings settings) {
        OwnSettings own = OwnSettings.of(TikTokConnector.PLATFORM, settings, API);
        String name = own.choice(API, List.of("business", "display"));
        return new TikTokProperties(Api.valueOf(name.toUpperCase(Locale.ROOT)));
    }
}
