package org.carebench.jobs.platform.mastodon;

import java.util.function.BiFunction;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRules;
import org.carebench.jobs.platform.Authorizer;
import org.carebench.jobs.platform.BearerTokens;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.ConnectorFactory;
import org.carebench.jobs.platform.Credentials;
import org.carebench.jobs.platform.PlatformSettings;
import org.springframework.stereotype.Component;

/** Makes connectors for Mastodon. */
@Component
final class MastodonConnectorFactory implements ConnectorFactory {

    @Override
    public String platform() {
        return MastodonConnector.PLATFORM;
    }

    @Override
    public Connector connector(
            PlatformSettings settings, Credentials credentials, BiFunction<ApiRules, Authorizer, ApiClient> client) {
        MastodonClient mastodon = new MastodonClient(
                client.apply(new MastodonRules(false), Authorizer.NONE),
                client.apply(new MastodonRules(true), BearerTokens.authorization(credentials)),
                MastodonProperties.of(settings));
        return new MastodonConnector(mastodon, credentials);
    }
}
