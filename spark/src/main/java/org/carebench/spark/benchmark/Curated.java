package org.carebench.spark.benchmark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carebench.spark.metric.MetricInputs;

/** The curated tables that the mart is made from. */
public record Curated(
        Dataset<Row> organizations,
        Dataset<Row> accounts,
        Dataset<Row> accountDays,
        Dataset<Row> coverage,
        Dataset<Row> posts,
        Dataset<Row> postMetrics,
        Dataset<Row> postMetricsAtAge,
        Dataset<Row> postTags,
        Dataset<Row> interactions,
        Dataset<Row> answerableItems,
        Dataset<Row> reviews,
        Dataset<Row> outcomes) {

    MetricInputs metricInputs() {
        return new MetricInputs(
                organizations,
                accounts,
                accountDays,
                coverage,
                posts,
                postMetrics,
                postMetricsAtAge,
                postTags,
                interactions,
                answerableItems,
                reviews);
    }
}
