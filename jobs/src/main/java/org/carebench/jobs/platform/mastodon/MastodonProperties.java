package org.carebench.jobs.platform.mastodon;

import java.net.URI;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.platform.PlatformSettings;

/**
 * Where Mastodon servers are reached.
 *
 * @param serverUrl address of a server; <code>{server}</code> stands for its name
 */
record MastodonProperties(String serverUrl) {

    private static final String SERVER_URL = "server-url";
    private static final String SERVER = "{server}";
    private static final String PUBLIC = "https://" + SERVER;

    static MastodonProperties of(PlatformSettings settings) {
        settings.requireOnly(MastodonConnector.PLATFORM, SERVER_URL);
        String serverUrl = settings.setting(
                SERVER_URL,
                settings.baseUrl() == null ? PUBLIC : settings.baseUrl().toString());
        if (!serverUrl.replace(SERVER, "a.example").matches("https?://[A-Za-z0-9.\\[\\]:-]+(/[A-Za-z0-9._~/-]*)?")) {
            throw new ConfigurationException("Cannot use " + SERVER_URL + " of platform " + MastodonConnector.PLATFORM
                    + ": it is no http address. Write it like " + PUBLIC + ".");
        }
        return new MastodonProperties(serverUrl);
    }

    URI address(String server) {
        return URI.create(serverUrl.replace(SERVER, server));
    }
}
