package org.carebench.spark.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carebench.contract.lake.IndexPillar;
import org.carebench.contract.lake.IndexRule;
import org.carebench.contract.mart.MetricState;
import org.jspecify.annotations.Nullable;

/** Gathers metrics and traits, in any order, to what the index is computed from. */
final class IndexedProviders {

    /** A metric of a provider in a period, as provider_metric has it. */
    record Metric(
            String state,
            @Nullable Double value,
            @Nullable Double numerator,
            @Nullable Double denominator) {}

    private record Known(StratumTraits traits, AccountEvidence accounts, boolean isInherited) {}

    private final Map<String, List<IndexPillar.Component>> componentsOfMetric = new HashMap<>();
    private final Map<String, Known> providers = new TreeMap<>();
    private final Map<String, Map<LocalDate, Map<String, ComponentValue>>> values = new HashMap<>();
    private final TreeSet<LocalDate> periods = new TreeSet<>();

    IndexedProviders(IndexRule rule) {
        for (IndexPillar pillar : rule.pillars()) {
            for (IndexPillar.Component component : pillar.components()) {
                componentsOfMetric
                        .computeIfAbsent(component.metricId(), id -> new ArrayList<>())
                        .add(component);
            }
        }
    }

    void addProvider(String organizationId, StratumTraits traits, AccountEvidence accounts, boolean isInherited) {
        providers.put(organizationId, new Known(traits, accounts, isInherited));
    }

    void addMetric(String organizationId, String metricId, LocalDate periodStart, Metric metric) {
        periods.add(periodStart);
        Map<String, ComponentValue> ofPeriod = values.computeIfAbsent(organizationId, id -> new HashMap<>())
                .computeIfAbsent(periodStart, start -> new HashMap<>());
        for (IndexPillar.Component component : componentsOfMetric.getOrDefault(metricId, List.of())) {
            ofPeriod.put(component.id(), value(metric, component));
        }
    }

    private static ComponentValue value(Metric metric, IndexPillar.Component component) {
        MetricState state = MetricState.valueOf(metric.state());
        Double with = metric.numerator();
        Double cases = metric.denominator();
        if (component.isShrunk() && state == MetricState.KNOWN && with != null && cases != null) {
            return ComponentValue.share(Math.round(with), Math.round(cases));
        }
        return new ComponentValue(metric.value(), state, null);
    }

    /**
     * Every provider in the periods from its first metric on. Of a provider without any metric no past is known: it is there
     * in the newest period only.
     */
    List<IndexedProvider> all() {
        List<IndexedProvider> all = new ArrayList<>();
        providers.forEach((id, known) -> {
            Map<LocalDate, Map<String, ComponentValue>> ofProvider = values.getOrDefault(id, Map.of());
            Map<LocalDate, ProviderPeriod> cells = new HashMap<>();
            for (LocalDate period : since(ofProvider.keySet())) {
                cells.put(
                        period,
                        new ProviderPeriod(
                                known.accounts(), known.isInherited(), ofProvider.getOrDefault(period, Map.of())));
            }
            all.add(new IndexedProvider(id, known.traits(), cells));
        });
        return all;
    }

    private Set<LocalDate> since(Set<LocalDate> known) {
        if (periods.isEmpty()) {
            return periods;
        }
        return periods.tailSet(known.isEmpty() ? periods.last() : Collections.min(known));
    }
}
