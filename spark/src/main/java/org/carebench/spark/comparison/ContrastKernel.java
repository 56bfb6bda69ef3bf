package org.carebench.spark.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.carebench.contract.lake.ComparisonRule;
import org.carebench.contract.lake.ComparisonRule.Kind;
import org.carebench.contract.mart.CohortBalance;
import org.carebench.contract.mart.CohortComparison;
import org.carebench.spark.comparison.Estimator.Layer;
import org.carebench.spark.statistics.Seeds;
import org.jspecify.annotations.Nullable;

/**
 * Compares the high with the low cohort of one contrast. The headline is the adjusted regression; the other estimators
 * describe, or show how much hangs on it. Where the data do not carry a number, there is none, and the row says why.
 */
public final class ContrastKernel {

    /** Dimension of comparisons over all providers. */
    public static final String NATIONAL = "national";

    private static final String EVERYBODY = "all";

    private final ComparisonRule rule;
    private final long minimumGroupSize;
    private final Regressions regressions;
    private final Weightings weightings;

    /**
     * Compares by a rule.
     *
     * @param minimumGroupSize of fewer providers nothing is shown, not even their number
     */
    public ContrastKernel(ComparisonRule rule, long minimumGroupSize) {
        this.rule = rule;
        this.minimumGroupSize = minimumGroupSize;
        this.regressions = new Regressions(rule.minimums());
        this.weightings = new Weightings(rule.minimums());
    }

    /**
     * All estimators over all providers, and the main ones within peer groups; q values are for the family to give.
     *
     * @param providers in any order, each once
     */
    public List<CohortComparison> compare(Contrast contrast, List<ComparedProvider> providers) {
        List<CohortComparison> rows = new ArrayList<>();
        CohortSample sample = CohortSample.of(contrast, providers);
        for (Estimator estimator : national(contrast)) {
            rows.add(row(contrast, NATIONAL, EVERYBODY, estimator, sample));
        }
        for (String dimension : rule.peerDimensions()) {
            for (String group : groups(providers, dimension)) {
                CohortSample members = CohortSample.of(
                        contrast,
                        providers.stream()
                                .filter(each -> group.equals(each.peerGroups().get(dimension)))
                                .toList());
                for (Estimator estimator : withinGroups(contrast)) {
                    rows.add(row(contrast, dimension, group, estimator, members));
                }
            }
        }
        return rows;
    }

    /** The headline over all providers alone. */
    public CohortComparison headline(Contrast contrast, List<ComparedProvider> providers) {
        return row(contrast, NATIONAL, EVERYBODY, headline(contrast), CohortSample.of(contrast, providers));
    }

    /** How alike the cohorts are before and after overlap weighting; no row where they are not weighted. */
    public List<CohortBalance> balance(Contrast contrast, List<ComparedProvider> providers) {
        CohortSample sample = CohortSample.of(contrast, providers);
        if (refusal(contrast, weightings.overlap(contrast.unit()), sample, sample) != null) {
            return List.of();
        }
        return weightings.balance(sample).stream()
                .map(each -> new CohortBalance(
                        contrast.exposure(),
                        contrast.outcome().id(),
                        contrast.platform(),
                        contrast.exposureEnd(),
                        each.covariate(),
                        each.meanHigh(),
                        each.meanLow(),
                        each.difference().before(),
                        each.difference().after(),
                        rule.version()))
                .toList();
    }

    private static SortedSet<String> groups(List<ComparedProvider> providers, String dimension) {
        SortedSet<String> groups = new TreeSet<>();
        for (ComparedProvider provider : providers) {
            String group = provider.peerGroups().get(dimension);
            if (group != null) {
                groups.add(group);
            }
        }
        return groups;
    }

    private List<Estimator> national(Contrast contrast) {
        Kind kind = contrast.outcome().kind();
        List<Estimator> estimators = new ArrayList<>(Descriptions.of(kind, contrast.unit()));
        if (contrast.isPrimary()) {
            estimators.add(Descriptions.bootstrap(contrast.unit(), rule.bootstrapReplicates(), seed(contrast)));
        }
        estimators.addAll(UnadjustedTests.of(kind, contrast.unit()));
        estimators.add(StratifiedTests.of(kind));
        estimators.add(headline(contrast));
        estimators.add(onScale(contrast, regressions.withStates(contrast.unit())));
        estimators.add(onScale(contrast, weightings.overlap(contrast.unit())));
        estimators.add(onScale(contrast, weightings.augmented(contrast.unit())));
        if (kind != Kind.BINARY) {
            estimators.add(regressions.ofRanks());
        }
        if (kind == Kind.RATIO) {
            estimators.add(regressions.ofPositiveShare());
        }
        return estimators;
    }

    /** Groups are small: what robustly describes, and what decides. */
    private List<Estimator> withinGroups(Contrast contrast) {
        return contrast.outcome().kind() == Kind.BINARY
                ? List.of(headline(contrast))
                : List.of(Descriptions.shift(contrast.unit()), UnadjustedTests.brunnerMunzel(), headline(contrast));
    }

    private Estimator headline(Contrast contrast) {
        return onScale(contrast, regressions.headline(contrast.unit()));
    }

    private static Estimator onScale(Contrast contrast, Estimator estimator) {
        return contrast.outcome().kind() == Kind.RATIO ? estimator.ofPositive() : estimator;
    }

    private long seed(Contrast contrast) {
        return Seeds.of(
                contrast.outcome().id(),
                contrast.exposureEnd().toString(),
                contrast.platform(),
                contrast.exposure(),
                rule.version());
    }

    private @Nullable Refusal refusal(Contrast contrast, Estimator estimator, CohortSample sample, CohortSample part) {
        String onlyDescribed = contrast.onlyDescribed();
        if (onlyDescribed != null && estimator.layer() != Layer.DESCRIPTION) {
            return Refusal.notEnough(onlyDescribed);
        }
        Refusal ofAll = Refusal.of(sample.sizes(), rule.minimums(), minimumGroupSize);
        return ofAll == null ? Refusal.of(part.sizes(), rule.minimums(), minimumGroupSize) : ofAll;
    }

    /** What an estimator says of a sample, if the sample is large enough for it. */
    Result result(Contrast contrast, Estimator estimator, CohortSample sample) {
        CohortSample part = estimator.part().apply(sample);
        Refusal refusal = refusal(contrast, estimator, sample, part);
        return new Result(refusal == null ? estimator.estimate().apply(part) : Estimate.refused(refusal), part.sizes());
    }

    /** The estimator of this name over all providers. */
    Estimator estimator(Contrast contrast, String name) {
        List<Estimator> all = national(contrast);
        return all.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot estimate by '" + name + "': use one of "
                        + all.stream().map(Estimator::name).toList()));
    }

    private CohortComparison row(
            Contrast contrast, String dimension, String group, Estimator estimator, CohortSample sample) {
        Result result = result(contrast, estimator, sample);
        // Levels of groups would add up to those of a group that is not shown.
        Estimate estimate = dimension.equals(NATIONAL)
                ? result.estimate()
                : result.estimate().withLevels(null, null);
        return row(contrast, dimension, group, estimator, estimate, result.sizes());
    }

    /** A row over all providers of an estimator that was carried out elsewhere. */
    CohortComparison row(Contrast contrast, Estimator estimator, Estimate estimate, CohortSizes sizes) {
        return row(contrast, NATIONAL, EVERYBODY, estimator, estimate, sizes);
    }

    private CohortComparison row(
            Contrast contrast,
            String dimension,
            String group,
            Estimator estimator,
            Estimate estimate,
            CohortSizes sizes) {
        boolean isHeadline = estimator.name().equals(Regressions.HEADLINE);
        Verdict verdict = isHeadline ? verdict(contrast, estimate) : null;
        Refusal refusal = estimate.refusal();
        return new CohortComparison(
                contrast.claim(),
                contrast.exposure(),
                contrast.outcome().id(),
                contrast.platform(),
                dimension,
                group,
                contrast.exposureEnd(),
                contrast.outcomeStart(),
                contrast.outcomeEnd(),
                estimator.name(sizes, rule.minimums()),
                estimator.layer().name(),
                isHeadline && contrast.isPrimary() && dimension.equals(NATIONAL),
                isHeadline,
                refusal == null ? Refusal.SHOWN : refusal.state(),
                refusal == null ? null : refusal.reason(),
                estimate.value(),
                estimator.unit(),
                estimate.interval() == null ? null : estimate.interval().low(),
                estimate.interval() == null ? null : estimate.interval().high(),
                estimate.standardError(),
                estimate.pValue(),
                null,
                estimate.high(),
                estimate.low(),
                count(sizes.high()),
                count(sizes.low()),
                count(sizes.systemsHigh(), sizes.high()),
                count(sizes.systemsLow(), sizes.low()),
                count(sizes.excluded()),
                estimate.adjustedFor(),
                estimate.detectable(),
                estimate.eValue() == null ? null : estimate.eValue().estimate(),
                estimate.eValue() == null ? null : estimate.eValue().limit(),
                verdict == null ? null : verdict.name(),
                verdict == null ? null : new Findings(contrast).of(verdict, estimate, sizes),
                rule.version());
    }

    private static Verdict verdict(Contrast contrast, Estimate estimate) {
        return estimate.interval() == null
                ? Verdict.NOT_SHOWN
                : Verdict.of(
                        Objects.requireNonNull(estimate.interval()),
                        contrast.outcome().minimumDifference(),
                        contrast.outcome().kind());
    }

    /** A number of providers; NULL where there are some, but fewer than may be shown. */
    @Nullable Long count(long providers) {
        return count(providers, providers);
    }

    private @Nullable Long count(long number, long providers) {
        return providers > 0 && providers < minimumGroupSize ? null : number;
    }
}
