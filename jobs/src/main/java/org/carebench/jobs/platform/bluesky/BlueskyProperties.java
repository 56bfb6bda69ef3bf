package org.carebench.jobs.platform.bluesky;

import java.net.URI;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.platform.PlatformSettings;

/**
 * Where Bluesky is read.
 *
 * @param appView answers public questions without a token
 * @param service where the accounts of credentials log in, unless a credential names its own
 */
record BlueskyProperties(URI appView, URI service) {

    static final String SERVICE = "service";

    private static final String PUBLIC_APP_VIEW = "https://public.api.bsky.app";
    private static final String PUBLIC_SERVICE = "https://bsky.social";

    static BlueskyProperties of(PlatformSettings settings) {
        settings.requireOnly(BlueskyConnector.PLATFORM, SERVICE);
        URI appView = settings.baseUrlOr(PUBLIC_APP_VIEW);
        // A password never goes to the public service by default where another network is read.
        String service = settings.setting(SERVICE, settings.baseUrl() == null ? PUBLIC_SERVICE : appView.toString());
        return new BlueskyProperties(appView, service(service));
    }

    /** The address of a server that keeps accounts. */
    static URI service(String address) {
        if (!address.matches("https?://[A-Za-z0-9.\\[\\]:-]+(/[A-Za-z0-9._~/-]*)?")) {
            throw new ConfigurationException("Cannot use the service of platform " + BlueskyConnector.PLATFORM
                    + ": it is no http address. Write it like " + PUBLIC_SERVICE + ".");
        }
        return URI.create(address);
    }
}
