package org.carebench.spark.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.carebench.contract.lake.IndexPillar;
import org.carebench.contract.lake.IndexRule;
import org.carebench.contract.mart.CohortMembership;
import org.carebench.contract.mart.IndexComponent;
import org.carebench.contract.mart.IndexValidity;
import org.carebench.contract.mart.IntegrationIndex;
import org.jspecify.annotations.Nullable;

/**
 * The integration index of all providers in all periods, and the cohorts formed by it. Percentiles among peers are
 * averaged to pillars and pillars to an index, as composite indicators are (OECD and JRC 2008); a missing pillar leaves its
 * weight to the others. Plain Java: the order of providers never shows, and nothing is random but what a name seeds.
 */
public final class IndexComputation {

    private final IndexRule rule;
    private final List<String> bedClasses;
    private final List<IndexPillar.Component> components;

    /**
     * Prepares a computation.
     *
     * @param bedClasses labels of the bed classes, ascending
     */
    public IndexComputation(IndexRule rule, List<String> bedClasses) {
        this.rule = rule;
        this.bedClasses = List.copyOf(bedClasses);
        this.components = rule.pillars().stream()
                .flatMap(pillar -> pillar.components().stream())
                .toList();
    }

    /**
     * Computes all tables, and examines the index.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public IndexTables examined(Collection<IndexedProvider> providers) {
        Panel panel = Panel.of(providers, bedClasses, rule.stratumMinimum());
        List<PeriodScores> scores = scores(panel);
        RollingScores integration = rolling(panel, integration(scores));
        return tables(panel, scores, integration, IndexExamination.of(panel, rule, scores, integration));
    }

    /**
     * Computes all tables but for the examination of the index.
     *
     * @throws IllegalArgumentException where a provider is there twice, a bed class is not known, or periods overlap
     */
    public IndexTables of(Collection<IndexedProvider> providers) {
        Panel panel = Panel.of(providers, bedClasses, rule.stratumMinimum());
        List<PeriodScores> scores = scores(panel);
        return tables(panel, scores, rolling(panel, integration(scores)), List.of());
    }

    private static List<double[]> integration(List<PeriodScores> scores) {
        return scores.stream().map(PeriodScores::index).toList();
    }

    private IndexTables tables(
            Panel panel, List<PeriodScores> scores, RollingScores integration, List<IndexValidity> validity) {
        RollingScores dialogue = rolling(
                panel,
                scores.stream()
                        .map(ofPeriod -> ofPeriod.pillars().of("dialogue"))
                        .toList());
        IndexTables tables = new IndexTables(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), validity);
        for (int provider = 0; provider < panel.providers(); provider++) {
            for (int period = 0; period < panel.periods(); period++) {
                ProviderPeriod cell = panel.at(period, provider);
                if (cell != null) {
                    PeriodScores ofPeriod = scores.get(period);
                    addComponents(tables.components(), panel, ofPeriod, period, provider, cell);
                    tables.indices().add(index(panel, ofPeriod, integration, dialogue, period, provider, cell));
                }
            }
            tables.cohorts().addAll(cohorts(panel, Exposure.INTEGRATION, integration, provider));
            tables.cohorts().addAll(cohorts(panel, Exposure.DIALOGUE, dialogue, provider));
        }
        return tables;
    }

    private List<PeriodScores> scores(Panel panel) {
        List<List<double[]>> values = new ArrayList<>();
        for (int period = 0; period < panel.periods(); period++) {
            int ofPeriod = period;
            values.add(components.stream()
                    .map(component -> panel.values(ofPeriod, component))
                    .toList());
        }
        Baseline baseline = Baseline.of(panel, rule.baseline(), values);
        List<PeriodScores> scores = new ArrayList<>();
        for (int period = 0; period < panel.periods(); period++) {
            scores.add(PeriodScores.of(panel, rule, period, values.get(period), baseline));
        }
        return scores;
    }

    private RollingScores rolling(Panel panel, List<double[]> scores) {
        return RollingScores.of(panel, scores, rule.rollingPeriods(), rule.rollingMinimum());
    }

    private void addComponents(
            List<IndexComponent> rows,
            Panel panel,
            PeriodScores scores,
            int period,
            int provider,
            ProviderPeriod cell) {
        int number = 0;
        for (IndexPillar pillar : rule.pillars()) {
            for (IndexPillar.Component component : pillar.components()) {
                ComponentValue known = cell.components().get(component.id());
                if (known != null) {
                    StratumRanks ranks = scores.ranks(number);
                    rows.add(new IndexComponent(
                            panel.organizationId(provider),
                            panel.start(period),
                            component.id(),
                            pillar.id(),
                            panel.end(period),
                            value(scores.values(number)[provider], known, component),
                            known.state(),
                            panel.stratum(provider),
                            ranks.peers(provider),
                            known(ranks.percentiles()[provider]),
                            known(scores.baselinePercentiles(number)[provider]),
                            ranks.isWithoutVariance(provider),
                            rule.version()));
                }
                number++;
            }
        }
    }

    private IntegrationIndex index(
            Panel panel,
            PeriodScores scores,
            RollingScores integration,
            RollingScores dialogue,
            int period,
            int provider,
            ProviderPeriod cell) {
        Pillars pillars = scores.pillars();
        Double index = known(scores.index()[provider]);
        return new IntegrationIndex(
                panel.organizationId(provider),
                panel.start(period),
                panel.end(period),
                index == null ? unranked(cell).name() : "COMPUTED",
                panel.stratum(provider),
                known(pillars.of("presence")[provider]),
                known(pillars.of("cadence")[provider]),
                known(pillars.of("dialogue")[provider]),
                known(pillars.of("breadth")[provider]),
                pillars.present(provider),
                index,
                known(scores.absoluteIndex()[provider]),
                known(integration.means(period)[provider]),
                known(integration.percentiles(period)[provider]),
                known(dialogue.means(period)[provider]),
                known(dialogue.percentiles(period)[provider]),
                cell.isInherited(),
                rule.version());
    }

    private List<CohortMembership> cohorts(Panel panel, Exposure exposure, RollingScores rolling, int provider) {
        CohortSequence sequence =
                new CohortSequence(panel.organizationId(provider), exposure, rule.cohorts(), rule.version());
        for (int period = 0; period < panel.periods(); period++) {
            ProviderPeriod cell = panel.at(period, provider);
            Double percentile = known(rolling.percentiles(period)[provider]);
            if (cell == null) {
                sequence.skip();
            } else if (percentile != null) {
                sequence.ranked(panel.start(period), panel.end(period), percentile);
            } else {
                sequence.unranked(panel.start(period), panel.end(period), unranked(cell));
            }
        }
        return sequence.memberships();
    }

    /** The value that was ranked, or what is known of a provider that is no peer. */
    private static @Nullable Double value(double ranked, ComponentValue known, IndexPillar.Component component) {
        if (known.value() == null || !Double.isNaN(ranked)) {
            return known(ranked);
        }
        return Panel.oriented(known.value(), component);
    }

    /** Why a provider has no place among its peers. */
    private static Cohort unranked(ProviderPeriod cell) {
        if (cell.accounts() == AccountEvidence.NONE) {
            return Cohort.NO_PRESENCE;
        }
        return cell.isRanked() ? Cohort.INSUFFICIENT : Cohort.UNKNOWN;
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
