package org.carebench.spark.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * Beta-binomial model of the shares of many providers, each k of n cases. Moments by Kleinman (1973), iterated; maximum
 * likelihood from there on (ln a, ln b) by Newton's method. Fewer than 20 providers say too little: use the prior of the
 * parent group. Providers are sorted first, so their order does not matter.
 */
public final class BetaBinomial {

    private static final int ITERATIONS = 200;
    private static final double SAME_WEIGHTS = 1e-14;
    private static final double LARGEST_CORRELATION = 0.999999;
    private static final double CONVERGED = 1e-10;
    /** Beyond this a + b the likelihood has no maximum: the providers differ no more than by chance. */
    private static final double NO_DIFFERENCE = 1e7;

    private static final double SHORTEST_STEP = 1e-9;

    private final long[] with;
    private final long[] cases;
    private final double[] coefficients;

    /**
     * Takes the counts.
     *
     * @throws IllegalArgumentException where there is no provider, one has no case, or more with the property than cases
     */
    public BetaBinomial(long[] with, long[] cases) {
        if (with.length == 0 || with.length != cases.length) {
            throw new IllegalArgumentException("Cannot fit shares: there are " + with.length + " and " + cases.length
                    + " counts; it takes one pair for every provider");
        }
        int[] order = IntStream.range(0, with.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> cases[i]).thenComparingLong(i -> with[i]))
                .mapToInt(i -> i)
                .toArray();
        this.with = Arrays.stream(order).mapToLong(i -> with[i]).toArray();
        this.cases = Arrays.stream(order).mapToLong(i -> cases[i]).toArray();
        for (int i = 0; i < order.length; i++) {
            BetaPrior.requireCounts(this.with[i], this.cases[i]);
            if (this.cases[i] == 0) {
                throw new IllegalArgumentException("Cannot fit shares: a provider has no case; leave it out before");
            }
        }
        this.coefficients = IntStream.range(0, order.length)
                .mapToDouble(i -> logBinomialCoefficient(this.with[i], this.cases[i]))
                .toArray();
    }

    /**
     * Mean share and correlation of two cases of one provider.
     *
     * @param correlation 0 where the providers differ no more than by chance, or the counts cannot tell
     */
    public record Moments(double mean, double correlation) {}

    /** Method of moments. */
    public Moments moments() {
        double[] weights = Arrays.stream(cases).asDoubleStream().toArray();
        Moments moments = moments(weights);
        for (int iteration = 1; iteration < ITERATIONS; iteration++) {
            double change = 0;
            for (int i = 0; i < weights.length; i++) {
                double next = cases[i] / (1 + moments.correlation * (cases[i] - 1));
                change = Math.max(change, Math.abs(next - weights[i]) / weights[i]);
                weights[i] = next;
            }
            if (change < SAME_WEIGHTS) {
                return moments;
            }
            moments = moments(weights);
        }
        return moments;
    }

    private Moments moments(double[] weights) {
        double all = sum(i -> weights[i]);
        double mean = sum(i -> weights[i] * share(i)) / all;
        double between = sum(i -> weights[i] * (share(i) - mean) * (share(i) - mean));
        double byChance = sum(i -> weights[i] / cases[i] * (1 - weights[i] / all));
        double most = sum(i -> weights[i] * (1 - weights[i] / all));
        double variance = mean * (1 - mean);
        double excess = between - variance * byChance;
        double possible = variance * (most - byChance);
        return new Moments(mean, excess > 0 && possible > 0 ? Math.min(excess / possible, LARGEST_CORRELATION) : 0);
    }

    /** Maximum likelihood; pooled where the moments or the likelihood find no difference between the providers. */
    public BetaPrior fit() {
        Moments start = moments();
        if (start.correlation == 0) {
            return pool();
        }
        double strength = (1 - start.correlation) / start.correlation;
        double a = start.mean * strength;
        double b = (1 - start.mean) * strength;
        double likelihood = logLikelihood(a, b);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] step = step(a, b);
            double length = 1;
            double next = logLikelihood(a * Math.exp(step[0]), b * Math.exp(step[1]));
            while (!(next >= likelihood) && length > SHORTEST_STEP) {
                length /= 2;
                next = logLikelihood(a * Math.exp(length * step[0]), b * Math.exp(length * step[1]));
            }
            if (!(next >= likelihood)) {
                break;
            }
            a *= Math.exp(length * step[0]);
            b *= Math.exp(length * step[1]);
            likelihood = next;
            if (a + b > NO_DIFFERENCE) {
                return pool();
            }
            if (Math.max(Math.abs(step[0]), Math.abs(step[1])) < CONVERGED) {
                break;
            }
        }
        return new BetaPrior(a, b, a / (a + b), likelihood);
    }

    private BetaPrior pool() {
        double mean = (double) Arrays.stream(with).sum() / Arrays.stream(cases).sum();
        return new BetaPrior(null, null, mean, null);
    }

    /** Newton's step of (ln a, ln b), or the gradient, at most 1 long, where the likelihood is not concave. */
    private double[] step(double a, double b) {
        double both = a + b;
        double shared = sum(i -> Digamma.value(cases[i] + both) - Digamma.value(both));
        double sharedSlope = sum(i -> Trigamma.value(cases[i] + both) - Trigamma.value(both));
        double ofA = a * (sum(i -> Digamma.value(with[i] + a) - Digamma.value(a)) - shared);
        double ofB = b * (sum(i -> Digamma.value(cases[i] - with[i] + b) - Digamma.value(b)) - shared);
        double aa = a * a * (sum(i -> Trigamma.value(with[i] + a) - Trigamma.value(a)) - sharedSlope) + ofA;
        double bb = b * b * (sum(i -> Trigamma.value(cases[i] - with[i] + b) - Trigamma.value(b)) - sharedSlope) + ofB;
        double ab = -a * b * sharedSlope;
        double determinant = aa * bb - ab * ab;
        double scale = Math.max(1, Math.hypot(ofA, ofB));
        return aa < 0 && determinant > 0
                ? new double[] {(ab * ofB - bb * ofA) / determinant, (ab * ofA - aa * ofB) / determinant}
                : new double[] {ofA / scale, ofB / scale};
    }

    /** Logarithm of the probability of all counts, with the binomial coefficients. */
    public double logLikelihood(double a, double b) {
        double prior = LogBeta.value(a, b);
        return sum(i -> coefficients[i] + LogBeta.value(with[i] + a, cases[i] - with[i] + b) - prior);
    }

    private static double logBinomialCoefficient(long with, long cases) {
        return LogGamma.value(1.0 + cases) - LogGamma.value(1.0 + with) - LogGamma.value(1.0 + cases - with);
    }

    private double share(int provider) {
        return (double) with[provider] / cases[provider];
    }

    private double sum(IntToDoubleFunction term) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < cases.length; i++) {
            sum.add(term.applyAsDouble(i));
        }
        return sum.value();
    }
}
