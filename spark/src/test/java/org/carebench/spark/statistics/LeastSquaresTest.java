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
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeastSquaresTest {

    private static final OlsRows GOLDEN = OlsRows.golden();
    private static final LinearFit FIT = LeastSquares.of(GOLDEN.design()).fit(GOLDEN.outcome());

    @ParameterizedTest
    @CsvSource({"0, intercept", "1, T", "2, logbeds", "3, teach"})
    void givesTheGoldenCoefficientsAndTheirErrors(int i, String term) {
        StudentEstimate clustered = FIT.cr1(term, GOLDEN.clusters());

        assertThat(clustered.estimate()).isCloseTo(expected("b", i), Golden.within(1e-9, expected("b", i)));
        assertThat(clustered.standardError()).isCloseTo(expected("se_cr1", i), offset(1e-9));
        assertThat(clustered.pValue()).isCloseTo(expected("p", i), offset(1e-9));
        assertThat(clustered.degreesOfFreedom()).isEqualTo(14);
        assertThat(FIT.hc3(term).standardError()).isCloseTo(expected("se_hc3", i), offset(1e-9));
        assertThat(FIT.hc3(term).degreesOfFreedom()).isEqualTo(56);
        assertThat(FIT.coefficient(term)).isEqualTo(clustered.estimate());
    }

    private static double expected(String key, int i) {
        return Golden.numbers("ols", key)[i];
    }

    @ParameterizedTest
    @CsvSource({"0, intercept", "1, T", "2, logbeds", "3, teach"})
    void givesTheBiasReducedErrorsOfR(int i, String term) {
        StudentEstimate estimate = FIT.cr2(term, GOLDEN.clusters());

        assertThat(estimate.standardError()).isCloseTo(ofR("se_CR2", i), offset(1e-9));
        assertThat(estimate.degreesOfFreedom()).isCloseTo(ofR("df_CR2", i), Golden.within(1e-9, ofR("df_CR2", i)));
        assertThat(estimate.pValue()).isCloseTo(ofR("p_CR2", i), offset(1e-9));
    }

    private static double ofR(String key, int i) {
        return Golden.numbers(Golden.ofR("ols", key))[i];
    }

    @Test
    void surroundsTheEstimateByTheQuantilesOfStudent() {
        StudentEstimate estimate = FIT.cr1("T", GOLDEN.clusters());
        double width = TDistribution.of(14).inverseCumulativeProbability(0.975) * estimate.standardError();

        assertThat(estimate.interval().low()).isCloseTo(estimate.estimate() - width, offset(1e-12));
        assertThat(estimate.interval().high()).isCloseTo(estimate.estimate() + width, offset(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void equalsTheFormulaForIndependentRowsWhereEveryClusterIsOneRow(int seed) {
        OlsRows rows = OlsRows.random(seed, 200);
        LeastSquares leastSquares = LeastSquares.of(rows.design());
        LinearFit fit = leastSquares.fit(rows.outcome());
        double[] weights = leastSquares.weights("T");
        double[] hat = leastSquares.hatValues();
        double hc1 = 0;
        double hc2 = 0;
        for (int i = 0; i < weights.length; i++) {
            double score = weights[i] * fit.residuals()[i];
            hc1 += score * score * 200 / 195;
            hc2 += score * score / (1 - hat[i]);
        }

        assertThat(fit.cr1("T", rows.singletons()).standardError()).isCloseTo(Math.sqrt(hc1), offset(1e-12));
        assertThat(fit.cr2("T", rows.singletons()).standardError()).isCloseTo(Math.sqrt(hc2), offset(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void adjustsClustersOfAnySizeAsTheFullMatricesDo(int seed) {
        OlsRows rows = OlsRows.random(seed, 90);
        LeastSquares leastSquares = LeastSquares.of(rows.design());
        LinearFit fit = leastSquares.fit(rows.outcome());
        Clusters clusters = rows.clusters();
        double[][] rest = residualMaker(leastSquares);
        double[] weights = leastSquares.weights("T");
        double[][] columns = new double[clusters.count()][];
        double variance = 0;
        for (int g = 0; g < columns.length; g++) {
            int[] own = clusters.rows(g);
            double[] adjusted = inverseRootTimes(block(rest, own), at(weights, own));
            double score = ThinQr.dot(adjusted, at(fit.residuals(), own));
            variance += score * score;
            columns[g] = new double[90];
            for (int i = 0; i < 90; i++) {
                columns[g][i] = ThinQr.dot(at(rest[i], own), adjusted);
            }
        }
        double trace = 0;
        double squares = 0;
        for (double[] g : columns) {
            trace += ThinQr.dot(g, g);
            for (double[] h : columns) {
                squares += Math.pow(ThinQr.dot(g, h), 2);
            }
        }
        StudentEstimate estimate = fit.cr2("T", clusters);

        assertThat(estimate.standardError()).isCloseTo(Math.sqrt(variance), offset(1e-10));
        assertThat(estimate.degreesOfFreedom()).isCloseTo(trace * trace / squares, offset(1e-8));
    }

    private static double[][] residualMaker(LeastSquares leastSquares) {
        int rows = leastSquares.hatValues().length;
        double[][] rest = new double[rows][];
        for (int i = 0; i < rows; i++) {
            double[] unit = new double[rows];
            unit[i] = 1;
            rest[i] = leastSquares.fit(unit).residuals();
        }
        return rest;
    }

    private static double[] inverseRootTimes(double[][] matrix, double[] vector) {
        SymmetricEigen eigen = new SymmetricEigen(matrix);
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            double along = ThinQr.dot(eigen.vector(i), vector) / Math.sqrt(eigen.value(i));
            for (int j = 0; j < vector.length; j++) {
                product[j] += along * eigen.vector(i)[j];
            }
        }
        return product;
    }

    private static double[][] block(double[][] matrix, int[] rows) {
        return IntStream.of(rows).mapToObj(i -> at(matrix[i], rows)).toArray(double[][]::new);
    }

    private static double[] at(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void scalesWithTheOutcomeAndLeavesAConstantToTheIntercept(int seed) {
        OlsRows rows = OlsRows.random(seed, 300);
        LeastSquares leastSquares = LeastSquares.of(rows.design());
        StudentEstimate before = leastSquares.fit(rows.outcome()).cr1("T", rows.clusters());
        LinearFit changed = leastSquares.fit(
                Arrays.stream(rows.outcome()).map(y -> 1000 - 4 * y).toArray());
        StudentEstimate after = changed.cr1("T", rows.clusters());

        assertThat(after.estimate()).isCloseTo(-4 * before.estimate(), offset(1e-9));
        assertThat(after.standardError()).isCloseTo(4 * before.standardError(), offset(1e-9));
        assertThat(after.pValue()).isCloseTo(before.pValue(), offset(1e-9));
        assertThat(changed.coefficient(Design.INTERCEPT))
                .isCloseTo(1000 - 4 * leastSquares.fit(rows.outcome()).coefficient(Design.INTERCEPT), offset(1e-8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void doesNotDependOnTheOrderOfTheRowsAndNotOnOneBitWhereTheyAreSorted(int seed) {
        OlsRows rows = OlsRows.random(seed, 300);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 300).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        int[] shuffled = order.stream().mapToInt(i -> i).toArray();
        int[] back = IntStream.range(0, 300).map(order::indexOf).toArray();
        StudentEstimate sorted = cr1(rows);
        StudentEstimate elsewhere = cr1(rows.rows(shuffled));

        assertThat(elsewhere.estimate()).isCloseTo(sorted.estimate(), offset(1e-10));
        assertThat(elsewhere.standardError()).isCloseTo(sorted.standardError(), offset(1e-10));
        assertThat(cr1(rows.rows(shuffled).rows(back))).isEqualTo(sorted);
    }

    private static StudentEstimate cr1(OlsRows rows) {
        return LeastSquares.of(rows.design()).fit(rows.outcome()).cr1("T", rows.clusters());
    }

    @Test
    void dropsAndNamesTheColumnThatTheOnesBeforeItExplain() {
        double[] beds = GOLDEN.covariates().column(1);
        Design more = GOLDEN.design()
                .with("twice", Arrays.stream(beds).map(x -> 2 * x - 3).toArray())
                .with("nothing", new double[60]);
        LeastSquares leastSquares = LeastSquares.of(more);
        LinearFit fit = leastSquares.fit(GOLDEN.outcome());

        assertThat(leastSquares.dropped()).containsExactly("twice", "nothing");
        assertThat(fit.coefficient("twice")).isNull();
        assertThat(fit.cr1("twice", GOLDEN.clusters())).isNull();
        assertThat(fit.cr2("twice", GOLDEN.clusters())).isNull();
        assertThat(fit.hc3("nothing")).isNull();
        assertThat(leastSquares.weights("twice")).isNull();
        assertThat(fit.cr1("T", GOLDEN.clusters())).isEqualTo(FIT.cr1("T", GOLDEN.clusters()));
        assertThat(fit.predict(more)).isEqualTo(FIT.predict(GOLDEN.design()));
    }

    @Test
    void namesOneIndicatorForEveryLevelButTheFirst() {
        Design design = Design.withIntercept(4).withLevels("state", List.of("TX", "CA", "TX", "NY"));

        assertThat(design.names()).containsExactly("intercept", "state=NY", "state=TX");
        assertThat(LeastSquares.of(design).fit(new double[] {1, 5, 3, 7}).coefficient("state=TX"))
                .isCloseTo(-3, offset(1e-12));
    }

    @Test
    void weighsTheOutcomesToTheCoefficientAndPredictsWhatIsNoResidual() {
        LeastSquares leastSquares = LeastSquares.of(GOLDEN.design());
        double[] weights = leastSquares.weights("T");
        double[] residuals = FIT.residuals();

        assertThat(ThinQr.dot(weights, GOLDEN.outcome())).isCloseTo(FIT.coefficient("T"), offset(1e-12));
        assertThat(Arrays.stream(leastSquares.hatValues()).sum()).isCloseTo(4, offset(1e-12));
        double[] predicted = FIT.predict(GOLDEN.design());
        for (int i = 0; i < residuals.length; i++) {
            assertThat(predicted[i] + residuals[i]).isCloseTo(GOLDEN.outcome()[i], offset(1e-11));
        }
    }

    @Test
    void hasNoErrorWhereNothingVaries() {
        LeastSquares leastSquares = LeastSquares.of(GOLDEN.design());
        StudentEstimate constant = leastSquares.fit(filled(60, 71.3)).cr1("T", GOLDEN.clusters());
        StudentEstimate oneCluster = FIT.cr1("T", Clusters.of(Collections.nCopies(60, "all")));

        assertThat(constant.estimate()).isCloseTo(0, offset(1e-12));
        assertThat(constant.standardError()).isNull();
        assertThat(constant.pValue()).isNull();
        assertThat(oneCluster.standardError()).isNull();
        assertThat(oneCluster.interval()).isNull();
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    void copesWithAClusterThatAloneDeterminesAColumn() {
        double[] onlyFirst = new double[60];
        Arrays.fill(onlyFirst, 0, 4, 1);
        LinearFit fit =
                LeastSquares.of(GOLDEN.design().with("first", onlyFirst)).fit(GOLDEN.outcome());
        StudentEstimate estimate = fit.cr2("T", GOLDEN.clusters());

        assertThat(estimate.standardError()).isBetween(0.3, 1.5);
        assertThat(estimate.degreesOfFreedom()).isBetween(5.0, 14.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoNumber(double value) {
        double[] values = filled(60, 1);
        values[7] = value;

        assertThatThrownBy(() -> LeastSquares.of(GOLDEN.design()).fit(values))
                .hasMessage(
                        "Cannot use the outcome: row 7 holds " + value + "; leave such rows out and count them before");
        assertThatThrownBy(() -> GOLDEN.design().with("wrong", values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot use wrong: row 7 holds");
    }

    @Test
    void refusesWhatDoesNotFit() {
        Design two = Design.withIntercept(2).with("x", new double[] {1, 2});

        assertThatThrownBy(() -> LeastSquares.of(two)).hasMessageStartingWith("Cannot fit a regression: it has 2 rows");
        assertThatThrownBy(() -> two.with("x", new double[2])).hasMessageContaining("one of this name");
        assertThatThrownBy(() -> two.with("y", new double[3])).hasMessageContaining("3 values for 2 rows");
        assertThatThrownBy(() -> FIT.cr1("unknown", GOLDEN.clusters())).hasMessageContaining("[intercept, T,");
        assertThatThrownBy(() -> FIT.predict(two)).hasMessageContaining("the design has [intercept, x]");
        assertThatThrownBy(() -> FIT.cr1("T", Clusters.of(List.of("a", "b")))).hasMessageContaining("2 rows");
        assertThatThrownBy(() -> Design.withIntercept(0)).hasMessageContaining("no row");
        assertThatThrownBy(() -> Clusters.of(List.of())).hasMessageContaining("no row");
    }

    @Test
    void hasNoErrorForIndependentRowsWhereOneRowDeterminesAColumn() {
        double[] single = new double[60];
        single[31] = 1;
        LinearFit fit = LeastSquares.of(GOLDEN.design().with("single", single)).fit(GOLDEN.outcome());

        assertThat(fit.hc3("T").standardError()).isNull();
        assertThat(fit.cr1("T", GOLDEN.clusters()).standardError()).isBetween(0.3, 1.5);
    }

    @Test
    void regressesRanksWhateverIncreasingScaleTheOutcomeHas() {
        LeastSquares leastSquares = LeastSquares.of(GOLDEN.design());
        StudentEstimate ranks =
                RankRegression.fit(leastSquares, GOLDEN.outcome()).cr1("T", GOLDEN.clusters());
        StudentEstimate skewed = RankRegression.fit(
                        leastSquares,
                        Arrays.stream(GOLDEN.outcome())
                                .map(y -> Math.exp(y / 3))
                                .toArray())
                .cr1("T", GOLDEN.clusters());

        assertThat(skewed).isEqualTo(ranks);
        assertThat(ranks.estimate()).isBetween(-1.0, 1.0).isNotZero();
    }
}
