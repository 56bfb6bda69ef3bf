package org.carebench.spark.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.carebench.contract.curated.Account;
import org.carebench.contract.curated.AccountDay;
import org.carebench.contract.curated.ConformedOrganization;
import org.carebench.contract.curated.ConformedOutcome;
import org.carebench.contract.curated.PatientReview;
import org.carebench.contract.curated.Post;
import org.carebench.contract.curated.PostMetric;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.lake.HopCount;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.spark.table.Table;

/** From what one night landed to the curated tables of its release. */
public final class Conform {

    /** What landed for a curated table, and what became of it. */
    private record Step(Class<? extends Record> type, Dataset<Row> landed, Dataset<Row> curated) {}

    private final Landing landing;
    private final List<Step> steps;

    public Conform(Landing landing, BenchmarkRequest request) {
        this.landing = landing;
        Dataset<Row> matches = FacilityMatch.match(landing.organizations(), landing.facilities())
                .persist();
        Dataset<Row> organizations = landing.organizations()
                .transform(rows -> Organizations.withBeds(rows, landing.facilities(), matches))
                .transform(rows -> Organizations.withBedBand(rows, request.bedBands()))
                .transform(rows -> Organizations.withOwnershipGroup(rows, request.ownershipGroups()));
        Problems raised = new Problems(request.night().sources());
        Dataset<Row> problems = landing.problems()
                .unionByName(raised.ambiguousMatches(landing.organizations(), matches))
                .unionByName(raised.unknownOrganizations(landing))
                .persist();
        Dataset<Row> posts = landing.postSnapshots();
        this.steps = List.of(
                new Step(ConformedOrganization.class, landing.organizations(), organizations),
                new Step(Account.class, landing.accountLinks(), Accounts.accounts(landing.accountLinks())),
                new Step(
                        AccountDay.class, landing.accountSnapshots(), Accounts.accountDays(landing.accountSnapshots())),
                new Step(Post.class, posts, Posts.posts(posts)),
                new Step(PostMetric.class, Posts.metrics(posts), Posts.metrics(Posts.chosen(posts))),
                new Step(PatientReview.class, landing.reviews(), landing.reviews()),
                new Step(ConformedOutcome.class, landing.outcomes(), landing.outcomes()),
                new Step(Problem.class, problems, problems));
    }

    /** The curated tables, in the order in which they are written. */
    public List<Table> tables() {
        return steps.stream().map(step -> Table.of(step.type, step.curated)).toList();
    }

    /**
     * Accounts for every landed record: it became a curated row, or repeats one.
     *
     * @param rowsWritten rows of each curated table
     * @throws IllegalArgumentException where a record is unaccounted for
     */
    public List<HopCount> hops(Map<String, Long> rowsWritten) {
        return steps.stream().map(step -> hop(step, rowsWritten)).toList();
    }

    private static HopCount hop(Step step, Map<String, Long> rowsWritten) {
        DatasetSchema schema = DatasetSchema.of(step.type);
        Column[] key = schema.key().stream().map(functions::col).toArray(Column[]::new);
        Row counts = step.landed
                .groupBy(key)
                .count()
                .agg(coalesce(sum("count"), lit(0L)), count(lit(1)))
                .first();
        long landed = counts.getLong(0);
        long distinct = counts.getLong(1);
        long written = rowsWritten.getOrDefault(schema.name(), 0L);
        return new HopCount("conform", schema.name(), landed, written, 0, landed - distinct);
    }

    /** Rows that repeat a post in everything but the topic under which the source lists it. */
    public long identicalPosts() {
        Dataset<Row> posts = landing.postSnapshots();
        return posts.count()
                - posts.drop("source_topic", "source_line").distinct().count();
    }
}
