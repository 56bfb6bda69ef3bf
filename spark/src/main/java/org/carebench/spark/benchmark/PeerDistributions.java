package org.carebench.spark.benchmark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.carebench.contract.mart.PeerDistribution;
import org.carebench.spark.table.RecordRows;

/** Question 3: how every outcome measure is distributed within every peer group. */
final class PeerDistributions {

    private PeerDistributions() {}

    /** Rows of {@link PeerDistribution}; one task holds all providers of a measure, some thousands. */
    static Dataset<Row> of(Dataset<Row> measured, long minimumGroupSize) {
        return measured.groupByKey((MapFunction<Row, String>) row -> row.<String>getAs("measure_id"), Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>)
                                (measure, rows) -> distributions(rows, minimumGroupSize),
                        RecordRows.encoder(PeerDistribution.class));
    }

    private static Iterator<Row> distributions(Iterator<Row> rows, long minimumGroupSize) {
        List<MeasuredProvider> providers = new ArrayList<>();
        rows.forEachRemaining(row -> providers.add(MeasuredProvider.of(row)));
        return RecordRows.of(new MeasureDistributions(minimumGroupSize).of(providers))
                .iterator();
    }
}
