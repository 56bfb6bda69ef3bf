package org.carebench.jobs.run;

import java.time.Clock;
import org.carebench.contract.lake.LakePaths;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.config.CodeVersion;
import org.carebench.jobs.config.DefinitionFiles;
import org.carebench.jobs.config.Definitions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every job shares. */
@Configuration(proxyBeanMethods = false)
class RunConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    LakePaths lakePaths(CarebenchProperties properties) {
        return new LakePaths(properties.lake());
    }

    @Bean
    Definitions definitions(CarebenchProperties properties) {
        return new DefinitionFiles().read(properties.configFolder());
    }

    @Bean
    CodeVersion codeVersion() {
        String version = RunConfiguration.class.getPackage().getImplementationVersion();
        return new CodeVersion(version == null ? "development" : version);
    }

    @Bean
    Progress progress(CurrentExecution current) {
        return new ExecutionProgress(
                Boolean.getBoolean("carebench.terminal")
                        ? new TerminalProgress(System.out)
                        : new LineProgress(System.out),
                current);
    }
}
