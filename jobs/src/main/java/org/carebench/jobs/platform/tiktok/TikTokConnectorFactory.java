package org.carebench.jobs.platform.tiktok;

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

/** Makes the connector to TikTok, for the API that the profile names. */
@Component
class TikTokConnectorFactory implements ConnectorFactory {

    @Override
    public String platform() {
        return TikTokConnector.PLATFORM;
    }

    @Override
    public Connector connector(
            PlatformSettings settings, Credentials credentials, BiFunction<ApiRules, Authorizer, ApiClient> client) {
        return switch (TikTokProperties.of(settings).api()) {
            case BUSINESS ->
                new BusinessConnector(new BusinessClient(
                        client.apply(new BusinessRules(), BearerTokens.header(credentials, "Access-Token")),
                        settings.baseUrlOr("https://business-api.tiktok.com")));
            case DISPLAY ->
                new DisplayConnector(new DisplayClient(
                        client.apply(new DisplayRules(), BearerTokens.authorization(credentials)),
                        settings.baseUrlOr("https://open.tiktokapis.com")));
        };
    }
}
