package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropensityTest {

    private static final OlsRows GOLDEN = OlsRows.golden();

    @Test
    void givesTheGoldenCoefficientsAndScores() {
        Propensity propensity = Propensity.fit(GOLDEN.covariates(), GOLDEN.high());

        assertThat(propensity.coefficients().keySet()).containsExactly("intercept", "logbeds", "teach");
        assertThat(propensity.coefficients().values().stream()
                        .mapToDouble(each -> each)
                        .toArray())
                .containsExactly(Golden.numbers("overlap", "b"), offset(1e-8));
        assertThat(propensity.scores()).containsExactly(Golden.numbers("overlap", "ps"), offset(1e-8));
        assertThat(propensity.separated()).isEmpty();
        assertThat(propensity.dropped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void expectsAsManyOfEveryTermInHighAsThereAre(int seed) {
        OlsRows rows = OlsRows.random(seed, 400);
        double[] scores = Propensity.fit(rows.covariates(), rows.high()).scores();

        for (int j = 0; j < rows.covariates().names().size(); j++) {
            double surprise = 0;
            for (int i = 0; i < scores.length; i++) {
                surprise += ((rows.high()[i] ? 1 : 0) - scores[i])
                        * rows.covariates().column(j)[i];
            }
            assertThat(surprise).isCloseTo(0, offset(1e-8));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 1, 500})
    void leavesOutAndNamesATermThatSeparatesTheGroupsOnWhateverScale(double scale) {
        double[] separating = new double[60];
        for (int i = 0; i < 60; i++) {
            separating[i] = scale * ((GOLDEN.high()[i] ? 1 : -1) + 0.01 * i);
        }
        Propensity without = Propensity.fit(GOLDEN.covariates(), GOLDEN.high());
        Propensity propensity = Propensity.fit(GOLDEN.covariates().with("separating", separating), GOLDEN.high());

        assertThat(propensity.separated()).containsExactly("separating");
        assertThat(propensity.dropped()).isEmpty();
        assertThat(propensity.scores()).isEqualTo(without.scores());
    }

    @Test
    void leavesOutALevelThatHoldsOneGroupOnly() {
        double[] onlyHigh = new double[60];
        for (int i = 0; i < 20; i++) {
            onlyHigh[i] = GOLDEN.high()[i] ? 1 : 0;
        }
        Propensity propensity = Propensity.fit(GOLDEN.covariates().with("onlyHigh", onlyHigh), GOLDEN.high());

        assertThat(propensity.separated()).containsExactly("onlyHigh");
    }

    @Test
    void dropsWhatTheTermsBeforeExplain() {
        double[] twice =
                Arrays.stream(GOLDEN.covariates().column(1)).map(x -> 2 * x).toArray();
        Propensity propensity = Propensity.fit(GOLDEN.covariates().with("twice", twice), GOLDEN.high());

        assertThat(propensity.dropped()).containsExactly("twice");
        assertThat(propensity.separated()).isEmpty();
        assertThat(propensity.coefficients().get("logbeds")).isCloseTo(Golden.numbers("overlap", "b")[1], offset(1e-8));
    }

    @Test
    void findsSteepButRealSlopes() {
        Random random = new Random(4);
        double[] x = random.doubles(5000, -1, 1).toArray();
        boolean[] high = new boolean[5000];
        for (int i = 0; i < 5000; i++) {
            high[i] = random.nextDouble() < 1 / (1 + Math.exp(3 - 9 * x[i]));
        }
        Propensity propensity = Propensity.fit(Design.withIntercept(5000).with("x", x), high);

        assertThat(propensity.coefficients().get("x")).isCloseTo(9, offset(0.7));
        assertThat(propensity.coefficients().get("intercept")).isCloseTo(-3, offset(0.4));
    }

    @Test
    void refusesASingleGroup() {
        assertThatThrownBy(() -> Propensity.fit(GOLDEN.covariates(), new boolean[60]))
                .hasMessageContaining("0 of 60 rows are in the HIGH group");
        assertThatThrownBy(() -> Propensity.fit(GOLDEN.covariates(), new boolean[3]))
                .hasMessageContaining("3 groups for 60 rows");
    }
}
