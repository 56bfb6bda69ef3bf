package org.carebench.jobs;

import org.carebench.jobs.config.CarebenchProperties;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The application that holds the jobs; the command line starts it when a command needs it. */
@SpringBootApplication
@EnableConfigurationProperties(CarebenchProperties.class)
public class JobsApplication {}
