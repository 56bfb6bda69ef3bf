package org.carebench.spark.comparison;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import org.carebench.contract.lake.ComparisonRule;
import org.carebench.contract.lake.ComparisonRule.Outcome;
import org.carebench.contract.lake.ComparisonRule.Source;
import org.carebench.contract.mart.CohortBalance;
import org.carebench.contract.mart.CohortComparison;
import org.carebench.contract.mart.ComparisonVariant;
import org.carebench.contract.mart.DoseResponse;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.spark.table.RecordRows;
import org.carebench.spark.table.Table;
import org.carebench.spark.table.TableUnion;

/**
 * Question 2: from the cohorts and the outcomes of a release to its comparison tables. All providers of an outcome on a
 * platform are brought together, and plain Java computes everything from them at once.
 */
public final class Comparisons {

    private static final TableUnion UNION = new TableUnion(
            List.of(CohortComparison.class, CohortBalance.class, ComparisonVariant.class, DoseResponse.class));
    private static final String ALL = "all";
    private static final List<String> GROUP = List.of("outcome", "platform", "unit");
    private static final List<String> FAMILY = List.of("exposure_end", "domain");
    /** Periods that the index for cohorts is the mean of, this one among them. */
    private static final int PERIODS_OF_A_YEAR = 4;

    private final ComparisonRule rule;
    private final long minimumGroupSize;
    private final Dataset<Row> panels;

    /**
     * Brings providers and outcomes together.
     *
     * @param organizations curated organizations
     * @param outcomes curated outcomes
     * @param metrics provider_metric
     * @param recommendations recommendation
     * @param indices integration_index
     * @param cohorts cohort_membership
     */
    public Comparisons(
            ComparisonRule rule,
            long minimumGroupSize,
            Dataset<Row> organizations,
            Dataset<Row> outcomes,
            Dataset<Row> metrics,
            Dataset<Row> recommendations,
            Dataset<Row> indices,
            Dataset<Row> cohorts) {
        this.rule = rule;
        this.minimumGroupSize = minimumGroupSize;
        Dataset<Row> observed = measured(rule, outcomes)
                .unionByName(judged(rule, recommendations))
                .unionByName(counted(rule, metrics));
        this.panels = panels(exposed(organizations, indices, cohorts), observed);
    }

    /** The tables, in the order in which they are written. */
    public List<Table> tables() {
        // Four tables of one computation: kept, so that it runs once.
        Dataset<Row> computed = computed().persist(StorageLevel.MEMORY_AND_DISK());
        return UNION.types().stream()
                .map(type -> Table.of(type, corrected(type, TableUnion.only(type, computed))))
                .toList();
    }

    private Dataset<Row> corrected(Class<? extends Record> type, Dataset<Row> rows) {
        return type == CohortComparison.class ? withQValues(rows) : rows;
    }

    /** Values of surveys with enough answers behind them. */
    private static Dataset<Row> measured(ComparisonRule rule, Dataset<Row> outcomes) {
        Column isAsked = lit(false);
        for (Outcome outcome : of(rule, Source.MEASURE)) {
            isAsked = isAsked.or(col("measure_id")
                    .equalTo(outcome.id())
                    .and(coalesce(col("n"), lit(0L)).geq(outcome.minimumCases())));
        }
        return outcomes.where(col("value").isNotNull().and(isAsked))
                .select(
                        col("organization_id"),
                        col("measure_id").as("outcome"),
                        lit(ALL).as("platform"),
                        col("unit"),
                        observation(col("value"), lit(null).cast(DataTypes.DoubleType)));
    }

    /** Whether a provider is in the recommended category, as 100 or 0. */
    private static Dataset<Row> judged(ComparisonRule rule, Dataset<Row> recommendations) {
        List<String> ids = of(rule, Source.CATEGORY).stream().map(Outcome::id).toList();
        String id = ids.isEmpty() ? "" : ids.get(0);
        return recommendations
                .where(col("is_recommended").isNotNull().and(lit(!ids.isEmpty())))
                .select(
                        col("organization_id"),
                        lit(id).as("outcome"),
                        lit(ALL).as("platform"),
                        lit(Estimator.PERCENT).as("unit"),
                        observation(
                                when(col("is_recommended"), 100.0).otherwise(0.0),
                                lit(null).cast(DataTypes.DoubleType)));
    }

    /** Values of metrics, with the followers of the same platform and period. */
    private static Dataset<Row> counted(ComparisonRule rule, Dataset<Row> metrics) {
        Column isAsked = lit(false);
        for (Outcome outcome : of(rule, Source.METRIC)) {
            isAsked = isAsked.or(col("metric_id")
                    .equalTo(outcome.id())
                    .and(col("platform").isin(outcome.platforms().toArray())));
        }
        Dataset<Row> followers = metrics.where(col("metric_id").equalTo(rule.audienceMetric()))
                .select(
                        col("organization_id"),
                        col("platform"),
                        col("period_start"),
                        col("value").as("ln_followers"));
        return metrics.where(col("value").isNotNull().and(isAsked))
                .join(followers, new String[] {"organization_id", "platform", "period_start"}, "left")
                .select(
                        col("organization_id"),
                        col("metric_id").as("outcome"),
                        col("platform"),
                        col("unit"),
                        observation(col("value"), col("ln_followers")));
    }

    private static List<Outcome> of(ComparisonRule rule, Source source) {
        return rule.outcomes().stream()
                .filter(outcome -> outcome.source() == source)
                .toList();
    }

    private static Column observation(Column value, Column lnFollowers) {
        return struct(
                        col("period_start"),
                        col("period_end"),
                        value.cast(DataTypes.DoubleType).as("value"),
                        lnFollowers.as("ln_followers"))
                .as("observed");
    }

    /** Providers with all their cohorts; pillars are means over the periods that cohorts are formed by. */
    private static Dataset<Row> exposed(Dataset<Row> organizations, Dataset<Row> indices, Dataset<Row> cohorts) {
        Dataset<Row> index = indices;
        for (String pillar : List.of("presence", "cadence", "dialogue", "breadth")) {
            index = index.withColumn(
                    "rolling_" + pillar,
                    avg(pillar)
                            .over(Window.partitionBy("organization_id")
                                    .orderBy("period_start")
                                    .rowsBetween(1 - PERIODS_OF_A_YEAR, Window.currentRow())));
        }
        Dataset<Row> traits = organizations.select(
                "organization_id",
                "system_id",
                "beds",
                "bed_band",
                "ownership_group",
                "is_teaching",
                "is_rural",
                "region",
                "state");
        return cohorts.select("organization_id", "exposure", "period_start", "period_end", "cohort", "percentile")
                .join(index.drop("period_end"), new String[] {"organization_id", "period_start"})
                .groupBy("organization_id")
                .agg(collect_list(struct(
                                col("exposure"),
                                col("period_start"),
                                col("period_end"),
                                col("cohort"),
                                col("percentile"),
                                col("rolling_presence"),
                                col("rolling_cadence"),
                                col("rolling_dialogue"),
                                col("rolling_breadth"),
                                col("peer_stratum"),
                                col("is_inherited")))
                        .as("exposures"))
                .join(traits, "organization_id")
                .withColumn("cluster", coalesce(col("system_id"), col("organization_id")))
                .withColumn(
                        "stratum_without_teaching",
                        concat_ws(
                                ", ",
                                coalesce(col("bed_band"), lit("unknown")),
                                coalesce(col("is_rural").cast(DataTypes.StringType), lit("unknown"))));
    }

    /** Every provider with a cohort once per outcome, platform and unit, whether or not its outcome is known. */
    private static Dataset<Row> panels(Dataset<Row> exposed, Dataset<Row> observed) {
        Column[] group = GROUP.stream().map(name -> col(name)).toArray(Column[]::new);
        String[] key =
                Stream.concat(Stream.of("organization_id"), GROUP.stream()).toArray(String[]::new);
        Dataset<Row> ofProvider = observed.groupBy(
                        Stream.of(key).map(name -> col(name)).toArray(Column[]::new))
                .agg(collect_list(col("observed")).as("observations"));
        return exposed.crossJoin(observed.select(group).distinct())
                .join(ofProvider, key, "left")
                .withColumn(
                        "observations",
                        coalesce(
                                col("observations"),
                                array().cast(ofProvider
                                        .schema()
                                        .apply("observations")
                                        .dataType())));
    }

    /** An outcome on a platform, with all providers. */
    private record OutcomeGroup(Outcome outcome, String platform, String unit, List<ProviderPanel> panels) {

        static OutcomeGroup of(ComparisonRule rule, Iterator<Row> rows) {
            List<ProviderPanel> panels = new ArrayList<>();
            Row first = rows.next();
            panels.add(PanelRows.panel(first, rule.peerDimensions()));
            rows.forEachRemaining(row -> panels.add(PanelRows.panel(row, rule.peerDimensions())));
            panels.sort(Comparator.comparing(ProviderPanel::organizationId));
            String id = first.getAs("outcome");
            Outcome outcome = rule.outcomes().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            return new OutcomeGroup(outcome, first.getAs("platform"), first.getAs("unit"), panels);
        }
    }

    private Dataset<Row> computed() {
        ComparisonRule ofAll = rule;
        long minimum = minimumGroupSize;
        return panels.groupByKey((MapFunction<Row, String>) row -> key(row, GROUP), Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>)
                                (key, rows) -> computed(ofAll, minimum, OutcomeGroup.of(ofAll, rows)),
                        UNION.encoder());
    }

    private static Iterator<Row> computed(ComparisonRule rule, long minimumGroupSize, OutcomeGroup group) {
        ContrastKernel kernel = new ContrastKernel(rule, minimumGroupSize);
        Variants variants = new Variants(rule, minimumGroupSize);
        DoseResponses responses = new DoseResponses(rule, minimumGroupSize);
        List<Record> rows = new ArrayList<>();
        for (ContrastPlan.Planned planned :
                new ContrastPlan(rule).of(group.outcome, group.platform, group.unit, group.panels)) {
            rows.addAll(kernel.compare(planned.contrast(), planned.providers()));
            rows.addAll(kernel.balance(planned.contrast(), planned.providers()));
            rows.addAll(variants.of(planned.contrast(), planned.providers()));
            rows.addAll(responses.of(planned.contrast(), planned.providers()));
        }
        rows.addAll(new Movers(rule, minimumGroupSize).of(group.outcome, group.platform, group.unit, group.panels));
        return UNION.rows(rows).iterator();
    }

    private static String key(Row row, List<String> names) {
        return String.join(
                "|",
                names.stream().map(name -> row.<Object>getAs(name).toString()).toList());
    }

    /** A family is an exposure period and a domain of outcomes. */
    private Dataset<Row> withQValues(Dataset<Row> compared) {
        Column domainOfOutcome = map(rule.outcomes().stream()
                .flatMap(outcome -> Stream.of(lit(outcome.id()), lit(outcome.domain())))
                .toArray(Column[]::new));
        return compared.withColumn("domain", element_at(domainOfOutcome, col("outcome")))
                .groupByKey((MapFunction<Row, String>) row -> key(row, FAMILY), Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>) (family, rows) -> withQValues(rows),
                        RecordRows.encoder(CohortComparison.class));
    }

    private static Iterator<Row> withQValues(Iterator<Row> rows) {
        List<Row> family = new ArrayList<>();
        rows.forEachRemaining(family::add);
        List<TestFamily.Test> tests = family.stream()
                .map(row -> new TestFamily.Test(row.getAs("estimator"), row.getAs("is_primary"), row.getAs("p_value")))
                .toList();
        List<Double> qValues = TestFamily.qValues(tests);
        List<String> columns = DatasetSchema.of(CohortComparison.class).columnNames();
        int place = columns.indexOf("q_value");
        List<Row> corrected = new ArrayList<>();
        for (int i = 0; i < family.size(); i++) {
            Object[] values = new Object[columns.size()];
            for (int j = 0; j < values.length; j++) {
                values[j] = j == place ? qValues.get(i) : family.get(i).get(j);
            }
            corrected.add(RowFactory.create(values));
        }
        return corrected.iterator();
    }
}
