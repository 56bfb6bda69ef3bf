package org.carebench.simulator.world;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Random draws from a seed. Each thing of the world has a seed of its own, so that nothing depends on what was asked before. */
final class Draws {

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian gaussian;

    private Draws(long seed) {
        random = new SplitMix64(seed);
        gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    }

    static Draws of(long seed) {
        return new Draws(seed);
    }

    /** A seed made of a seed and of what distinguishes the thing that it is for. */
    static long seed(long seed, long... parts) {
        long mixed = seed;
        for (long part : parts) {
            mixed = scramble(mixed * 31 + part + GOLDEN_RATIO);
        }
        return mixed;
    }

    /** One to one on 64 bits, so that neighbours end up far apart. */
    static long scramble(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** At least 0, below 1. */
    double uniform() {
        return random.nextDouble();
    }

    double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** A whole number from 0, below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    long nextSeed() {
        return random.nextLong();
    }

    double normal() {
        return gaussian.sample();
    }

    double normal(double mean, double deviation) {
        return mean + deviation * gaussian.sample();
    }

    double exponential(double mean) {
        return -mean * Math.log(1.0 - random.nextDouble());
    }

    double gamma(double shape) {
        return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1.0).sample();
    }

    int poisson(double mean) {
        return mean <= 0 ? 0 : PoissonSampler.of(random, mean).sample();
    }

    /** Negative binomial: a Poisson count whose mean varies by a gamma distribution of this shape. */
    int negativeBinomial(double mean, double shape) {
        return poisson(mean * gamma(shape) / shape);
    }

    <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** Index of a weight, drawn in proportion to it. */
    int weighted(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** 1 / (1 + exp(-x)). */
    static double expit(double logOdds) {
        return 1.0 / (1.0 + Math.exp(-logOdds));
    }
}
