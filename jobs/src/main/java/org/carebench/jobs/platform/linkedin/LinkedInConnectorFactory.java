package org.carebench.jobs.platform.linkedin;

import java.util.function.BiFunction;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRules;
import org.carebench.jobs.platform.Authorizer;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.ConnectorFactory;
import org.carebench.jobs.platform.Credentials;
import org.carebench.jobs.platform.OAuthRules;
import org.carebench.jobs.platform.OAuthTokens;
import org.carebench.jobs.platform.PlatformSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the connector to LinkedIn. */
@Component
class LinkedInConnectorFactory implements ConnectorFactory {

    private static final Logger LOG = LoggerFactory.getLogger(LinkedInConnectorFactory.class);

    @Override
    public String platform() {
        return LinkedInConnector.PLATFORM;
    }

    @Override
    public Connector connector(
            PlatformSettings settings, Credentials credentials, BiFunction<ApiRules, Authorizer, ApiClient> client) {
        LinkedInProperties properties = LinkedInProperties.of(settings);
        OAuthTokens tokens = new OAuthTokens(
                credentials, client.apply(new OAuthRules(), Authorizer.NONE), properties.tokenAddress());
        return new LinkedInConnector(new LinkedInClient(
                client.apply(new LinkedInRules(), tokens),
                settings.baseUrlOr("https://api.linkedin.com"),
                properties.version(),
                LOG::warn));
    }
}
