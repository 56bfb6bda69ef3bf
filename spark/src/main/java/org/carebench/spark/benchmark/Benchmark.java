package org.carebench.spark.benchmark;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.mart.Adoption;
import org.carebench.contract.mart.AdoptionSummary;
import org.carebench.contract.mart.PeerDistribution;
import org.carebench.contract.mart.PeerPosition;
import org.carebench.contract.mart.ProviderMetric;
import org.carebench.contract.mart.Recommendation;
import org.carebench.spark.metric.MetricComputation;
import org.carebench.spark.metric.ProviderMetrics;
import org.carebench.spark.table.Table;

/** From the curated tables of a release to its mart tables. */
public final class Benchmark {

    private Benchmark() {}

    /** The mart tables, in the order in which they are written. */
    public static List<Table> tables(Curated curated, BenchmarkRequest request) {
        int minimum = request.minimumGroupSize();
        Dataset<Row> measured = Peers.measured(curated.outcomes(), curated.organizations());
        return List.of(
                Table.of(Adoption.class, Adoptions.of(curated.accounts(), curated.posts(), curated.postMetrics())),
                Table.of(
                        AdoptionSummary.class,
                        AdoptionSummaries.of(curated.accounts(), curated.organizations(), minimum)),
                Table.of(PeerDistribution.class, PeerDistributions.of(measured, minimum)),
                Table.of(Recommendation.class, Recommendations.of(measured, request.recommendation(), minimum)),
                Table.of(
                        ProviderMetric.class,
                        ProviderMetrics.of(curated.metricInputs(), MetricComputation.of(request))),
                Table.of(
                        PeerPosition.class,
                        PeerPositions.of(
                                PeerPositions.surveyed(curated.outcomes()), curated.organizations(), minimum)));
    }
}
