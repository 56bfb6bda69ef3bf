package org.carebench.spark.conform;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a release is made from, one dataset per landing record of the contract; empty where nothing landed. What live
 * platforms gave in the nights before is among it, for platforms say each night only what is new.
 *
 * @param accountLinks of this night and those before
 * @param linksOfNight of this night alone
 * @param coverage of this night alone
 * @param problems of this night alone
 */
public record Landing(
        Dataset<Row> organizations,
        Dataset<Row> facilities,
        Dataset<Row> traits,
        Dataset<Row> accountLinks,
        Dataset<Row> linksOfNight,
        Dataset<Row> accountSnapshots,
        Dataset<Row> postSnapshots,
        Dataset<Row> interactions,
        Dataset<Row> discussions,
        Dataset<Row> accountInsights,
        Dataset<Row> reviews,
        Dataset<Row> outcomes,
        Dataset<Row> coverage,
        Dataset<Row> problems) {}
