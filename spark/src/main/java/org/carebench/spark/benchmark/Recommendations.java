package org.carebench.spark.benchmark;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.carebench.contract.lake.RecommendationRule;
import org.carebench.contract.mart.Recommendation;
import org.carebench.spark.table.RecordRows;

/** Question 9: who is in the recommended category. */
final class Recommendations {

    private Recommendations() {}

    /** Rows of {@link Recommendation}; peers are of the same period. */
    static Dataset<Row> of(Dataset<Row> measured, RecommendationRule rule, long minimumGroupSize) {
        RecommendedCategory category = RecommendedCategory.of(rule, minimumGroupSize);
        return measured.where(col("measure_id").equalTo(rule.measureId()))
                .groupByKey((MapFunction<Row, String>) Recommendations::period, Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>) (period, rows) -> decisions(rows, category),
                        RecordRows.encoder(Recommendation.class));
    }

    private static String period(Row row) {
        return Objects.toString(row.getAs("period_start"));
    }

    private static Iterator<Row> decisions(Iterator<Row> rows, RecommendedCategory category) {
        List<MeasuredProvider> providers = new ArrayList<>();
        rows.forEachRemaining(row -> providers.add(MeasuredProvider.of(row)));
        return RecordRows.of(category.decide(providers)).iterator();
    }
}
