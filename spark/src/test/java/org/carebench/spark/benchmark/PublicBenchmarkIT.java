package org.carebench.spark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.carebench.contract.mart.PeerPosition;
import org.carebench.spark.benchmark.PublicHospitals.Hospital;
import org.carebench.spark.statistics.BetaBinomial;
import org.carebench.spark.statistics.BetaPrior;
import org.carebench.spark.statistics.Design;
import org.carebench.spark.statistics.LeastSquares;
import org.carebench.spark.statistics.LinearFit;
import org.carebench.spark.statistics.SortedSample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Benchmarks of the patient survey of 2024 against figures that others computed from the same public files without the
 * program. Beds differ: the survey does not hold them, and the others found those of 2,046 hospitals by a match of their
 * own, the program those of 2,456. What rests on beds therefore agrees within its chance, not within its rounding.
 */
class PublicBenchmarkIT {

    private static final Offset<Double> TENTHS = offset(0.05);
    private static final Offset<Double> HUNDREDTHS = offset(0.005);

    private static List<Hospital> hospitals;
    private static List<Hospital> withBeds;

    @BeforeAll
    static void readPublicFiles(@TempDir Path lake) throws SQLException, IOException {
        assumeThat(PublicHospitals.FILES)
                .as("The public files are not here; -Dcarebench.data says where they are")
                .isDirectory();
        hospitals = PublicHospitals.read(lake);
        withBeds = hospitals.stream()
                .filter(hospital -> hospital.beds() != null && hospital.beds() > 0)
                .toList();
    }

    @Test
    void recommendIsDistributedAsPublished() {
        SortedSample recommend = sample(hospital -> true);

        assertThat(recommend.size()).isEqualTo(2738);
        assertThat(recommend.mean()).isCloseTo(68.0, TENTHS);
        assertThat(recommend.standardDeviation()).isCloseTo(9.29, HUNDREDTHS);
        assertThat(List.of(0.05, 0.25, 0.5, 0.75, 0.95))
                .extracting(recommend::quantile)
                .containsExactly(52.0, 62.0, 68.0, 75.0, 82.0);
    }

    /** The others give 68.3 of governments, and 69.0 of the non-profit: the latter with the hospitals of veterans. */
    @Test
    void ownershipMattersAsPublished() {
        assertThat(sample(Hospital::isForProfit).mean()).isCloseTo(63.8, TENTHS);
        assertThat(sample(Hospital::isOfVeterans).mean()).isCloseTo(75.0, TENTHS);
        assertThat(sample(Hospital::isOfGovernment).mean()).isCloseTo(68.25, HUNDREDTHS);
        assertThat(sample(Hospital::isNonProfit).mean()).isCloseTo(68.62, HUNDREDTHS);
        assertThat(sample(hospital -> hospital.isNonProfit() || hospital.isOfVeterans())
                        .mean())
                .isCloseTo(69.0, TENTHS);
    }

    @ParameterizedTest
    @CsvSource({"1, 99, 71.1, 71.34", "100, 299, 66.1, 66.15", "300, 100000, 67.8, 67.80"})
    void sizeMattersAsPublished(int from, int to, double published, double found) {
        double mean = sample(hospital -> hospital.beds() != null && hospital.beds() >= from && hospital.beds() <= to)
                .mean();

        assertThat(mean).isCloseTo(found, HUNDREDTHS).isCloseTo(published, offset(0.3));
    }

    @Test
    void hospitalsDifferAsPublished() {
        BetaBinomial.Moments moments = new BetaBinomial(
                        hospitals.stream()
                                .mapToLong(hospital -> hospital.share().with())
                                .toArray(),
                        hospitals.stream().mapToLong(Hospital::surveys).toArray())
                .moments();
        double strength = 1 / moments.correlation() - 1;
        BetaPrior prior = new BetaPrior(moments.mean() * strength, (1 - moments.mean()) * strength, 0, null);

        assertThat(moments.mean()).isCloseTo(0.680, offset(0.0005));
        assertThat(moments.correlation()).isCloseTo(0.0372, offset(0.00005));
        assertThat(strength).isCloseTo(25.9, TENTHS);
        assertThat(prior.reliability(50)).isCloseTo(0.66, HUNDREDTHS);
        assertThat(prior.reliability(100)).isCloseTo(0.79, HUNDREDTHS);
        assertThat(prior.reliability(300)).isCloseTo(0.92, HUNDREDTHS);
    }

    /** The others: ln beds -3.07, its square about 4.7 +2.12, for-profit -4.93, R2 0.11, residual SD 8.80. */
    @Test
    void bedsAndOwnershipExplainAsMuchAsPublished() {
        LinearFit fit = LeastSquares.of(design()).fit(recommend());

        assertThat(withBeds).hasSize(2456);
        assertThat(fit.hc3("ln_beds").estimate()).isCloseTo(-2.75, HUNDREDTHS);
        assertThat(fit.hc3("ln_beds").interval().contains(-3.07)).isTrue();
        assertThat(fit.hc3("ln_beds_squared").estimate()).isCloseTo(1.96, HUNDREDTHS);
        assertThat(fit.hc3("ln_beds_squared").interval().contains(2.12)).isTrue();
        assertThat(fit.hc3("for_profit").estimate()).isCloseTo(-4.72, HUNDREDTHS);
        assertThat(fit.hc3("for_profit").interval().contains(-4.93)).isTrue();
        assertThat(explained(fit)).isCloseTo(0.11, HUNDREDTHS);
        assertThat(residualDeviation(fit, 4)).isCloseTo(8.79, HUNDREDTHS).isCloseTo(8.80, offset(0.02));
    }

    /** The others: R2 0.18, residual SD 8.55. */
    @Test
    void statesExplainAsMuchMoreAsPublished() {
        Design design = design().withLevels(
                        "state", withBeds.stream().map(Hospital::state).toList());
        LinearFit fit = LeastSquares.of(design).fit(recommend());

        assertThat(explained(fit)).isCloseTo(0.17, HUNDREDTHS).isCloseTo(0.18, offset(0.015));
        assertThat(residualDeviation(fit, design.names().size())).isCloseTo(8.55, HUNDREDTHS);
    }

    /** Counted apart from the same file: Wilson's interval against 62, 68 and 75. */
    @Test
    void aThirdOfTheHospitalsCannotBeToldFromTheMedian() {
        List<PositionedProvider> providers =
                hospitals.stream().map(PublicBenchmarkIT::provider).toList();
        List<PeerPosition> positions = new MeasurePositions(11).of(providers);

        assertThat(positions.stream().collect(Collectors.groupingBy(PeerPosition::position, Collectors.counting())))
                .isEqualTo(Map.of("ABOVE", 332L, "TYPICAL", 1122L, "BELOW", 354L, "NOT_DISTINGUISHABLE", 930L));
        assertThat(positions).allSatisfy(position -> {
            assertThat(position.value()).isBetween(position.ciLow(), position.ciHigh());
            assertThat(position.shrunkValue()).isBetween(position.shrunkLow(), position.shrunkHigh());
            assertThat(position.reliability()).isBetween(0.79, 1.0);
            assertThat(position.peers()).isEqualTo(2738);
        });
    }

    private static PositionedProvider provider(Hospital hospital) {
        Map<String, String> groups = new TreeMap<>();
        for (PeerDimension dimension : PeerDimension.values()) {
            groups.put(dimension.label(), dimension == PeerDimension.NATIONAL ? "all" : PeerDimension.UNKNOWN);
        }
        return new PositionedProvider(
                hospital.id(),
                "hcahps_recommend_top",
                "all",
                null,
                null,
                hospital.recommend(),
                hospital.surveys(),
                hospital.share(),
                true,
                "top_box_pct",
                "1",
                groups);
    }

    private static Design design() {
        return Design.withIntercept(withBeds.size())
                .with("ln_beds", column(PublicBenchmarkIT::logBeds))
                .with("ln_beds_squared", column(hospital -> Math.pow(logBeds(hospital) - 4.7, 2)))
                .with("for_profit", column(hospital -> hospital.isForProfit() ? 1 : 0));
    }

    private static double logBeds(Hospital hospital) {
        return Math.log(hospital.beds());
    }

    private static double[] recommend() {
        return column(Hospital::recommend);
    }

    private static double[] column(ToDoubleFunction<Hospital> value) {
        return withBeds.stream().mapToDouble(value).toArray();
    }

    private static double explained(LinearFit fit) {
        return 1 - squares(fit) / (SortedSample.of(recommend()).variance() * (withBeds.size() - 1));
    }

    private static double residualDeviation(LinearFit fit, int terms) {
        return Math.sqrt(squares(fit) / (withBeds.size() - terms));
    }

    private static double squares(LinearFit fit) {
        double squares = 0;
        for (double residual : fit.residuals()) {
            squares += residual * residual;
        }
        return squares;
    }

    private static SortedSample sample(Predicate<Hospital> chosen) {
        return SortedSample.of(hospitals.stream()
                .filter(chosen)
                .mapToDouble(Hospital::recommend)
                .toArray());
    }
}
