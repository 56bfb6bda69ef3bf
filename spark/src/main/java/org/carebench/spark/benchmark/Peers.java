package org.carebench.spark.benchmark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Providers with the peer groups that they are compared in. */
final class Peers {

    private Peers() {}

    /** Curated outcomes with peer_groups; a provider that no registry lists is unknown in every dimension. */
    static Dataset<Row> measured(Dataset<Row> outcomes, Dataset<Row> organizations) {
        return outcomes.join(grouped(organizations), new String[] {"organization_id"}, "left")
                .withColumn("peer_groups", coalesce(col("known_groups"), PeerDimension.unknownGroups()));
    }

    /** Every provider in force: organization_id and known_groups. */
    static Dataset<Row> grouped(Dataset<Row> organizations) {
        return organizations.select(
                col("organization_id"), PeerDimension.groups().as("known_groups"));
    }
}
