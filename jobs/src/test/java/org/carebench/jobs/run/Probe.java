package org.carebench.jobs.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.carebench.contract.lake.ReleaseId;

/** A job that does what its test says, and counts how often it is alive at the same time. */
public final class Probe implements NightJob {

    private final String name;
    private final Function<Claim, Result> work;
    private final AtomicInteger alive = new AtomicInteger();
    private final AtomicInteger mostAlive = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();
    private volatile Predicate<Work> isComplete;

    public Probe(String name, Function<Claim, Result> work) {
        this(name, asked -> false, work);
    }

    Probe(String name, Predicate<Work> isComplete, Function<Claim, Result> work) {
        this.name = name;
        this.isComplete = isComplete;
        this.work = work;
    }

    /** A job that ends as soon as a latch opens, or as it is asked to stop. */
    public static Probe untilOpen(String name, CurrentExecution current, CountDownLatch open) {
        return new Probe(name, claim -> {
            while (!isOpen(open)) {
                current.stopIfAsked();
            }
            return done(claim);
        });
    }

    public static Result done(Claim claim) {
        ReleaseId release = new ReleaseId(claim.execution().work().businessDate(), 1);
        claim.release(release);
        return new Result(release, true, "Done: it.");
    }

    static boolean isOpen(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public int mostAlive() {
        return mostAlive.get();
    }

    public int runs() {
        return runs.get();
    }

    public int alive() {
        return alive.get();
    }

    /** From now on there is nothing to do. */
    public void complete() {
        isComplete = asked -> true;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("platform", "string", List.of("left", "right")));
    }

    @Override
    public void requireKnown(Work asked) {
        // Every date will do.
    }

    @Override
    public Optional<ReleaseId> complete(Work asked) {
        return isComplete.test(asked) ? Optional.of(new ReleaseId(asked.businessDate(), 1)) : Optional.empty();
    }

    @Override
    public Result run(Claim claim) {
        runs.incrementAndGet();
        mostAlive.accumulateAndGet(alive.incrementAndGet(), Math::max);
        try {
            return work.apply(claim);
        } finally {
            alive.decrementAndGet();
        }
    }
}
