package org.carebench.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Keeps what only the job service needs out of commands, so that they start as quickly as without it. */
public final class CommandConfiguration implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final List<String> OF_SERVICE = List.of(
            "org.springframework.boot.actuate.",
            "org.springframework.boot.health.",
            "org.springframework.boot.http.",
            "org.springframework.boot.jackson.",
            "org.springframework.boot.micrometer.",
            "org.springframework.boot.security.",
            "org.springframework.boot.servlet.",
            "org.springframework.boot.tomcat.",
            "org.springframework.boot.web.",
            "org.springframework.boot.webmvc.");

    private boolean isCommand;

    @Override
    public void setEnvironment(Environment environment) {
        isCommand = "none".equals(environment.getProperty("spring.main.web-application-type"));
    }

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[configurations.length];
        for (int i = 0; i < configurations.length; i++) {
            String name = configurations[i];
            matches[i] = !isCommand || name == null || OF_SERVICE.stream().noneMatch(name::startsWith);
        }
        return matches;
    }
}
