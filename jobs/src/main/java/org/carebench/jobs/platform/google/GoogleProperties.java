package org.carebench.jobs.platform.google;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.platform.PlatformSettings;

/**
 * Where Google is read. Addresses end without a slash.
 *
 * @param businessUrl address of the reviews API up to its version: the platform's base URL
 * @param placesUrl address of Places up to its version: setting {@code places-url}
 * @param tokenUrl where a refresh token becomes an access token: setting {@code token-url}
 */
record GoogleProperties(String businessUrl, String placesUrl, URI tokenUrl) {

    private static final String PLACES_URL = "places-url";
    private static final String TOKEN_URL = "token-url";
    private static final Set<String> KNOWN = Set.of(PLACES_URL, TOKEN_URL);

    /**
     * Takes what a profile says.
     *
     * @throws ConfigurationException where it sets something that Google does not know, or an address that is none
     */
    static GoogleProperties of(PlatformSettings settings) {
        Set<String> unknown = new TreeSet<>(settings.settings().keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new ConfigurationException("Cannot read google: its settings " + unknown
                    + " are not known. Known are " + new TreeSet<>(KNOWN) + ".");
        }
        return new GoogleProperties(
                withoutSlash(settings.baseUrlOr("https://mybusiness.googleapis.com/v4")),
                withoutSlash(address(settings, PLACES_URL, "https://places.googleapis.com/v1")),
                address(settings, TOKEN_URL, "https://oauth2.googleapis.com/token"));
    }

    private static URI address(PlatformSettings settings, String name, String otherwise) {
        String value = settings.setting(name, otherwise);
        if (!value.matches("https?://[^\\s?#]+")) {
            throw new ConfigurationException("Cannot read google: its setting '" + name
                    + "' is no address that begins with http:// or https://. Write one without parameters.");
        }
        return URI.create(value);
    }

    private static String withoutSlash(URI address) {
        return address.toString().replaceAll("/+$", "");
    }
}
