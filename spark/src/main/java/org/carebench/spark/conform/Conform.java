package org.carebench.spark.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.carebench.contract.curated.Account;
import org.carebench.contract.curated.AccountDay;
import org.carebench.contract.curated.ConformedDiscussion;
import org.carebench.contract.curated.ConformedInsight;
import org.carebench.contract.curated.ConformedInteraction;
import org.carebench.contract.curated.ConformedOrganization;
import org.carebench.contract.curated.ConformedOutcome;
import org.carebench.contract.curated.PatientReview;
import org.carebench.contract.curated.Post;
import org.carebench.contract.curated.PostMetric;
import org.carebench.contract.curated.PostMetricAtAge;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.lake.HopCount;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.spark.table.Table;

/** From what one night landed to the curated tables of its release. */
public final class Conform {

    /** What landed for a curated table, and what became of it. */
    private record Step(Class<? extends Record> type, Dataset<Row> landed, Dataset<Row> curated) {}

    private final Landing landing;
    private final Instant asOf;
    private final List<Step> steps;

    public Conform(Landing landing, BenchmarkRequest request) {
        this.landing = landing;
        this.asOf = endOf(ReleaseId.parse(request.release()).businessDate().day());
        Dataset<Row> matches = FacilityMatch.match(landing.organizations(), landing.facilities())
                .persist();
        Dataset<Row> organizations = landing.organizations()
                .transform(rows -> Organizations.withBeds(rows, landing.facilities(), matches))
                .transform(rows -> Traits.with(rows, landing.traits()))
                .transform(rows -> Organizations.withBedBand(rows, request.bedBands()))
                .transform(rows -> Organizations.withOwnershipGroup(rows, request.ownershipGroups()))
                .transform(rows -> Organizations.withGeography(rows, request.states()));
        Problems raised = new Problems(request.night().sources());
        Dataset<Row> problems = landing.problems()
                .unionByName(raised.ambiguousMatches(landing.organizations(), matches))
                .unionByName(raised.unknownOrganizations(landing))
                .persist();
        Dataset<Row> posts = landing.postSnapshots();
        Dataset<Row> accounts = landing.accountSnapshots();
        this.steps = List.of(
                new Step(ConformedOrganization.class, landing.organizations(), organizations),
                new Step(Account.class, landing.accountLinks(), Accounts.accounts(landing.accountLinks(), accounts)),
                new Step(AccountDay.class, Accounts.withDay(accounts), Accounts.accountDays(accounts)),
                new Step(Post.class, posts, Posts.posts(posts)),
                new Step(PostMetric.class, Posts.carried(posts), Posts.metrics(posts)),
                new Step(
                        ConformedInteraction.class,
                        landing.interactions(),
                        Observations.interactions(landing.interactions())),
                new Step(
                        ConformedDiscussion.class,
                        landing.discussions(),
                        Observations.discussions(landing.discussions())),
                new Step(
                        ConformedInsight.class,
                        landing.accountInsights(),
                        Observations.insights(landing.accountInsights())),
                new Step(PatientReview.class, landing.reviews(), Observations.reviews(landing.reviews())),
                new Step(ConformedOutcome.class, landing.outcomes(), landing.outcomes()),
                new Step(AccountCoverage.class, landing.coverage(), Accounts.coverage(landing.coverage())),
                new Step(Problem.class, problems, problems));
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The curated tables that landed records became, in the order in which they are written. */
    public List<Table> tables() {
        return steps.stream().map(step -> Table.of(step.type, step.curated)).toList();
    }

    /** Counters of posts at fixed ages: worked out from all observations, so no landed record becomes one of its rows. */
    public Table postMetricsAtAge() {
        return Table.of(PostMetricAtAge.class, PostAges.atAges(landing.postSnapshots(), asOf));
    }

    /**
     * Accounts for every landed record: it became a curated row, or repeats one.
     *
     * @param rowsWritten rows of each curated table
     * @throws IllegalArgumentException where a record is unaccounted for
     */
    public List<HopCount> hops(Map<String, Long> rowsWritten) {
        // One job for all tables: each job of its own would cost more than most tables.
        Map<String, Row> counts =
                steps.stream().map(Conform::counts).reduce(Dataset::union).orElseThrow().collectAsList().stream()
                        .collect(Collectors.toMap(row -> row.getString(0), row -> row));
        return steps.stream()
                .map(step -> hop(DatasetSchema.of(step.type).name(), counts, rowsWritten))
                .toList();
    }

    /** One row: the table, what landed for it, and how many different keys. */
    private static Dataset<Row> counts(Step step) {
        DatasetSchema schema = DatasetSchema.of(step.type);
        Column[] key = schema.key().stream().map(functions::col).toArray(Column[]::new);
        return step.landed
                .groupBy(key)
                .count()
                .agg(coalesce(sum("count"), lit(0L)).as("landed"), count(lit(1)).as("different"))
                .select(lit(schema.name()), col("landed"), col("different"));
    }

    private static HopCount hop(String table, Map<String, Row> counts, Map<String, Long> rowsWritten) {
        Row count = Objects.requireNonNull(counts.get(table));
        long landed = count.getLong(1);
        long different = count.getLong(2);
        return new HopCount("conform", table, landed, rowsWritten.getOrDefault(table, 0L), 0, landed - different);
    }

    /** Rows that repeat a post in everything but the topic under which the source lists it. */
    public long identicalPosts() {
        Dataset<Row> listed = landing.postSnapshots().where(col("source_topic").isNotNull());
        Column[] content = Stream.of(listed.drop("source_topic", "source_line").columns())
                .map(functions::col)
                .toArray(Column[]::new);
        return listed.groupBy(content)
                .agg(count(lit(1)).as("rows"))
                .agg(coalesce(sum("rows"), lit(0L)).minus(count(lit(1))))
                .first()
                .getLong(0);
    }
}
