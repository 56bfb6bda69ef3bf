package org.carebench.spark.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.schema.DatasetSchema;

/** Accounts of providers and their counters. */
final class Accounts {

    private Accounts() {}

    /**
     * One row per account and provider: the newer link, and of one day the verified before the candidate. Handle and status
     * are those of the latest observation.
     */
    static Dataset<Row> accounts(Dataset<Row> links, Dataset<Row> snapshots) {
        Dataset<Row> linked = FirstRows.perKey(
                links,
                List.of("account_id", "organization_id"),
                col("source_as_of").desc(),
                col("evidence").desc(),
                col("source_id"),
                col("source_line"));
        Dataset<Row> latest = FirstRows.perKey(
                snapshots.select("account_id", "observed_at", "handle", "status", "source_id", "source_line"),
                List.of("account_id"),
                latestFirst());
        return linked.join(latest.select("account_id", "handle", "status"), new String[] {"account_id"}, "left")
                .withColumn("status", coalesce(col("status"), lit(AccountStatus.UNKNOWN.name())));
    }

    /** Snapshots with the day of their observation in UTC. */
    static Dataset<Row> withDay(Dataset<Row> snapshots) {
        return snapshots.withColumn("observed_on", to_date(col("observed_at")));
    }

    /** The latest observation of each account and day. */
    static Dataset<Row> accountDays(Dataset<Row> snapshots) {
        return FirstRows.perKey(withDay(snapshots), List.of("account_id", "observed_on"), latestFirst());
    }

    /** One row per key: two names of the roster may turn out to be the same account, which was then read twice. */
    static Dataset<Row> coverage(Dataset<Row> landed) {
        return FirstRows.perKey(
                landed, DatasetSchema.of(AccountCoverage.class).key(), col("source_id"), col("source_line"));
    }

    private static Column[] latestFirst() {
        return new Column[] {col("observed_at").desc(), col("source_id"), col("source_line")};
    }
}
