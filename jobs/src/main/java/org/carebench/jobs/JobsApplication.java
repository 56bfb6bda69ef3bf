package org.carebench.jobs;

import org.carebench.jobs.config.CarebenchProperties;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** The application that holds the jobs; the command line starts it when a command needs it. The job service adds to it. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(excludeFilters = @Filter(type = FilterType.REGEX, pattern = "org\\.carebench\\.jobs\\.service\\..*"))
@EnableConfigurationProperties(CarebenchProperties.class)
public class JobsApplication {}
