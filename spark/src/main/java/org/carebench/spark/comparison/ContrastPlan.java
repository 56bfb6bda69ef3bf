package org.carebench.spark.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carebench.contract.lake.ComparisonRule;
import org.carebench.contract.lake.ComparisonRule.Source;
import org.carebench.spark.comparison.ComparedProvider.Traits;
import org.carebench.spark.comparison.ProviderPanel.Exposed;
import org.carebench.spark.comparison.ProviderPanel.Observed;
import org.jspecify.annotations.Nullable;

/**
 * Which exposure is compared with which outcome period. The exposure ends before the outcome starts: a metric is taken from
 * the period after the cohort's, a survey is met with the last cohorts formed before it began. What cannot be had in this
 * order is only described.
 */
public final class ContrastPlan {

    static final String NO_EXPOSURE_BEFORE = "no exposure before the outcome period";
    static final String NO_OUTCOME_YET = "the period after the exposure is not known yet";
    static final String PERIOD_UNKNOWN = "the outcome period is not known";

    private static final Comparator<Span> BY_START = Comparator.comparing(
                    Span::start, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Span::end, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final ComparisonRule rule;

    public ContrastPlan(ComparisonRule rule) {
        this.rule = rule;
    }

    /** A contrast and the providers as it sees them. */
    public record Planned(Contrast contrast, List<ComparedProvider> providers) {}

    /** The outcome of some providers in one period. */
    private record Span(@Nullable LocalDate start, @Nullable LocalDate end) {}

    private record Timing(
            LocalDate exposureEnd, Span outcome, @Nullable String onlyDescribed) {}

    /** All contrasts of an outcome, one for each exposure and period at most. */
    public List<Planned> of(
            ComparisonRule.Outcome outcome, String platform, String unit, Collection<ProviderPanel> panels) {
        List<Span> spans = panels.stream()
                .flatMap(panel -> panel.outcomes().stream())
                .map(observed -> new Span(observed.start(), observed.end()))
                .distinct()
                .sorted(BY_START)
                .toList();
        List<Planned> planned = new ArrayList<>();
        for (String exposure : rule.exposures()) {
            SortedMap<LocalDate, LocalDate> exposures = startByEnd(exposure, panels);
            if (exposures.isEmpty()) {
                continue;
            }
            List<Timing> timings = outcome.source() == Source.METRIC
                    ? ofMetric(exposures, spans)
                    : ofSurvey(exposures.keySet(), spans);
            for (Timing timing : timings) {
                Contrast contrast = Contrast.of(
                        rule,
                        exposure,
                        outcome,
                        platform,
                        timing.exposureEnd,
                        timing.outcome.start,
                        timing.outcome.end,
                        unit,
                        timing.onlyDescribed);
                planned.add(new Planned(contrast, providers(contrast, timing, panels)));
            }
        }
        return planned;
    }

    /** Periods at whose end there were cohorts; where there never were any, the newest, so that this is said once. */
    private static SortedMap<LocalDate, LocalDate> startByEnd(String exposure, Collection<ProviderPanel> panels) {
        SortedMap<LocalDate, LocalDate> periods = new TreeMap<>();
        SortedMap<LocalDate, LocalDate> withCohorts = new TreeMap<>();
        for (ProviderPanel panel : panels) {
            for (Exposed exposed : panel.exposures()) {
                if (exposed.exposure().equals(exposure)) {
                    periods.put(exposed.end(), exposed.start());
                    if (exposed.cohort().equals(ComparedProvider.HIGH)
                            || exposed.cohort().equals(ComparedProvider.LOW)) {
                        withCohorts.put(exposed.end(), exposed.start());
                    }
                }
            }
        }
        if (!withCohorts.isEmpty() || periods.isEmpty()) {
            return withCohorts;
        }
        return periods.tailMap(periods.lastKey());
    }

    private static List<Timing> ofMetric(SortedMap<LocalDate, LocalDate> exposures, List<Span> spans) {
        Map<LocalDate, Span> byStart = new HashMap<>();
        spans.forEach(span -> byStart.put(Objects.requireNonNull(span.start), span));
        List<Timing> timings = new ArrayList<>();
        exposures.forEach((end, start) -> {
            Span next = byStart.get(end.plusDays(1));
            Span same = byStart.get(start);
            if (next != null) {
                timings.add(new Timing(end, next, null));
            } else if (same != null) {
                timings.add(new Timing(end, same, NO_OUTCOME_YET));
            }
        });
        return timings;
    }

    /** Of several surveys after one exposure the first, of several before all of them the last. */
    private static List<Timing> ofSurvey(Collection<LocalDate> exposureEnds, List<Span> spans) {
        SortedMap<LocalDate, Timing> timings = new TreeMap<>();
        LocalDate last = Collections.max(exposureEnds);
        for (Span span : spans) {
            LocalDate before = exposureEnds.stream()
                    .filter(end -> span.start != null && end.isBefore(span.start))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            if (before != null) {
                timings.merge(before, new Timing(before, span, null), ContrastPlan::preferred);
            } else {
                String reason = span.start == null ? PERIOD_UNKNOWN : NO_EXPOSURE_BEFORE;
                timings.merge(last, new Timing(last, span, reason), ContrastPlan::preferred);
            }
        }
        return List.copyOf(timings.values());
    }

    private static Timing preferred(Timing earlier, Timing later) {
        return earlier.onlyDescribed == null ? earlier : later;
    }

    private static List<ComparedProvider> providers(
            Contrast contrast, Timing timing, Collection<ProviderPanel> panels) {
        List<ComparedProvider> providers = new ArrayList<>();
        for (ProviderPanel panel : panels) {
            for (Exposed exposed : panel.exposures()) {
                if (exposed.exposure().equals(contrast.exposure())
                        && exposed.end().equals(contrast.exposureEnd())) {
                    providers.add(provider(panel, exposed, observed(panel, timing.outcome)));
                }
            }
        }
        return providers;
    }

    private static @Nullable Observed observed(ProviderPanel panel, Span span) {
        List<Observed> found = panel.outcomes().stream()
                .filter(each -> new Span(each.start(), each.end()).equals(span))
                .toList();
        if (found.size() > 1) {
            throw new IllegalArgumentException("Cannot compare providers: " + panel.organizationId()
                    + " has two outcomes in the period from " + span.start + "; read only one source of them");
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private static ComparedProvider provider(ProviderPanel panel, Exposed exposed, @Nullable Observed observed) {
        Traits traits = panel.traits();
        return new ComparedProvider(
                panel.organizationId(),
                panel.cluster(),
                exposed.cohort(),
                exposed.percentile(),
                exposed.pillars(),
                exposed.stratum(),
                exposed.stratumWithoutTeaching(),
                observed == null ? null : observed.value(),
                new Traits(
                        traits.beds(),
                        traits.ownershipGroup(),
                        traits.isTeaching(),
                        traits.isRural(),
                        traits.region(),
                        traits.state(),
                        observed == null ? null : observed.lnFollowers()),
                exposed.isInherited(),
                panel.peerGroups());
    }
}
