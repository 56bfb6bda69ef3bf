package org.carebench.jobs.platform.x;

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

/** Makes the connector to X. */
@Component
class XConnectorFactory implements ConnectorFactory {

    @Override
    public String platform() {
        return XConnector.PLATFORM;
    }

    @Override
    public Connector connector(
            PlatformSettings settings, Credentials credentials, BiFunction<ApiRules, Authorizer, ApiClient> client) {
        XProperties properties = XProperties.of(settings);
        ApiClient http = client.apply(new XRules(), BearerTokens.authorization(credentials));
        return new XConnector(new XClient(http, settings.baseUrlOr("https://api.x.com"), properties), properties);
    }
}
