package org.carebench.spark.index;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.carebench.contract.lake.IndexPillar;
import org.jspecify.annotations.Nullable;

/** Providers by id and periods in order, without a gap, so that both can be counted from 0. */
final class Panel {

    private static final int DAYS_OF_PERIOD = 13 * 7;

    private final List<IndexedProvider> providers;
    private final List<LocalDate> periods;
    private final List<String> strata;
    private final int[] stratumOfProvider;

    private Panel(
            List<IndexedProvider> providers, List<LocalDate> periods, List<String> strata, int[] stratumOfProvider) {
        this.providers = providers;
        this.periods = periods;
        this.strata = strata;
        this.stratumOfProvider = stratumOfProvider;
    }

    /**
     * Puts providers into order.
     *
     * @throws IllegalArgumentException where a provider is there twice, or periods do not follow one another
     */
    static Panel of(Collection<IndexedProvider> unordered, List<String> bedClasses, int stratumMinimum) {
        List<IndexedProvider> providers = unordered.stream()
                .sorted(Comparator.comparing(IndexedProvider::organizationId))
                .toList();
        refuseRepeated(providers);
        List<StratumTraits> ranked = providers.stream()
                .filter(provider -> provider.periods().values().stream().anyMatch(ProviderPeriod::isRanked))
                .map(IndexedProvider::traits)
                .toList();
        PeerStrata peerStrata = PeerStrata.of(ranked, bedClasses, stratumMinimum);
        List<String> ofProvider = providers.stream()
                .map(provider -> peerStrata.of(provider.traits()))
                .toList();
        List<String> strata = List.copyOf(new TreeSet<>(ofProvider));
        return new Panel(
                providers,
                periods(providers),
                strata,
                ofProvider.stream().mapToInt(strata::indexOf).toArray());
    }

    private static void refuseRepeated(List<IndexedProvider> providers) {
        for (int i = 1; i < providers.size(); i++) {
            String id = providers.get(i).organizationId();
            if (id.equals(providers.get(i - 1).organizationId())) {
                throw new IllegalArgumentException("Cannot compute the index: provider " + id + " is there twice");
            }
        }
    }

    private static List<LocalDate> periods(List<IndexedProvider> providers) {
        NavigableSet<LocalDate> starts = new TreeSet<>();
        providers.forEach(provider -> starts.addAll(provider.periods().keySet()));
        List<LocalDate> periods = new ArrayList<>();
        if (starts.isEmpty()) {
            return periods;
        }
        for (LocalDate start = starts.first(); !start.isAfter(starts.last()); start = start.plusDays(DAYS_OF_PERIOD)) {
            periods.add(start);
        }
        for (LocalDate start : starts) {
            if (ChronoUnit.DAYS.between(starts.first(), start) % DAYS_OF_PERIOD != 0) {
                throw new IllegalArgumentException("Cannot compute the index: the periods that start on "
                        + starts.first() + " and on " + start + " overlap; periods are thirteen weeks long");
            }
        }
        return periods;
    }

    int providers() {
        return providers.size();
    }

    int periods() {
        return periods.size();
    }

    int strata() {
        return strata.size();
    }

    /** Number of the stratum of a provider, from 0. */
    int stratumOf(int provider) {
        return stratumOfProvider[provider];
    }

    String stratum(int provider) {
        return strata.get(stratumOfProvider[provider]);
    }

    String organizationId(int provider) {
        return providers.get(provider).organizationId();
    }

    LocalDate start(int period) {
        return periods.get(period);
    }

    LocalDate end(int period) {
        return start(period).plusDays(DAYS_OF_PERIOD - 1L);
    }

    /** The provider in the period; NULL where it was not looked at. */
    @Nullable ProviderPeriod at(int period, int provider) {
        return providers.get(provider).periods().get(start(period));
    }

    /** The provider in the period if it is a peer, with a value of the component; NULL otherwise. */
    @Nullable ComponentValue peer(int period, int provider, IndexPillar.Component component) {
        ProviderPeriod cell = at(period, provider);
        ComponentValue known =
                cell == null || !cell.isRanked() ? null : cell.components().get(component.id());
        return known == null || known.value() == null ? null : known;
    }

    /** Values of the peers of a period, the larger the more integrated; NaN where there is none. */
    double[] values(int period, IndexPillar.Component component) {
        double[] values = new double[providers()];
        for (int i = 0; i < values.length; i++) {
            ComponentValue known = peer(period, i, component);
            Double value = known == null ? null : known.value();
            values[i] = value == null ? Double.NaN : value;
        }
        if (component.isShrunk()) {
            ShrunkShares.replace(values, this, period, component);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = oriented(values[i], component);
        }
        return values;
    }

    /** A value of a component, the larger the more integrated. */
    static double oriented(double value, IndexPillar.Component component) {
        // Zero stays zero when it is turned round: minus zero would be another number to a reader.
        return component.isReversed() ? 0.0 - value : 0.0 + value;
    }

    /** Ranks providers among their peers; NaN is no value. */
    StratumRanks ranks(double[] values) {
        return StratumRanks.of(values, stratumOfProvider, strata());
    }
}
