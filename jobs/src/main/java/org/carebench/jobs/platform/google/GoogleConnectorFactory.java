package org.carebench.jobs.platform.google;

import java.util.function.BiFunction;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRules;
import org.carebench.jobs.platform.Authorizer;
import org.carebench.jobs.platform.BearerTokens;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.ConnectorFactory;
import org.carebench.jobs.platform.Credentials;
import org.carebench.jobs.platform.OAuthRules;
import org.carebench.jobs.platform.OAuthTokens;
import org.carebench.jobs.platform.PlatformSettings;
import org.springframework.stereotype.Component;

/**
 * Registers Google. The same credential may serve both APIs: {@code token} is the key of Places, and {@code refresh_token}
 * with {@code client_id} and {@code client_secret} opens Business Profile.
 */
@Component
final class GoogleConnectorFactory implements ConnectorFactory {

    @Override
    public String platform() {
        return GoogleConnector.PLATFORM;
    }

    @Override
    public Connector connector(
            PlatformSettings settings, Credentials credentials, BiFunction<ApiRules, Authorizer, ApiClient> client) {
        GoogleProperties properties = GoogleProperties.of(settings);
        GoogleRules rules = new GoogleRules();
        ApiClient tokens = client.apply(new OAuthRules(), Authorizer.NONE);
        ApiClient business = client.apply(rules, new OAuthTokens(credentials, tokens, properties.tokenUrl()));
        ApiClient places = client.apply(rules, BearerTokens.header(credentials, "X-Goog-Api-Key"));
        return new GoogleConnector(new GoogleClient(business, places, properties));
    }
}
