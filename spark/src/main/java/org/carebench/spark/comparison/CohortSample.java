package org.carebench.spark.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.carebench.contract.lake.ComparisonRule.Kind;
import org.carebench.spark.statistics.Clusters;
import org.carebench.spark.statistics.SortedSample;
import org.jspecify.annotations.Nullable;

/**
 * Members of the high and the low cohort of which the outcome and all covariates are known, in the order of their ids, so
 * that no number depends on the order in which they came. Every estimator of a contrast sees the same providers.
 */
final class CohortSample {

    private final List<ComparedProvider> providers;
    private final boolean withFollowers;
    private final CohortSizes sizes;
    private final Scale scale;

    private CohortSample(List<ComparedProvider> providers, boolean withFollowers, long excluded, Scale scale) {
        this.providers = providers;
        this.withFollowers = withFollowers;
        this.sizes = CohortSizes.of(
                providers.stream()
                        .map(each -> new CohortSizes.Member(each.cluster(), each.isHigh()))
                        .toList(),
                excluded);
        this.scale = scale;
    }

    static CohortSample of(Contrast contrast, List<ComparedProvider> providers) {
        boolean withFollowers = contrast.outcome().isPerFollower();
        List<ComparedProvider> members =
                providers.stream().filter(ComparedProvider::isInContrast).toList();
        List<ComparedProvider> complete = complete(contrast, members);
        return new CohortSample(complete, withFollowers, members.size() - complete.size(), Scale.PLAIN);
    }

    /**
     * Providers whose outcome and covariates are known, sorted by id.
     *
     * @throws IllegalArgumentException where a provider comes twice, or a skewed outcome is negative
     */
    static List<ComparedProvider> complete(Contrast contrast, List<ComparedProvider> providers) {
        boolean withFollowers = contrast.outcome().isPerFollower();
        List<ComparedProvider> complete = providers.stream()
                .filter(provider -> provider.outcome() != null && Covariates.areKnown(provider.traits(), withFollowers))
                .sorted(Comparator.comparing(ComparedProvider::organizationId))
                .toList();
        for (int i = 0; i < complete.size(); i++) {
            ComparedProvider provider = complete.get(i);
            if (i > 0 && provider.organizationId().equals(complete.get(i - 1).organizationId())) {
                throw new IllegalArgumentException("Cannot compare providers by "
                        + contrast.outcome().id() + ": " + provider.organizationId()
                        + " comes twice; read only one source of it");
            }
            if (contrast.outcome().kind() == Kind.RATIO && provider.knownOutcome() < 0) {
                throw new IllegalArgumentException("Cannot compare providers by the ratio of "
                        + contrast.outcome().id() + ": " + provider.organizationId() + " has " + provider.outcome()
                        + "; define it as a difference");
            }
        }
        return complete;
    }

    /** The part with a positive outcome, on the scale of logarithms. */
    CohortSample positive() {
        List<ComparedProvider> part = providers.stream()
                .filter(provider -> provider.knownOutcome() > 0)
                .toList();
        return new CohortSample(part, withFollowers, sizes.excluded(), Scale.LOGARITHM);
    }

    List<ComparedProvider> providers() {
        return providers;
    }

    CohortSizes sizes() {
        return sizes;
    }

    Scale scale() {
        return scale;
    }

    /** Values on the scale. */
    double[] outcome() {
        return providers.stream()
                .mapToDouble(provider -> scale.to(provider.knownOutcome()))
                .toArray();
    }

    boolean[] isHigh() {
        boolean[] isHigh = new boolean[providers.size()];
        for (int i = 0; i < isHigh.length; i++) {
            isHigh[i] = providers.get(i).isHigh();
        }
        return isHigh;
    }

    /** Values of a cohort, on the scale. */
    double[] outcome(boolean ofHigh) {
        return of(ofHigh, outcome());
    }

    SortedSample sample(boolean ofHigh) {
        return SortedSample.of(outcome(ofHigh));
    }

    /** What of a column belongs to a cohort. */
    double[] of(boolean ofHigh, double[] column) {
        return IntStream.range(0, providers.size())
                .filter(i -> providers.get(i).isHigh() == ofHigh)
                .mapToDouble(i -> column[i])
                .toArray();
    }

    Clusters clusters() {
        return Clusters.of(providers.stream().map(ComparedProvider::cluster).toList());
    }

    Covariates covariates() {
        return Covariates.of(providers, withFollowers);
    }

    Covariates covariatesWithStates() {
        return Covariates.withStates(providers, withFollowers);
    }

    /** Standard deviation within the cohorts, on the scale; NULL where nothing varies. */
    @Nullable Double pooledDeviation() {
        SortedSample high = sample(true);
        SortedSample low = sample(false);
        Double ofHigh = high.variance();
        Double ofLow = low.variance();
        if (ofHigh == null || ofLow == null) {
            return null;
        }
        double freedom = (double) high.size() + low.size() - 2;
        double variance = ((high.size() - 1) * ofHigh + (low.size() - 1) * ofLow) / freedom;
        return variance > 0 ? Math.sqrt(variance) : null;
    }
}
