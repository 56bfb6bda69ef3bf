package org.carebench.spark.benchmark;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.mart.Adoption;
import org.carebench.contract.mart.AdoptionSummary;
import org.carebench.contract.mart.MetricDistribution;
import org.carebench.contract.mart.PeerDistribution;
import org.carebench.contract.mart.PeerPosition;
import org.carebench.contract.mart.ProviderMetric;
import org.carebench.contract.mart.Recommendation;
import org.carebench.spark.comparison.Comparisons;
import org.carebench.spark.index.IndexRows;
import org.carebench.spark.metric.MetricComputation;
import org.carebench.spark.metric.ProviderMetrics;
import org.carebench.spark.table.Table;

/** From the curated tables of a release to its mart tables, in three steps: each reads what the step before has written. */
public final class Benchmark {

    private final Curated curated;
    private final BenchmarkRequest request;

    public Benchmark(Curated curated, BenchmarkRequest request) {
        this.curated = curated;
        this.request = request;
    }

    /** What every provider does and how it is judged. */
    public List<Table> ofProviders() {
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
                        ProviderMetrics.of(curated.metricInputs(), MetricComputation.of(request))));
    }

    /** Where providers stand among their peers, how integrated they are, and the cohorts that this makes. */
    public List<Table> ofIndex(Dataset<Row> providerMetrics) {
        Dataset<Row> values = PeerPositions.surveyed(curated.outcomes())
                .unionByName(PeerPositions.observed(providerMetrics, request));
        Table positions = Table.of(
                PeerPosition.class, PeerPositions.of(values, curated.organizations(), request.minimumGroupSize()));
        Table distributions = Table.of(
                MetricDistribution.class,
                MetricDistributions.of(providerMetrics, curated.organizations(), request.minimumGroupSize()));
        return Stream.concat(
                        Stream.of(positions, distributions),
                        IndexRows.of(providerMetrics, curated.organizations(), curated.accounts(), request).stream())
                .toList();
    }

    /** How cohorts differ. */
    public List<Table> ofCohorts(
            Dataset<Row> providerMetrics, Dataset<Row> recommendations, Dataset<Row> indices, Dataset<Row> cohorts) {
        return new Comparisons(
                        request.comparison(),
                        request.minimumGroupSize(),
                        curated.organizations(),
                        curated.outcomes(),
                        providerMetrics,
                        recommendations,
                        indices,
                        cohorts)
                .tables();
    }
}
