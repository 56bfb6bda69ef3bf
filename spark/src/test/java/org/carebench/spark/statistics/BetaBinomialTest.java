package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BetaBinomialTest {

    private static final long[] WITH = counts("k");
    private static final long[] CASES = counts("n");
    private static final BetaBinomial GOLDEN = new BetaBinomial(WITH, CASES);

    private static long[] counts(String key) {
        return Arrays.stream(Golden.numbers("betabinom", key))
                .mapToLong(Math::round)
                .toArray();
    }

    @Test
    void givesTheGoldenMomentsAndLikelihood() {
        double a = Golden.number("betabinom", "mle_a");
        double b = Golden.number("betabinom", "mle_b");
        double likelihood = Golden.number("betabinom", "ll");

        assertThat(GOLDEN.moments().mean()).isCloseTo(Golden.number("betabinom", "mom_mu"), offset(1e-9));
        assertThat(GOLDEN.moments().correlation()).isCloseTo(Golden.number("betabinom", "mom_rho"), offset(1e-9));
        assertThat(GOLDEN.logLikelihood(a, b)).isCloseTo(likelihood, Golden.within(1e-9, likelihood));
    }

    @Test
    void findsTheGoldenMaximumOfTheLikelihoodAndWhatFollowsFromIt() {
        BetaPrior prior = GOLDEN.fit();
        double[] shrunk = Golden.numbers("betabinom", "shrunk");
        double[] ofR = Golden.numbers(Golden.ofR("betabinom"));

        assertThat(prior.a()).isCloseTo(Golden.number("betabinom", "mle_a"), Golden.within(1e-4, 115.6));
        assertThat(prior.b()).isCloseTo(Golden.number("betabinom", "mle_b"), Golden.within(1e-4, 45.1));
        assertThat(prior.a()).isCloseTo(ofR[0], Golden.within(1e-4, 115.6));
        assertThat(prior.mean()).isEqualTo(prior.a() / (prior.a() + prior.b()));
        assertThat(prior.pooled()).isFalse();
        for (int i = 0; i < shrunk.length; i++) {
            assertThat(prior.shrunk(WITH[i], CASES[i])).isCloseTo(shrunk[i], offset(1e-6));
        }
        double[] interval = Golden.numbers("betabinom", "ci0");
        assertThat(prior.interval(WITH[0], CASES[0]).low()).isCloseTo(interval[0], offset(1e-6));
        assertThat(prior.interval(WITH[0], CASES[0]).high()).isCloseTo(interval[1], offset(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 0.999, 1.001, 1.1, 2})
    void findsNoGreaterLikelihoodAround(double factor) {
        BetaPrior prior = GOLDEN.fit();

        assertThat(prior.logLikelihood()).isEqualTo(GOLDEN.logLikelihood(prior.a(), prior.b()));
        assertThat(GOLDEN.logLikelihood(prior.a() * factor, prior.b())).isLessThan(prior.logLikelihood());
        assertThat(GOLDEN.logLikelihood(prior.a(), prior.b() * factor)).isLessThan(prior.logLikelihood());
        assertThat(GOLDEN.logLikelihood(prior.a() * factor, prior.b() * factor)).isLessThan(prior.logLikelihood());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shrinksToBetweenTheRawShareAndTheMeanTheMoreTheFewerCases(int seed) {
        BetaBinomial drawn = drawn(seed, 50, 6, 3);
        BetaPrior prior = drawn.fit();
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            long cases = 1 + random.nextInt(300);
            long with = random.nextInt((int) cases + 1);
            double raw = (double) with / cases;
            double shrunk = prior.shrunk(with, cases);

            assertThat(shrunk).isBetween(Math.min(raw, prior.mean()) - 1e-12, Math.max(raw, prior.mean()) + 1e-12);
            assertThat(Math.abs(prior.shrunk(7 * with, 7 * cases) - raw)).isLessThanOrEqualTo(Math.abs(shrunk - raw));
            assertThat(prior.interval(with, cases).contains(shrunk)).isTrue();
            assertThat(shrunk).isCloseTo(prior.mean() + prior.reliability(cases) * (raw - prior.mean()), offset(1e-12));
        }
    }

    /** Providers with 20 to 400 cases, whose shares are Beta(a, b) of small whole numbers. */
    private static BetaBinomial drawn(int seed, int providers, int a, int b) {
        Random random = new Random(seed);
        long[] with = new long[providers];
        long[] cases = new long[providers];
        for (int i = 0; i < providers; i++) {
            double[] sorted = random.doubles(a + b - 1L).sorted().toArray();
            cases[i] = 20 + random.nextInt(381);
            with[i] = random.doubles(cases[i]).filter(x -> x < sorted[a - 1]).count();
        }
        return new BetaBinomial(with, cases);
    }

    @Test
    void findsTheDistributionThatTheSharesWereDrawnFrom() {
        BetaPrior prior = drawn(3, 3000, 6, 3).fit();

        assertThat(prior.a()).isCloseTo(6, offset(0.5));
        assertThat(prior.b()).isCloseTo(3, offset(0.25));
        assertThat(prior.correlation()).isCloseTo(0.1, offset(0.008));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void doesNotDependOnTheOrderOfTheProviders(int seed) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, CASES.length).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        BetaBinomial shuffled = new BetaBinomial(
                order.stream().mapToLong(i -> WITH[i]).toArray(),
                order.stream().mapToLong(i -> CASES[i]).toArray());

        assertThat(shuffled.fit()).isEqualTo(GOLDEN.fit());
        assertThat(shuffled.moments()).isEqualTo(GOLDEN.moments());
    }

    @Test
    void poolsProvidersThatDifferNoMoreThanByChance() {
        BetaPrior prior = new BetaBinomial(new long[] {50, 51, 98, 25}, new long[] {100, 100, 200, 50}).fit();

        assertThat(prior).isEqualTo(new BetaPrior(null, null, 224.0 / 450, null));
        assertThat(prior.pooled()).isTrue();
        assertThat(prior.shrunk(9, 10)).isEqualTo(224.0 / 450);
        assertThat(prior.interval(9, 10)).isNull();
        assertThat(prior.correlation()).isZero();
        assertThat(prior.reliability(1000)).isZero();
    }

    @Test
    void poolsWhatCannotTellDifferencesFromChance() {
        assertThat(new BetaBinomial(new long[] {3}, new long[] {9}).fit().mean())
                .isEqualTo(1 / 3.0);
        assertThat(new BetaBinomial(new long[] {1, 0, 1, 1}, new long[] {1, 1, 1, 1}).fit())
                .isEqualTo(new BetaPrior(null, null, 0.75, null));
        assertThat(new BetaBinomial(new long[] {9, 5}, new long[] {9, 5}).fit())
                .isEqualTo(new BetaPrior(null, null, 1, null));
        assertThat(new BetaBinomial(new long[] {0, 0}, new long[] {9, 5}).fit().shrunk(0, 9))
                .isZero();
    }

    @Test
    void staysFiniteWhereTheProvidersDifferAsMuchAsTheyCan() {
        BetaPrior prior = new BetaBinomial(new long[] {0, 40, 0, 40, 40}, new long[] {40, 40, 40, 40, 40}).fit();

        assertThat(prior.pooled()).isFalse();
        assertThat(prior.a()).isPositive().isLessThan(0.1);
        assertThat(prior.shrunk(0, 40)).isBetween(0.0, 0.01);
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatThrownBy(() -> new BetaBinomial(new long[] {3}, new long[] {2}))
                .hasMessageContaining("3 of 2 cases");
        assertThatThrownBy(() -> new BetaBinomial(new long[] {-1}, new long[] {2}))
                .hasMessageContaining("-1 of 2");
        assertThatThrownBy(() -> new BetaBinomial(new long[] {0}, new long[] {0}))
                .hasMessageContaining("no case");
        assertThatThrownBy(() -> new BetaBinomial(new long[0], new long[0])).hasMessageContaining("0 and 0 counts");
        assertThatThrownBy(() -> new BetaBinomial(new long[2], new long[1])).hasMessageContaining("2 and 1 counts");
        assertThatThrownBy(() -> GOLDEN.fit().shrunk(5, 4)).hasMessageContaining("5 of 4");
    }
}
