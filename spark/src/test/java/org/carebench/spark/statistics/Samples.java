package org.carebench.spark.statistics;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;

/** Samples for tests of properties, drawn from seeds, and what may be done to them. */
final class Samples {

    private Samples() {}

    /** Multiples of one quarter between -2 and 3: every value many times as n grows, sums exact. */
    static double[] tied(long seed, int n) {
        return new Random(seed).ints(n, -8, 13).mapToDouble(i -> i / 4.0).toArray();
    }

    /** Hardly two values equal. */
    static double[] continuous(long seed, int n) {
        return DoubleStream.generate(new Random(seed)::nextGaussian).limit(n).toArray();
    }

    static double[] shuffled(double[] values, long seed) {
        double[] result = values.clone();
        Random random = new Random(seed);
        for (int i = result.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double swap = result[i];
            result[i] = result[j];
            result[j] = swap;
        }
        return result;
    }

    static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }

    static double[] shifted(double[] values, double by) {
        return Arrays.stream(values).map(value -> value + by).toArray();
    }

    static SortedSample sorted(double... values) {
        return SortedSample.of(values);
    }

    /** Sample of the golden file. */
    static SortedSample golden(String name) {
        return SortedSample.of(Golden.numbers("data", name));
    }
}
