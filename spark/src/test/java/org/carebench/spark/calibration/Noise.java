package org.carebench.spark.calibration;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.carebench.spark.statistics.Seeds;

/** Random numbers of one repetition of one scenario; the names of both are the seed. */
final class Noise {

    /** From here on a count is drawn from the normal distribution, which is then as good and much quicker. */
    private static final double LARGE = 40;

    private final RandomGenerator random;

    private Noise(RandomGenerator random) {
        this.random = random;
    }

    static Noise of(String scenario, int repetition) {
        return new Noise(
                new SplittableRandom(Seeds.of("calibration", "repetition " + repetition, "hospitals", scenario, "1")));
    }

    double gaussian() {
        return random.nextGaussian();
    }

    double uniform() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    int poisson(double mean) {
        if (mean > LARGE) {
            return rounded(mean, mean);
        }
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }

    int binomial(int trials, double probability) {
        if (trials > LARGE) {
            return Math.min(trials, rounded(trials * probability, trials * probability * (1 - probability)));
        }
        int count = 0;
        for (int i = 0; i < trials; i++) {
            if (happens(probability)) {
                count++;
            }
        }
        return count;
    }

    private int rounded(double mean, double variance) {
        return (int) Math.max(0, Math.round(mean + Math.sqrt(variance) * gaussian()));
    }

    /** Gamma variate of scale 1 (Marsaglia and Tsang 2000). */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = gaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(uniform()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
