package org.carebench.jobs.platform.google;

import java.net.URI;
import org.carebench.jobs.platform.OwnSettings;
import org.carebench.jobs.platform.PlatformSettings;
import org.jspecify.annotations.Nullable;

/**
 * Where Google is read.
 *
 * @param businessUrl address of the reviews API up to its version: the platform's base URL
 * @param placesUrl address of Places up to its version: setting {@code places-url}
 * @param tokenUrl where a refresh token becomes an access token: setting {@code token-url}
 */
record GoogleProperties(URI businessUrl, URI placesUrl, URI tokenUrl) {

    private static final String PLACES_URL = "places-url";
    private static final String TOKEN_URL = "token-url";

    /**
     * Takes what a profile says.
     *
     * @throws org.carebench.jobs.config.ConfigurationException where it sets something that Google does not know, an
     *     address that is none, or the base URL alone: keys of another server must not go to Google's own
     */
    static GoogleProperties of(PlatformSettings settings) {
        OwnSettings own = OwnSettings.of(GoogleConnector.PLATFORM, settings, PLACES_URL, TOKEN_URL);
        boolean isGooglesOwn = settings.baseUrl() == null;
        return new GoogleProperties(
                settings.baseUrlOr("https://mybusiness.googleapis.com/v4"),
                address(own, PLACES_URL, isGooglesOwn ? "https://places.googleapis.com/v1" : null),
                address(own, TOKEN_URL, isGooglesOwn ? "https://oauth2.googleapis.com/token" : null));
    }

    private static URI address(OwnSettings own, String name, @Nullable String otherwise) {
        String value = own.text(name, otherwise == null ? "" : otherwise);
        if (!value.matches("https?://[A-Za-z0-9.\\[\\]:-]+(/[A-Za-z0-9._~/-]*)?")) {
            throw own.unusable(name, value, "an http address without parameters, and be set where base-url is");
        }
        return URI.create(value);
    }
}
