package org.carebench.spark.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.carebench.contract.lake.CohortRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HysteresisTest {

    private static final CohortRule RULE = new CohortRule(0.75, 0.65, 0.25, 0.35, 2);

    @ParameterizedTest
    @CsvSource({
        "one period above does not make high, .8, M",
        "two in a row do, .8 .8, MH",
        "two with one between do not, .8 .7 .8, MMM",
        "exactly three quarters is not above, .75 .75 .75, MMM",
        "high stays above the lower threshold, .8 .8 .66 .66 .66, MHHHH",
        "one period below does not leave, .8 .8 .6 .7 .6, MHHHH",
        "two in a row leave, .8 .8 .6 .6, MHHM",
        "exactly at the lower threshold leaves, .8 .8 .65 .65, MHHM",
        "it enters again after two, .8 .8 .5 .5 .8 .8, MHHMMH",
        "low is the mirror, .2 .2 .34 .34 .4 .4, MLLLLM",
        "exactly a quarter is not below, .25 .25, MM",
        "exactly at the upper threshold leaves low, .2 .2 .35 .35, MLLM",
        "from high straight to low, .8 .8 .1 .1, MHHL",
        "from low straight to high, .1 .1 .9 .9, MLLH",
        "the middle stays the middle, .5 .4 .6 .5, MMMM"
    })
    void followsTheRule(String name, String percentiles, String cohorts) {
        assertThat(run(Stream.of(percentiles.split(" ")).map(Double::valueOf).toList()))
                .as(name)
                .isEqualTo(cohorts);
    }

    @Test
    void aGapKeepsTheCohortAndStartsCountingAnew() {
        Hysteresis hysteresis = new Hysteresis(RULE);
        hysteresis.next(0.8);
        hysteresis.interrupt();
        assertThat(hysteresis.next(0.8)).isEqualTo(Cohort.MIDDLE);
        assertThat(hysteresis.next(0.8)).isEqualTo(Cohort.HIGH);
        hysteresis.next(0.5);
        hysteresis.interrupt();
        assertThat(hysteresis.next(0.5)).isEqualTo(Cohort.HIGH);
        assertThat(hysteresis.next(0.5)).isEqualTo(Cohort.MIDDLE);
    }

    @Test
    void whoLeftThePlatformsHasLeftItsCohort() {
        Hysteresis hysteresis = new Hysteresis(RULE);
        hysteresis.next(0.8);
        hysteresis.next(0.8);
        hysteresis.forget();

        assertThat(hysteresis.next(0.7)).isEqualTo(Cohort.MIDDLE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void lowIsTheMirrorOfHigh(long seed) {
        Random random = new Random(seed);
        List<Double> percentiles = new ArrayList<>();
        List<Double> mirrored = new ArrayList<>();
        int n = 60;
        double rank = 30;
        for (int i = 0; i < 400; i++) {
            rank = Math.min(n, Math.max(1, rank + random.nextInt(31) - 15));
            percentiles.add((rank - 0.5) / n);
            mirrored.add((n + 1 - rank - 0.5) / n);
        }

        assertThat(run(mirrored))
                .isEqualTo(run(percentiles).replace('H', 'x').replace('L', 'H').replace('x', 'L'))
                .contains("H", "L", "M");
    }

    private static String run(List<Double> percentiles) {
        Hysteresis hysteresis = new Hysteresis(RULE);
        StringBuilder cohorts = new StringBuilder();
        percentiles.forEach(u -> cohorts.append(hysteresis.next(u).name().charAt(0)));
        return cohorts.toString();
    }
}
