package org.carebench.jobs.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.stereotype.Component;

/** Counts and times executions for monitoring. */
@Component
class ExecutionMeters {

    private static final String EXECUTION = "carebench.execution";

    private final MeterRegistry registry;

    ExecutionMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows how many executions run and wait. */
    void watch(ThreadPoolExecutor threads) {
        Gauge.builder("carebench.executions.running", threads, ThreadPoolExecutor::getActiveCount)
                .description("Executions that run in this process")
                .register(registry);
        Gauge.builder(
                        "carebench.executions.waiting",
                        threads,
                        pool -> pool.getQueue().size())
                .description("Executions that wait for a thread")
                .register(registry);
    }

    /** Does work of a job and times it, by how it ends. */
    void time(String job, Runnable work) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "failure";
        try {
            work.run();
            outcome = "success";
        } finally {
            sample.stop(Timer.builder(EXECUTION)
                    .description("Time that executions took, by how they ended")
                    .tag("job", job)
                    .tag("outcome", outcome)
                    .register(registry));
        }
    }

    /** Counts how a request to start was answered. */
    void countStart(String job, String decision) {
        registry.counter("carebench.starts", "job", job, "decision", decision).increment();
    }
}
