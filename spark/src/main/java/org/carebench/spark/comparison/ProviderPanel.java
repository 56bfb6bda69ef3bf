package org.carebench.spark.comparison;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.carebench.spark.comparison.ComparedProvider.Pillars;
import org.carebench.spark.comparison.ComparedProvider.Traits;
import org.jspecify.annotations.Nullable;

/**
 * A provider with all its exposures and its outcomes of one metric or measure on one platform.
 *
 * @param cluster health system; the provider's own id where it belongs to none
 * @param traits without followers, which change from period to period
 */
public record ProviderPanel(
        String organizationId,
        String cluster,
        Traits traits,
        Map<String, String> peerGroups,
        List<Exposed> exposures,
        List<Observed> outcomes) {

    public ProviderPanel {
        peerGroups = Map.copyOf(peerGroups);
        exposures = List.copyOf(exposures);
        outcomes = List.copyOf(outcomes);
    }

    /** The cohort by one exposure at the end of a period. */
    public record Exposed(
            String exposure,
            LocalDate start,
            LocalDate end,
            String cohort,
            @Nullable Double percentile,
            Pillars pillars,
            String stratum,
            String stratumWithoutTeaching,
            boolean isInherited) {}

    /**
     * A value of the outcome.
     *
     * @param start first day of the outcome period; NULL where the source does not say
     * @param lnFollowers logarithm of the followers in the same period; NULL where not known
     */
    public record Observed(
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            double value,
            @Nullable Double lnFollowers) {}
}
