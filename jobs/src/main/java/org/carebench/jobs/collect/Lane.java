package org.carebench.jobs.collect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The threads that talk to one platform, as many as requests may be in flight. Shards share them, so that the end of one
 * shard does not leave them idle.
 */
final class Lane implements AutoCloseable {

    /** So much work waits ahead of what is being handed on, that one slow answer does not stop the others. */
    private static final int AHEAD = 8;

    private final ExecutorService threads;
    private final int ahead;

    Lane(String platform, int concurrency) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory factory = work -> {
            Thread thread = new Thread(work, platform + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        this.threads = Executors.newFixedThreadPool(concurrency, factory);
        this.ahead = AHEAD * concurrency;
    }

    /**
     * Does the work of many items at once, and hands on the results one by one in the order of the items, in the calling
     * thread.
     */
    <I, R> void inOrder(List<I> items, Function<I, R> work, BiConsumer<I, R> sink) {
        record Submitted<I, R>(I item, Future<R> result) {}
        Deque<Submitted<I, R>> submitted = new ArrayDeque<>();
        Iterator<I> waiting = items.iterator();
        try {
            while (waiting.hasNext() || !submitted.isEmpty()) {
                while (waiting.hasNext() && submitted.size() < ahead) {
                    I item = waiting.next();
                    submitted.add(new Submitted<>(item, threads.submit(() -> work.apply(item))));
                }
                Submitted<I, R> first = submitted.remove();
                sink.accept(first.item(), result(first.result()));
            }
        } finally {
            submitted.forEach(left -> left.result().cancel(true));
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("Cannot collect: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CollectionStoppedException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
