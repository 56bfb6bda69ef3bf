package org.carebench.jobs.collect;

import java.util.ArrayDeque;
import java.util.ArrayList;
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
import java.util.function.Supplier;

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

    /** Something that was read, perhaps with requests that are still to be sent for it. */
    interface Reading {

        /** What is still to be done in threads of the lane, in any order and many at once. */
        default List<Runnable> rest() {
            return List.of();
        }

        /** Hands on what was read; called in the thread that waits for it, after the rest was done. */
        void land();
    }

    /** Does the work of many items at once, and hands on the results one by one in the order of the items. */
    <I, R> void inOrder(List<I> items, Function<I, R> work, BiConsumer<I, R> sink) {
        inOrder(items.stream()
                .<Supplier<Reading>>map(item -> () -> {
                    R result = work.apply(item);
                    return () -> sink.accept(item, result);
                })
                .toList());
    }

    /** Reads many things at once, whatever is still to be done for them included, and lands them one by one in their order. */
    void inOrder(List<Supplier<Reading>> work) {
        Deque<Future<Begun>> submitted = new ArrayDeque<>();
        Iterator<Supplier<Reading>> waiting = work.iterator();
        try {
            while (waiting.hasNext() || !submitted.isEmpty()) {
                while (waiting.hasNext() && submitted.size() < ahead) {
                    Supplier<Reading> next = waiting.next();
                    submitted.add(threads.submit(() -> begin(next)));
                }
                Begun first = result(submitted.element());
                first.rest().forEach(Lane::result);
                submitted.remove();
                first.reading().land();
            }
        } finally {
            submitted.forEach(Lane::cancel);
        }
    }

    /** Something that was read, and what was begun to be done for it. */
    private record Begun(Reading reading, List<Future<?>> rest) {}

    private Begun begin(Supplier<Reading> work) {
        Reading reading = work.get();
        List<Future<?>> rest = new ArrayList<>();
        reading.rest().forEach(part -> rest.add(threads.submit(part)));
        return new Begun(reading, rest);
    }

    private static void cancel(Future<Begun> left) {
        left.cancel(true);
        if (left.isCancelled()) {
            return;
        }
        try {
            result(left).rest().forEach(part -> part.cancel(true));
        } catch (RuntimeException e) {
            // It failed as well: nothing was begun for it, and the first failure is the one to tell.
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

    /** Ends the threads; whoever waits for a result waits no longer. */
    @Override
    public void close() {
        threads.shutdownNow().stream()
                .filter(Future.class::isInstance)
                .map(Future.class::cast)
                .forEach(waiting -> waiting.cancel(false));
    }
}
