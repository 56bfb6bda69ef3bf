package org.carebench.spark.benchmark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.carebench.contract.mart.AdoptionSummary;
import org.carebench.spark.table.RecordRows;

/** Question 4 in sum: how many providers of every peer group have a known account, by platform. */
final class AdoptionSummaries {

    private AdoptionSummaries() {}

    /** Rows of {@link AdoptionSummary} for every platform that any account is on. */
    static Dataset<Row> of(Dataset<Row> accounts, Dataset<Row> organizations, long minimumGroupSize) {
        Dataset<Row> present = accounts.select(
                        col("organization_id"), col("platform"), lit(true).as("is_known"))
                .distinct();
        return Peers.grouped(organizations)
                .crossJoin(accounts.select("platform").distinct())
                .join(present, new String[] {"organization_id", "platform"}, "left")
                .withColumn("is_present", coalesce(col("is_known"), lit(false)))
                .groupByKey((MapFunction<Row, String>) row -> row.<String>getAs("platform"), Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>)
                                (platform, rows) -> summaries(platform, rows, minimumGroupSize),
                        RecordRows.encoder(AdoptionSummary.class));
    }

    private static Iterator<Row> summaries(String platform, Iterator<Row> rows, long minimumGroupSize) {
        List<PlatformAdoption.Provider> providers = new ArrayList<>();
        rows.forEachRemaining(row -> providers.add(new PlatformAdoption.Provider(
                row.<Boolean>getAs("is_present"), row.getJavaMap(row.fieldIndex("known_groups")))));
        return RecordRows.of(new PlatformAdoption(minimumGroupSize).summarize(platform, providers))
                .iterator();
    }
}
