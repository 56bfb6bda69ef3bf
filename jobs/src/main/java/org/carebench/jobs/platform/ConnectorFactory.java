package org.carebench.jobs.platform;

import java.util.function.BiFunction;

/** Makes the connector of a platform. A Spring component per platform: adding it is all that registers a platform. */
public interface ConnectorFactory {

    /** Name of the platform in profiles, rosters and the lake. */
    String platform();

    /**
     * Makes a connector for one run.
     *
     * @param settings the platform's block of the profile
     * @param credentials where credentials are found
     * @param client makes the client that sends the requests, given the platform's rules and its way to authorize
     * @throws org.carebench.jobs.config.ConfigurationException where a setting cannot be used
     */
    Connector connector(
            PlatformSettings settings, Credentials credentials, BiFunction<ApiRules, Authorizer, ApiClient> client);
}
