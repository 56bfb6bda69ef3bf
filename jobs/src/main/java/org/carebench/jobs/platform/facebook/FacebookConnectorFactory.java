package org.carebench.jobs.platform.facebook;

import java.util.function.BiFunction;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRules;
import org.carebench.jobs.platform.Authorizer;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.ConnectorFactory;
import org.carebench.jobs.platform.Credentials;
import org.carebench.jobs.platform.PlatformSettings;
import org.carebench.jobs.platform.graph.GraphApi;
import org.carebench.jobs.platform.graph.GraphRules;
import org.carebench.jobs.platform.graph.GraphTokens;
import org.springframework.stereotype.Component;

/** Makes connectors to Facebook. */
@Component
final class FacebookConnectorFactory implements ConnectorFactory {

    @Override
    public String platform() {
        return FacebookConnector.PLATFORM;
    }

    @Override
    public Connector connector(
            PlatformSettings settings, Credentials credentials, BiFunction<ApiRules, Authorizer, ApiClient> client) {
        FacebookProperties properties = FacebookProperties.of(settings);
        GraphApi api = new GraphApi(client.apply(new GraphRules(), new GraphTokens(credentials)), properties.graph());
        return new FacebookConnector(new FacebookClient(api), new FacebookMapper());
    }
}
