package org.carebench.jobs.platform.youtube;

import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.platform.PlatformSettings;

/**
 * Where YouTube is read.
 *
 * @param baseUrl address of the API up to its version, without a slash at the end
 */
record YouTubeProperties(String baseUrl) {

    private static final String BASE_URL = "https://www.googleapis.com/youtube/v3";

    /**
     * Takes what a profile says.
     *
     * @throws ConfigurationException where it sets something that YouTube does not know
     */
    static YouTubeProperties of(PlatformSettings settings) {
        if (!settings.settings().isEmpty()) {
            throw new ConfigurationException("Cannot read youtube: its setting '"
                    + settings.settings().keySet().stream().sorted().findFirst().orElseThrow()
                    + "' is not known. YouTube has no settings of its own; remove it.");
        }
        return new YouTubeProperties(settings.baseUrlOr(BASE_URL).toString().replaceAll("/+$", ""));
    }
}
