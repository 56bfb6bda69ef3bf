package org.carebench.jobs.service;

import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.carebench.jobs.run.Execution;
import org.carebench.jobs.run.Executions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/** Callers that wait until an execution is over. They hold no thread: one thread looks for all of them. */
@Component
class LongPolls implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LongPolls.class);

    private static final long LOOK_MILLIS = 250;

    /** The framework gives up later than we do. */
    private static final Duration SPARE = Duration.ofSeconds(30);

    private final Executions executions;
    private final ExecutionResources resources;
    private final Workers workers;
    private final Collection<Waiter> waiters = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "long-polls");
        thread.setDaemon(true);
        return thread;
    });

    LongPolls(Executions executions, ExecutionResources resources, Workers workers) {
        this.executions = executions;
        this.resources = resources;
        this.workers = workers;
        var unused = looks.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private record Waiter(long executionId, long endNanos, DeferredResult<ExecutionResource> answer) {}

    /** Answers with the execution as soon as it is over, or as it is after some time. */
    DeferredResult<ExecutionResource> answer(Execution execution, Duration wait) {
        DeferredResult<ExecutionResource> answer =
                new DeferredResult<>(wait.plus(SPARE).toMillis());
        if (wait.isZero() || !execution.status().isLive() || workers.isDraining()) {
            answer.setResult(resources.of(execution));
        } else {
            waiters.add(new Waiter(execution.id(), System.nanoTime() + wait.toNanos(), answer));
        }
        return answer;
    }

    private void look() {
        try {
            if (!waiters.isEmpty()) {
                answerDue();
            }
        } catch (RuntimeException e) {
            LOG.warn("Cannot look at executions that callers wait for: {}", e.getMessage());
        }
    }

    private void answerDue() {
        Map<Long, Optional<Execution>> known = waiters.stream()
                .map(Waiter::executionId)
                .distinct()
                .collect(Collectors.toMap(id -> id, executions::find));
        for (Iterator<Waiter> all = waiters.iterator(); all.hasNext(); ) {
            Waiter waiter = all.next();
            Optional<Execution> execution = known.getOrDefault(waiter.executionId(), Optional.empty());
            boolean isDue = System.nanoTime() - waiter.endNanos() >= 0 || workers.isDraining();
            if (waiter.answer().isSetOrExpired()) {
                all.remove();
            } else if (execution.isPresent()
                    && (isDue || !execution.get().status().isLive())) {
                all.remove();
                waiter.answer().setResult(resources.of(execution.get()));
            }
        }
    }

    @Override
    public void destroy() {
        looks.shutdownNow();
    }
}
