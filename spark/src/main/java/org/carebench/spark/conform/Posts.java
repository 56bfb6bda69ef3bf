package org.carebench.spark.conform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.carebench.contract.schema.MeasureState;

/** Posts and their counters, each post once. */
final class Posts {

    /** Every counter of a post. */
    static final List<String> METRICS =
            List.of("views", "likes", "comments", "shares", "quotes", "saves", "impressions", "reach", "clicks");

    private static final String VIEWS_OF_ROW = "views_of_row";

    private Posts() {}

    /**
     * Posts with every topic under which any of their rows was listed. The latest observation speaks for a post; of several at
     * that instant the one with most views, then the first of the file. One that found the post gone only says so: what was
     * seen of it before stays.
     */
    static Dataset<Row> posts(Dataset<Row> snapshots) {
        WindowSpec post = Window.partitionBy("post_id");
        Column seenAt = max(when(not(col("is_removed")), col("observed_at"))).over(post);
        Column goneAt = max(when(col("is_removed"), col("observed_at"))).over(post);
        Dataset<Row> listed = snapshots
                .withColumn("topics", collect_set("source_topic").over(post))
                .withColumn("is_gone", coalesce(goneAt.gt(seenAt), goneAt.isNotNull()));
        Column[] seenAndLatestFirst = Stream.concat(Stream.of(col("is_removed")), Stream.of(latestFirst(col("views"))))
                .toArray(Column[]::new);
        return FirstRows.perKey(listed, List.of("post_id"), seenAndLatestFirst)
                .withColumn("is_removed", col("is_gone"))
                .withColumn("source_topics", nullif(array_join(array_sort(col("topics")), ";"), lit("")));
    }

    /** One row per post and metric that any of its rows carries: the latest that does, chosen as posts are. */
    static Dataset<Row> metrics(Dataset<Row> snapshots) {
        return FirstRows.perKey(carried(snapshots), List.of("post_id", "metric"), latestFirst(col(VIEWS_OF_ROW)));
    }

    /** One row per given row and metric that its source carries. */
    static Dataset<Row> carried(Dataset<Row> snapshots) {
        Column[] metrics = METRICS.stream().map(Posts::metric).toArray(Column[]::new);
        return snapshots
                .select(
                        col("post_id"),
                        col("platform"),
                        col("observed_at"),
                        col("views").as(VIEWS_OF_ROW),
                        col("source_line"),
                        col("source_id"),
                        inline(array(metrics)))
                .where(col("value_state").notEqual(MeasureState.NOT_IN_SOURCE.name()));
    }

    private static Column metric(String name) {
        return struct(
                lit(name).as("metric"),
                col(name).as("value"),
                col(name + "_state").as("value_state"),
                col(name + "_precision").as("value_precision"),
                col(name + "_definition").as("definition"));
    }

    private static Column[] latestFirst(Column views) {
        return new Column[] {col("observed_at").desc(), views.desc_nulls_last(), col("source_line"), col("source_id")};
    }
}
