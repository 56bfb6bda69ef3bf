package org.carebench.jobs.platform.bluesky;

import java.util.function.BiFunction;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRules;
import org.carebench.jobs.platform.Authorizer;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.ConnectorFactory;
import org.carebench.jobs.platform.Credentials;
import org.carebench.jobs.platform.PlatformSettings;
import org.springframework.stereotype.Component;

/** Makes connectors for Bluesky. */
@Component
final class BlueskyConnectorFactory implements ConnectorFactory {

    @Override
    public String platform() {
        return BlueskyConnector.PLATFORM;
    }

    @Override
    public Connector connector(
            PlatformSettings settings, Credentials credentials, BiFunction<ApiRules, Authorizer, ApiClient> client) {
        BlueskyProperties properties = BlueskyProperties.of(settings);
        BlueskyRules rules = new BlueskyRules();
        BlueskySessions sessions =
                new BlueskySessions(client.apply(rules, Authorizer.NONE), credentials, properties.service());
        return new BlueskyConnector(
                new BlueskyClient(client.apply(rules, sessions), properties.appView(), sessions), sessions);
    }
}
