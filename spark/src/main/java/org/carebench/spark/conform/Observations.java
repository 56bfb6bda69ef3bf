package org.carebench.spark.conform;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Things that platforms show again and again, each once: as it was last observed. */
final class Observations {

    private Observations() {}

    /**
     * Comments, replies, mentions and quotes. None is dropped: what is no longer shown stays as it was. One that was seen under
     * a post speaks before one that was only seen as a mention.
     */
    static Dataset<Row> interactions(Dataset<Row> landed) {
        return FirstRows.perKey(
                landed,
                List.of("interaction_id", "account_id"),
                col("post_id").isNull(),
                col("observed_at").desc(),
                col("source_id"),
                col("source_line"));
    }

    /** Public posts by the search that found them. */
    static Dataset<Row> discussions(Dataset<Row> landed) {
        return latest(landed, "discussion_id", "search_id");
    }

    /** Figures of accounts by metric and day; platforms settle them days later. */
    static Dataset<Row> insights(Dataset<Row> landed) {
        return latest(landed, "account_id", "metric", "day");
    }

    /** Reviews; those of files, which say no instant of observation, by the date of their file. */
    static Dataset<Row> reviews(Dataset<Row> landed) {
        return FirstRows.perKey(
                landed,
                List.of("review_id"),
                col("observed_at").desc_nulls_last(),
                col("source_as_of").desc(),
                col("source_id"),
                col("source_line"));
    }

    private static Dataset<Row> latest(Dataset<Row> landed, String... key) {
        return FirstRows.perKey(landed, List.of(key), col("observed_at").desc(), col("source_id"), col("source_line"));
    }
}
