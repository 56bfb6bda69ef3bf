package org.carebench.jobs.platform.youtube;

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

/** Registers YouTube. Its key goes into a header: addresses end up in logs. */
@Component
final class YouTubeConnectorFactory implements ConnectorFactory {

    @Override
    public String platform() {
        return YouTubeConnector.PLATFORM;
    }

    @Override
    public Connector connector(
            PlatformSettings settings, Credentials credentials, BiFunction<ApiRules, Authorizer, ApiClient> client) {
        YouTubeProperties properties = YouTubeProperties.of(settings);
        ApiClient sender = client.apply(new YouTubeRules(), BearerTokens.header(credentials, "X-Goog-Api-Key"));
        return new YouTubeConnector(new YouTubeClient(sender, properties));
    }
}
