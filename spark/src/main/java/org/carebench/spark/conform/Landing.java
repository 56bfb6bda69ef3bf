package org.carebench.spark.conform;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What one night landed, one dataset per landing record of the contract; empty where nothing landed. */
public record Landing(
        Dataset<Row> organizations,
        Dataset<Row> facilities,
        Dataset<Row> accountLinks,
        Dataset<Row> accountSnapshots,
        Dataset<Row> postSnapshots,
        Dataset<Row> reviews,
        Dataset<Row> outcomes,
        Dataset<Row> problems) {}
