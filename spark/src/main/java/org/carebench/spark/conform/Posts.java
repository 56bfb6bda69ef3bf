package org.carebench.spark.conform;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Posts and their counters, each post once. */
final class Posts {

    private static final List<String> METRICS = List.of("views", "likes", "comments");

    private Posts() {}

    /**
     * The row that speaks for a post: the latest observation; of several at that instant the one with most views, then
     * the first of the file.
     */
    static Dataset<Row> chosen(Dataset<Row> snapshots) {
        return FirstRows.perKey(
                snapshots,
                List.of("post_id"),
                col("observed_at").desc(),
                col("views").desc_nulls_last(),
                col("source_line"),
                col("source_id"));
    }

    /** Posts with every topic under which any of their rows was listed. */
    static Dataset<Row> posts(Dataset<Row> snapshots) {
        Dataset<Row> topics = snapshots
                .groupBy("post_id")
                .agg(array_join(array_sort(collect_set("source_topic")), ";").as("topics"))
                .withColumn("source_topics", nullif(col("topics"), lit("")));
        return chosen(snapshots).join(topics, "post_id");
    }

    /** One row per given row and metric. */
    static Dataset<Row> metrics(Dataset<Row> posts) {
        return METRICS.stream()
                .map(metric -> metric(posts, metric))
                .reduce(Dataset::unionByName)
                .orElseThrow();
    }

    private static Dataset<Row> metric(Dataset<Row> posts, String metric) {
        return posts.select(
                col("post_id"),
                lit(metric).as("metric"),
                col("platform"),
                col("observed_at"),
                col(metric).as("value"),
                col(metric + "_state").as("value_state"),
                col(metric + "_precision").as("value_precision"),
                col(metric + "_definition").as("definition"));
    }
}
