package org.carebench.spark.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carebench.contract.curated.ConformedOrganization;
import org.carebench.contract.curated.ConformedOutcome;
import org.carebench.contract.mart.CohortMembership;
import org.carebench.contract.mart.IntegrationIndex;
import org.carebench.contract.mart.MetricState;
import org.carebench.contract.mart.ProviderMetric;
import org.carebench.contract.mart.Recommendation;
import org.carebench.contract.schema.MeasureState;
import org.carebench.spark.TestSession;
import org.carebench.spark.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ComparisonsTest {

    private static final LocalDate START = LocalDate.of(2024, 12, 30);
    private static final LocalDate END = START.plusWeeks(13).minusDays(1);

    private static final List<ComparedProvider> WORLD = World.of(3).make();
    private static Map<String, List<Row>> tables;

    @BeforeAll
    static void compare() {
        tables = tables(1).stream()
                .collect(Collectors.toMap(Table::name, table -> table.rows().collectAsList()));
    }

    @Test
    void comparesASurveyAsTheKernelDoes() {
        Row row = only(headlines("hcahps_recommend_top"), "dialogue");

        assertThat(row.<String>getAs("state")).isEqualTo("SHOWN");
        assertThat(row.<Boolean>getAs("is_primary")).isTrue();
        assertThat(row.<Double>getAs("estimate")).isCloseTo(3, within(1.0));
        assertThat(row.<LocalDate>getAs("exposure_end")).isEqualTo(END);
        assertThat(row.<Double>getAs("q_value")).isNull();
        assertThat(row.<Object>getAs("estimate"))
                .isEqualTo(new ContrastKernel(ComparisonRules.standard(), 11)
                        .headline(
                                ContrastKernelTest.contrast(ComparisonRules.RECOMMEND, "dialogue", null),
                                WORLD.stream()
                                        .map(each -> isFew(each) ? World.with(each, (Double) null) : each)
                                        .toList())
                        .estimate());
    }

    @Test
    void takesFollowersAndTheNextPeriodOfAMetric() {
        Row row = only(headlines("er_partial_7d"), "integration");

        assertThat(row.<String>getAs("state")).isEqualTo("SHOWN");
        assertThat(row.<LocalDate>getAs("outcome_start")).isEqualTo(END.plusDays(1));
        assertThat(row.<String>getAs("adjusted_for")).endsWith("ln_followers");
    }

    @Test
    void comparesTheRecommendedCategoryByShares() {
        Row row = only(headlines("recommended_category"), "dialogue");

        assertThat(row.<String>getAs("unit")).isEqualTo("pct");
        assertThat(row.<Double>getAs("estimate")).isBetween(0.0, 100.0);
        assertThat(row.<Double>getAs("q_value")).isNotNull();
    }

    @Test
    void givesAQToEveryTestThatIsNotPrimaryAndToNothingElse() {
        assertThat(tables.get("cohort_comparison")).hasSizeGreaterThan(50).allSatisfy(row -> {
            boolean isTested = row.getAs("p_value") != null && !row.<Boolean>getAs("is_primary");
            assertThat(row.getAs("q_value") != null).isEqualTo(isTested);
            if (isTested) {
                assertThat(row.<Double>getAs("q_value")).isGreaterThan(row.<Double>getAs("p_value") - 1e-12);
            }
        });
    }

    @Test
    void fillsEveryTable() {
        assertThat(tables)
                .containsOnlyKeys("cohort_comparison", "cohort_balance", "comparison_variant", "dose_response");
        assertThat(tables.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
    }

    @Test
    void leavesOutSurveysOfFewAnswers() {
        assertThat(only(headlines("hcahps_recommend_top"), "dialogue").<Long>getAs("n_excluded"))
                .isEqualTo(WORLD.stream()
                        .filter(ComparedProvider::isInContrast)
                        .filter(ComparisonsTest::isFew)
                        .count());
    }

    @Test
    void doesNotDependOnPartitions() {
        for (Table table : tables(5)) {
            assertThat(sorted(table.rows().collectAsList())).isEqualTo(sorted(tables.get(table.name())));
        }
    }

    @Test
    void comparesNothingWhereNobodyHasACohort() {
        List<Table> empty = new Comparisons(
                        ComparisonRules.standard(),
                        11,
                        organizations(),
                        outcomes(),
                        metrics(),
                        recommendations(),
                        TestSession.rows(IntegrationIndex.class),
                        TestSession.rows(CohortMembership.class))
                .tables();

        assertThat(empty)
                .hasSize(4)
                .allSatisfy(table -> assertThat(table.rows().collectAsList()).isEmpty());
    }

    private static boolean isFew(ComparedProvider provider) {
        return provider.organizationId().endsWith("3");
    }

    private static List<String> sorted(List<Row> rows) {
        return rows.stream().map(Row::toString).sorted().toList();
    }

    private static List<Row> headlines(String outcome) {
        return tables.get("cohort_comparison").stream()
                .filter(row -> row.getAs("outcome").equals(outcome))
                .filter(row -> row.getAs("peer_dimension").equals("national"))
                .filter(row -> row.<Boolean>getAs("is_headline"))
                .toList();
    }

    private static Row only(List<Row> rows, String exposure) {
        List<Row> found = rows.stream()
                .filter(row -> row.getAs("exposure").equals(exposure))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<Table> tables(int partitions) {
        return new Comparisons(
                        ComparisonRules.standard(),
                        11,
                        organizations().repartition(partitions),
                        outcomes().repartition(partitions),
                        metrics().repartition(partitions),
                        recommendations(),
                        indices(),
                        cohorts().repartition(partitions))
                .tables();
    }

    private static Dataset<Row> organizations() {
        return rows(ConformedOrganization.class, each -> {
            String id = each.organizationId();
            return new ConformedOrganization(
                    id,
                    "test",
                    id.substring(5),
                    id,
                    null,
                    null,
                    each.traits().ownershipGroup(),
                    null,
                    null,
                    null,
                    each.traits().state(),
                    null,
                    "US",
                    null,
                    null,
                    null,
                    MeasureState.NOT_IN_SOURCE,
                    null,
                    each.traits().beds(),
                    each.traits().beds() < 100 ? "1-99" : "100+",
                    "MATCHED",
                    null,
                    START,
                    each.traits().region(),
                    null,
                    each.cluster().equals(id) ? null : each.cluster(),
                    each.traits().isTeaching(),
                    each.traits().isRural());
        });
    }

    private static Dataset<Row> outcomes() {
        return rows(
                ConformedOutcome.class,
                each -> new ConformedOutcome(
                        each.organizationId(),
                        "hcahps_recommend_top",
                        END.plusDays(2),
                        END.plusYears(1),
                        each.outcome(),
                        "REPORTED",
                        "EXACT",
                        "top_box_pct",
                        isFew(each) ? 99L : 100L,
                        "REPORTED",
                        null,
                        null,
                        "1",
                        START,
                        "test"));
    }

    private static Dataset<Row> recommendations() {
        return rows(
                Recommendation.class,
                each -> new Recommendation(
                        each.organizationId(),
                        "hcahps_recommend_top",
                        END.plusDays(2),
                        END.plusYears(1),
                        each.outcome(),
                        100L,
                        "all",
                        600L,
                        72.0,
                        each.outcome() > 72,
                        "DECIDED",
                        "1"));
    }

    private static Dataset<Row> metrics() {
        List<ProviderMetric> metrics = new ArrayList<>();
        for (ComparedProvider each : World.of(2).ratio(0.1).make()) {
            metrics.add(metric(each, "er_partial_7d", each.outcome()));
            metrics.add(metric(each, "followers", each.traits().lnFollowers()));
            metrics.add(metric(each, "of_no_interest", 1.0));
        }
        return TestSession.rows(ProviderMetric.class, metrics.toArray(Record[]::new));
    }

    private static ProviderMetric metric(ComparedProvider provider, String metric, Double value) {
        return new ProviderMetric(
                provider.organizationId(),
                "facebook",
                metric,
                END.plusDays(1),
                END.plusWeeks(13),
                null,
                null,
                value,
                MetricState.KNOWN,
                null,
                null,
                "pct",
                "1");
    }

    private static Dataset<Row> indices() {
        return rows(
                IntegrationIndex.class,
                each -> new IntegrationIndex(
                        each.organizationId(),
                        START,
                        END,
                        "COMPUTED",
                        each.stratum(),
                        each.pillars().presence(),
                        each.pillars().cadence(),
                        each.pillars().dialogue(),
                        each.pillars().breadth(),
                        4,
                        50.0,
                        50.0,
                        50.0,
                        each.percentile(),
                        each.pillars().dialogue(),
                        each.percentile(),
                        each.isInherited(),
                        "1"));
    }

    private static Dataset<Row> cohorts() {
        List<CohortMembership> cohorts = new ArrayList<>();
        for (ComparedProvider each : WORLD) {
            for (String exposure : List.of("integration", "dialogue")) {
                cohorts.add(new CohortMembership(
                        each.organizationId(), exposure, START, END, each.cohort(), each.percentile(), null, "1"));
            }
        }
        return TestSession.rows(CohortMembership.class, cohorts.toArray(Record[]::new));
    }

    private static Dataset<Row> rows(Class<? extends Record> type, Function<ComparedProvider, Record> row) {
        return TestSession.rows(type, WORLD.stream().map(row).toArray(Record[]::new));
    }
}
