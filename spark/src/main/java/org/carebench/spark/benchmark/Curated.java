package org.carebench.spark.benchmark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The curated tables that the mart is made from. */
public record Curated(
        Dataset<Row> organizations,
        Dataset<Row> accounts,
        Dataset<Row> posts,
        Dataset<Row> postMetrics,
        Dataset<Row> outcomes) {}
