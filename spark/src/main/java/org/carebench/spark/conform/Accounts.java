package org.carebench.spark.conform;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Accounts of providers and their counters. */
final class Accounts {

    private Accounts() {}

    /** One row per account and provider: the verified link before the candidate, then the newer crosswalk. */
    static Dataset<Row> accounts(Dataset<Row> links) {
        return FirstRows.perKey(
                links,
                List.of("account_id", "organization_id"),
                col("evidence").desc(),
                col("source_as_of").desc(),
                col("source_id"),
                col("source_line"));
    }

    /** The latest observation of each account. */
    static Dataset<Row> accountDays(Dataset<Row> snapshots) {
        return FirstRows.perKey(
                snapshots, List.of("account_id"), col("observed_at").desc(), col("source_id"), col("source_line"));
    }
}
