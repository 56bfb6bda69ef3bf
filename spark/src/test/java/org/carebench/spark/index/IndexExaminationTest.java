package org.carebench.spark.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carebench.contract.lake.IndexBaseline;
import org.carebench.contract.lake.ValidityRule;
import org.carebench.contract.mart.CohortMembership;
import org.carebench.contract.mart.IndexValidity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On a simulated world of 3,000 hospitals over a year and a half. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexExaminationTest {

    private IndexTables tables;
    private Map<String, IndexValidity> checks;

    @BeforeAll
    void examine() {
        tables = new IndexComputation(IndexRules.standard(), IndexRules.BED_CLASSES)
                .examined(SimulatedProviders.world(7, 3000, 8));
        checks = new TreeMap<>();
        tables.validity().forEach(row -> checks.put(row.checkId() + ": " + row.subject(), row));
    }

    @Test
    void passesTheGatesOfACleanIndex() {
        assertThat(value("cronbach_alpha: pillars")).isBetween(0.6, 0.9);
        for (String pillar : List.of("presence", "cadence", "dialogue", "breadth")) {
            assertThat(value("leave_one_out_correlation: " + pillar)).isBetween(0.9, 1.0);
            assertThat(value("leave_one_out_high_kept: " + pillar)).isBetween(0.75, 1.0);
            assertThat(value("leave_one_out_high_to_low: " + pillar)).isZero();
        }
        assertThat(value("random_weights_high_left: mean")).isBetween(0.01, 0.15);
        assertThat(value("random_weights_high_left_quantile: 0.95"))
                .isGreaterThan(value("random_weights_high_left: mean"));
        assertThat(value("random_weights_correlation_quantile: 0.05")).isBetween(0.9, 1.0);
        assertThat(value("geometric_mean_correlation: pillars")).isBetween(0.95, 1.0);
        assertThat(tables.validity())
                .filteredOn(row -> row.gateHigh() != null)
                .extracting(IndexValidity::result)
                .containsOnly("PASSED");
    }

    @Test
    void findsThatRollingMeansAndHysteresisKeepCohortsStable() {
        double single = value("high_exit_rate_variant: single period");
        double hysteresis = value("high_exit_rate_variant: single period with hysteresis");
        double rolling = value("high_exit_rate_variant: rolling mean");
        double both = value("high_exit_rate: rolling mean with hysteresis");

        assertThat(single).isGreaterThan(hysteresis);
        assertThat(single).isGreaterThan(rolling);
        assertThat(rolling).isGreaterThan(both);
        assertThat(both).isLessThan(0.1);
    }

    @Test
    void correlatesEveryPairOfPillarsAndOfComponents() {
        assertThat(tables.validity())
                .filteredOn(row -> row.checkId().equals("pillar_correlation"))
                .hasSize(6);
        assertThat(tables.validity())
                .filteredOn(row -> row.checkId().equals("component_correlation"))
                .hasSize(28);
    }

    @Test
    void putsAboutAQuarterIntoEveryOuterCohort() {
        Map<String, Long> sizes = new TreeMap<>();
        tables.cohorts().stream()
                .filter(row -> row.exposure().equals("integration")
                        && row.periodStart().equals(SimulatedProviders.start(7)))
                .map(CohortMembership::cohort)
                .forEach(cohort -> sizes.merge(cohort, 1L, Long::sum));
        double ranked = sizes.get("HIGH") + sizes.get("MIDDLE") + sizes.get("LOW");

        assertThat(sizes.get("HIGH") / ranked).isBetween(0.2, 0.33);
        assertThat(sizes.get("LOW") / ranked).isBetween(0.2, 0.33);
    }

    @Test
    void givesTheSameDrawsAgain() {
        IndexTables again = new IndexComputation(IndexRules.standard(), IndexRules.BED_CLASSES)
                .examined(SimulatedProviders.world(7, 3000, 8));

        assertThat(again.validity()).isEqualTo(tables.validity());
    }

    @Test
    void saysWhereThereAreTooFewProviders() {
        IndexTables small = new IndexComputation(IndexRules.standard(), IndexRules.BED_CLASSES)
                .examined(SimulatedProviders.world(7, 60, 6));

        assertThat(small.validity()).isNotEmpty().allSatisfy(row -> {
            if (!row.checkId().startsWith("high_exit_rate")) {
                assertThat(row.result()).isEqualTo("NOT_ENOUGH_DATA");
                assertThat(row.value()).isNull();
            }
        });
    }

    @Test
    void stopsTheReleaseAtAFatalGateOnly() {
        IndexValidity warned = failing(false);
        IndexValidity failed = failing(true);

        assertThat(warned.result()).isEqualTo("WARNED");
        assertThat(failed.result()).isEqualTo("FAILED");
        IndexGates.check(List.of(warned));
        assertThatThrownBy(() -> IndexGates.check(List.of(warned, failed)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Cannot release the integration index: cronbach_alpha of pillars is ")
                .hasMessageContaining(", outside 0.99 to 1.0. ");
    }

    private static IndexValidity failing(boolean isFatal) {
        ValidityRule validity =
                new ValidityRule(20, 5, 4, List.of(new ValidityRule.Gate("cronbach_alpha", 0.99, 1, isFatal)));
        return new IndexComputation(
                        IndexRules.of(60, new IndexBaseline(IndexBaseline.FIRST, 4), validity), IndexRules.BED_CLASSES)
                .examined(SimulatedProviders.world(3, 300, 1)).validity().stream()
                        .filter(row -> row.checkId().equals("cronbach_alpha"))
                        .findFirst()
                        .orElseThrow();
    }

    private double value(String check) {
        assertThat(checks).containsKey(check);
        return checks.get(check).value();
    }
}
