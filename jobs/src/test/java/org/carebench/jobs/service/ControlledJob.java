package org.carebench.jobs.service;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.carebench.jobs.run.CurrentExecution;
import org.carebench.jobs.run.NightJob;
import org.carebench.jobs.run.Probe;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A job {@code controlled} that runs until the test lets its business date end, or it is stopped. */
@Configuration(proxyBeanMethods = false)
class ControlledJob {

    private static final Map<String, CountDownLatch> ENDS = new ConcurrentHashMap<>();

    /** Lets the executions of a business date end. */
    static void end(String businessDate) {
        latch(businessDate).countDown();
    }

    private static CountDownLatch latch(String businessDate) {
        return ENDS.computeIfAbsent(businessDate, date -> new CountDownLatch(1));
    }

    @Bean
    NightJob controlledNightJob(CurrentExecution current) {
        return new Probe(
                "controlled",
                claim -> Probe.untilOpen(
                                "controlled",
                                current,
                                latch(claim.execution().work().businessDate().toString()))
                        .run(claim));
    }
}
