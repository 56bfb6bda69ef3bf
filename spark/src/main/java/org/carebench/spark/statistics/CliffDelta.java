package org.carebench.spark.statistics;

import org.jspecify.annotations.Nullable;

/**
 * How often the first value of a pair is the greater one, less how often it is the smaller one (Cliff 1993): from -1 to
 * 1, without unit. Equals 2 U / (n m) - 1 of {@link MannWhitney} and 2 superiority - 1 of {@link BrunnerMunzel}.
 *
 * @param interval from the logit of the superiority; NULL where the samples are separated or constant, or one has a
 *     single value
 */
public record CliffDelta(double delta, @Nullable Interval interval) {

    /** Difference over all pairs of two samples. */
    public static CliffDelta of(SortedSample first, SortedSample second) {
        long balance = first.ascending()
                .mapToLong(value -> (long) second.below(value) - second.above(value))
                .sum();
        double delta = balance / ((double) first.size() * second.size());
        Interval superiority = BrunnerMunzel.of(first, second).interval();
        return new CliffDelta(delta, superiority == null ? null : superiority.map(p -> 2 * p - 1));
    }
}
