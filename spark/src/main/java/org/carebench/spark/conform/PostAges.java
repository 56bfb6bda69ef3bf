package org.carebench.spark.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.time.Instant;
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
import org.apache.spark.sql.functions;
import org.carebench.contract.curated.PostMetricAtAge;
import org.carebench.contract.schema.MeasureState;
import org.carebench.spark.conform.CounterHistory.Capture;
import org.carebench.spark.conform.CounterHistory.Observation;
import org.carebench.spark.table.RecordRows;

/** Counters of posts at fixed ages, so that a post of last week can be compared with one of last year. */
final class PostAges {

    /** As posts are ordered: of several rows at one instant, the one with most views, then the first of the file. */
    private static final Comparator<Row> SPEAKER_FIRST = Comparator.<Row, Instant>comparing(
                    row -> instant(row, "observed_at"))
            .thenComparing(row -> row.getAs("views"), Comparator.nullsLast(Comparator.<Long>reverseOrder()))
            .thenComparing(row -> row.<Long>getAs("source_line"))
            .thenComparing(row -> row.<String>getAs("source_id"));

    private PostAges() {}

    /**
     * One row per post of a provider, metric that any observation of the post carries, and age. A counter that was looked at
     * in time and not given has none: post_metric says why. A post that was found gone was not observed then. All
     * observations of a post meet in one task: one shuffle.
     *
     * @param snapshots every landed observation
     * @param asOf end of the business date
     */
    static Dataset<Row> atAges(Dataset<Row> snapshots, Instant asOf) {
        List<String> columns = new ArrayList<>(
                List.of("post_id", "platform", "published_at", "observed_at", "source_line", "source_id"));
        Posts.METRICS.forEach(metric -> columns.addAll(List.of(metric, metric + "_state", metric + "_definition")));
        FlatMapGroupsFunction<String, Row, Row> rows = (post, observations) ->
                RecordRows.of(ofPost(observations, asOf)).iterator();
        return snapshots
                .where(col("account_id").isNotNull())
                .where(not(col("is_removed")))
                .select(columns.stream().map(functions::col).toArray(Column[]::new))
                .groupByKey((MapFunction<Row, String>) row -> row.getAs("post_id"), Encoders.STRING())
                .flatMapGroups(rows, RecordRows.encoder(PostMetricAtAge.class));
    }

    private static List<PostMetricAtAge> ofPost(Iterator<Row> observations, Instant asOf) {
        List<Row> rows = new ArrayList<>();
        observations.forEachRemaining(rows::add);
        rows.sort(SPEAKER_FIRST);
        // The latest observation says when the post was published, as in table post.
        Row last = rows.get(rows.size() - 1);
        Row speaker = rows.stream()
                .filter(row -> instant(row, "observed_at").equals(instant(last, "observed_at")))
                .findFirst()
                .orElse(last);
        return Posts.METRICS.stream()
                .map(metric -> new CounterHistory(
                        speaker.getAs("post_id"),
                        speaker.getAs("platform"),
                        metric,
                        instant(speaker, "published_at"),
                        rows.stream().flatMap(row -> observation(row, metric)).toList()))
                .filter(history -> !history.observations().isEmpty())
                .flatMap(history -> PostMetricAtAge.AGES_IN_DAYS.stream().map(days -> history.atAge(days, asOf)))
                .filter(row -> row.value() != null || !row.capture().equals(Capture.ON_TIME.name()))
                .toList();
    }

    private static Stream<Observation> observation(Row row, String metric) {
        String state = row.getAs(metric + "_state");
        return MeasureState.NOT_IN_SOURCE.name().equals(state)
                ? Stream.of()
                : Stream.of(new Observation(
                        instant(row, "observed_at"), row.getAs(metric), state, row.getAs(metric + "_definition")));
    }

    private static Instant instant(Row row, String column) {
        return row.getAs(column);
    }
}
