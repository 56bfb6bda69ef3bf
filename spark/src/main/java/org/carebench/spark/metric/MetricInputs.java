package org.carebench.spark.metric;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The curated tables that metrics are computed from. */
public record MetricInputs(
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
        Dataset<Row> reviews) {}
