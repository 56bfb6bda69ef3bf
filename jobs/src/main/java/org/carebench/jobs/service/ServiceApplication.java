package org.carebench.jobs.service;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** What the job service adds to the application of the commands. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ServiceApplication {}
