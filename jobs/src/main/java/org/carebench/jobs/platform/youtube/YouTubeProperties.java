package org.carebench.jobs.platform.youtube;

import java.net.URI;
import org.carebench.jobs.platform.PlatformSettings;

/**
 * Where YouTube is read.
 *
 * @param baseUrl address of the API up to its version
 */
record YouTubeProperties(URI baseUrl) {

    private static final String BASE_URL = "https://www.googleapis.com/youtube/v3";

    /**
     * Takes what a profile says.
     *
     * @throws org.carebench.jobs.config.ConfigurationException where it sets something that YouTube does not know
     */
    static YouTubeProperties of(PlatformSettings settings) {
        settings.requireOnly(YouTubeConnector.PLATFORM);
        return new YouTubeProperties(settings.baseUrlOr(BASE_URL));
    }
}
