package org.carebench.spark.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carebench.contract.lake.ComparisonRule;
import org.carebench.contract.lake.ComparisonRule.Kind;
import org.carebench.contract.lake.ComparisonRule.Source;
import org.carebench.contract.mart.CohortComparison;
import org.carebench.spark.comparison.Estimator.Layer;
import org.carebench.spark.comparison.ProviderPanel.Exposed;
import org.carebench.spark.comparison.ProviderPanel.Observed;
import org.carebench.spark.statistics.DifferenceInDifferences;
import org.carebench.spark.statistics.PanelObservation;
import org.carebench.spark.statistics.StudentEstimate;
import org.jspecify.annotations.Nullable;

/**
 * Change of providers that enter the high cohort against providers of the middle and low cohorts that never do. Cohorts
 * are lagged: the change starts in the period after the one by which a provider entered, so that one campaign does not
 * move both. Of metrics only: surveys of overlapping years would share their answers.
 */
public final class Movers {

    static final String ESTIMATOR = "movers_did";

    private static final int BEFORE = 4;
    private static final int AFTER = 4;
    private static final int DAYS_OF_A_PERIOD = 91;

    private final ComparisonRule rule;
    private final long minimumGroupSize;
    private final ContrastKernel kernel;

    public Movers(ComparisonRule rule, long minimumGroupSize) {
        this.rule = rule;
        this.minimumGroupSize = minimumGroupSize;
        this.kernel = new ContrastKernel(rule, minimumGroupSize);
    }

    /** One row for every exposure of a metric, at the end of the last period; no row of other outcomes. */
    public List<CohortComparison> of(
            ComparisonRule.Outcome outcome, String platform, String unit, Collection<ProviderPanel> panels) {
        List<CohortComparison> rows = new ArrayList<>();
        if (outcome.source() != Source.METRIC || outcome.kind() == Kind.BINARY) {
            return rows;
        }
        for (String exposure : rule.exposures()) {
            Optional<LocalDate> last = panels.stream()
                    .flatMap(panel -> panel.exposures().stream())
                    .filter(each -> each.exposure().equals(exposure))
                    .map(Exposed::end)
                    .max(Comparator.naturalOrder());
            if (last.isPresent()) {
                Contrast contrast = Contrast.of(rule, exposure, outcome, platform, last.get(), null, null, unit, null);
                rows.add(row(contrast, observations(contrast, panels)));
            }
        }
        return rows;
    }

    private CohortComparison row(Contrast contrast, List<PanelObservation> observations) {
        CohortSizes sizes = sizes(observations);
        Refusal refusal = Refusal.of(sizes, rule.minimums(), minimumGroupSize);
        if (refusal == null && sizes.systems() < rule.minimums().systemsForCr1()) {
            refusal = Refusal.notEnough("fewer than " + rule.minimums().systemsForCr1() + " health systems");
        }
        Estimate estimate = refusal == null ? estimate(contrast, observations) : Estimate.refused(refusal);
        String unit = contrast.outcome().kind() == Kind.RATIO ? Estimator.RATIO : contrast.unit();
        return kernel.row(contrast, Estimator.of(ESTIMATOR, Layer.MOVERS, unit, sample -> estimate), estimate, sizes);
    }

    private static Estimate estimate(Contrast contrast, List<PanelObservation> observations) {
        StudentEstimate change =
                DifferenceInDifferences.of(observations, BEFORE, AFTER).change();
        return change == null
                ? Estimate.refused(Refusal.notEnough("no provider is known on both sides of its entry"))
                : Estimate.of(change, Verdict.scale(contrast.outcome().kind()), "own past, never-movers");
    }

    /** Movers stand for the high cohort, those that never entered for the low one. */
    private static CohortSizes sizes(List<PanelObservation> observations) {
        SortedMap<String, CohortSizes.Member> members = new TreeMap<>();
        for (PanelObservation each : observations) {
            members.put(each.organization(), new CohortSizes.Member(each.cluster(), each.firstEntry() != null));
        }
        return CohortSizes.of(List.copyOf(members.values()), 0);
    }

    private static List<PanelObservation> observations(Contrast contrast, Collection<ProviderPanel> panels) {
        Scale scale = Verdict.scale(contrast.outcome().kind());
        List<PanelObservation> observations = new ArrayList<>();
        for (ProviderPanel panel : panels) {
            History history = History.of(panel, contrast.exposure());
            if (history == null) {
                continue;
            }
            for (Observed observed : panel.outcomes()) {
                if (observed.start() != null && (scale == Scale.PLAIN || observed.value() > 0)) {
                    observations.add(new PanelObservation(
                            panel.organizationId(),
                            panel.cluster(),
                            period(observed.start()),
                            scale.to(observed.value()),
                            history.firstEntry()));
                }
            }
        }
        return observations;
    }

    /** Number of a period on the grid; periods are thirteen weeks each. */
    private static int period(LocalDate start) {
        return Math.toIntExact(Math.floorDiv(start.toEpochDay(), (long) DAYS_OF_A_PERIOD));
    }

    /**
     * What a provider's cohorts say of it.
     *
     * @param firstEntry period whose outcome is the first after it entered; NULL where it never did
     */
    private record History(@Nullable Integer firstEntry) {

        /** NULL where the provider is neither a mover that stayed nor one that never entered. */
        static @Nullable History of(ProviderPanel panel, String exposure) {
            SortedMap<LocalDate, String> cohorts = new TreeMap<>();
            for (Exposed each : panel.exposures()) {
                if (each.exposure().equals(exposure)) {
                    cohorts.put(each.end(), each.cohort());
                }
            }
            List<String> inOrder = List.copyOf(cohorts.values());
            List<LocalDate> ends = List.copyOf(cohorts.keySet());
            int entry = inOrder.indexOf(ComparedProvider.HIGH);
            if (entry < 0) {
                boolean isEligible = inOrder.stream().anyMatch(Movers::isBelow);
                return isEligible ? new History(null) : null;
            }
            boolean wasBelow = entry > 0 && isBelow(inOrder.get(entry - 1));
            List<String> since = inOrder.subList(entry, inOrder.size());
            int stay = (int)
                    since.stream().takeWhile(ComparedProvider.HIGH::equals).count();
            boolean isBack = Collections.frequency(since, ComparedProvider.HIGH) > stay;
            return wasBelow && stay >= AFTER && !isBack
                    ? new History(period(ends.get(entry).plusDays(1)))
                    : null;
        }
    }

    private static boolean isBelow(String cohort) {
        return cohort.equals(ComparedProvider.LOW) || cohort.equals("MIDDLE");
    }
}
