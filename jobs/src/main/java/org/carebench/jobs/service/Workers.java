package org.carebench.jobs.service;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.run.Claim;
import org.carebench.jobs.run.ClaimedRuns;
import org.carebench.jobs.run.Launches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The threads that run executions: so many at once, and so many that wait. When the service ends, what runs is asked to stop and
 * is left to the next process; when it begins, and every few seconds after, it takes up what others left.
 */
@Component
class Workers implements SmartLifecycle, Launches.Admission {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Launches launches;
    private final ClaimedRuns runs;
    private final ExecutionMeters meters;
    private final ApplicationEventPublisher events;
    private final Duration grace;
    private final Semaphore places;
    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(daemon("takes-up"));
    private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private volatile boolean isRunning;
    private volatile boolean isDraining;

    Workers(
            Launches launches,
            ClaimedRuns runs,
            ExecutionMeters meters,
            ApplicationEventPublisher events,
            CarebenchProperties properties) {
        CarebenchProperties.Serving serving = properties.service();
        this.launches = launches;
        this.runs = runs;
        this.meters = meters;
        this.events = events;
        this.grace = serving.grace();
        this.places = new Semaphore(serving.running() + serving.waiting());
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                serving.running(), serving.running(), 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "execution-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        meters.watch(threads);
    }

    /** An execution that waits for a thread. */
    private final class Waiting implements Runnable {

        private final Claim claim;

        private Waiting(Claim claim) {
            this.claim = claim;
        }

        @Override
        public void run() {
            waiting.remove(claim.execution().id(), this);
            try {
                meters.time(claim.execution().work().job(), () -> launches.perform(claim));
            } catch (RuntimeException e) {
                LOG.info("Execution {} ended without success", claim.execution().id(), e);
            } finally {
                giveBack();
            }
        }
    }

    /** Whether the service is about to end and takes nothing on. */
    boolean isDraining() {
        return isDraining;
    }

    @Override
    public boolean tryAdmit() {
        return !isDraining && places.tryAcquire();
    }

    @Override
    public void giveBack() {
        places.release();
    }

    /** Runs an execution that was admitted, now or as soon as there is a thread. */
    void submit(Claim claim) {
        Waiting work = new Waiting(claim);
        waiting.put(claim.execution().id(), work);
        threads.execute(work);
    }

    /** Ends an execution that waits; one that runs sees by itself that it is to stop. */
    void cancel(long executionId, String reason) {
        Waiting work = waiting.get(executionId);
        if (work != null && threads.remove(work)) {
            waiting.remove(executionId, work);
            try {
                launches.cancel(work.claim, reason);
            } finally {
                giveBack();
            }
        }
    }

    @Override
    public void start() {
        isRunning = true;
        var unused = looks.scheduleWithFixedDelay(this::takeUpDead, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void takeUpDead() {
        try {
            if (!isDraining) {
                launches.takeUpDead(this).forEach(this::submit);
            }
        } catch (RuntimeException e) {
            LOG.warn("Cannot look for executions whose process died: {}", e.getMessage());
        }
    }

    /** Takes nothing on any more, asks what runs to stop, and waits until it has, but not longer than the grace. */
    @Override
    public void stop() {
        isDraining = true;
        AvailabilityChangeEvent.publish(events, this, ReadinessState.REFUSING_TRAFFIC);
        looks.shutdownNow();
        runs.leaveAll("the job service is shut down");
        threads.shutdown();
        try {
            if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} executions did not stop within {}; they are taken up later", runs.number(), grace);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        isRunning = false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /** Stops first, so that callers can still see how their executions end. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private static java.util.concurrent.ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
