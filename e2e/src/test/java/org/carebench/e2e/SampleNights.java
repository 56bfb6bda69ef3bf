package org.carebench.e2e;

import java.util.List;

/** Nights over the synthetic sample that several tests look at or go on from. Nobody may change them: use a copy. */
final class SampleNights {

    static final String FIRST = "2022-03-31";
    static final String SECOND = "2025-12-06";
    static final String FIRST_RELEASE = FIRST + ".1";
    static final String SECOND_RELEASE = SECOND + ".1";

    private static final Once<Finished> BOTH = new Once<>(SampleNights::runBoth);
    private static final Once<Finished> EXTRACTED = new Once<>(() -> after(Home.create("extracted"), "extract"));
    private static final Once<Finished> BENCHMARKED =
            new Once<>(() -> after(extracted().copy("benchmarked"), "benchmark"));
    private static final Once<Finished> PUBLISHED =
            new Once<>(() -> after(benchmarked().copy("published"), "publish"));

    private SampleNights() {}

    /**
     * A home in which something was run.
     *
     * @param state what it holds since; looked at once, because a database that is looked at cannot be copied
     * @param said one outcome per command
     */
    record Finished(Home home, State state, List<Outcome> said) {

        Home copy(String name) {
            return home.copy(name);
        }
    }

    /** Both nights in the order of their dates, each by the one command for a night. */
    static Finished both() {
        return BOTH.get();
    }

    /** The second night alone, extracted. */
    static Finished extracted() {
        return EXTRACTED.get();
    }

    /** The second night alone, extracted and benchmarked. */
    static Finished benchmarked() {
        return BENCHMARKED.get();
    }

    /** The second night alone, stage by stage: the uninterrupted run. */
    static Finished published() {
        return PUBLISHED.get();
    }

    private static Finished runBoth() {
        Home home = Home.create("both");
        Outcome first = home.sample("nightly", "--business-date", FIRST).run().succeeded();
        Outcome second = home.sample("nightly", "--business-date", SECOND).run().succeeded();
        return new Finished(home, State.of(home), List.of(first, second));
    }

    private static Finished after(Home home, String stage) {
        Outcome outcome = home.sample(stage, "--business-date", SECOND).run().succeeded();
        return new Finished(home, State.of(home), List.of(outcome));
    }
}
