package org.carebench.spark.comparison;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A provider as one contrast sees it.
 *
 * @param cluster health system; the provider's own id where it belongs to none
 * @param cohort HIGH, MIDDLE, LOW, NO_PRESENCE, INSUFFICIENT or UNKNOWN, by the exposure
 * @param percentile rank of the exposure in the peer stratum, 0 to 1; NULL where there is none
 * @param pillars what the index is made of
 * @param stratum peer stratum of the index
 * @param stratumWithoutTeaching peer stratum that does not tell teaching providers from others
 * @param outcome value in the unit; a binary one is 0 or 100; NULL where it is not known
 * @param isInherited whether all its accounts are those of its system
 * @param peerGroups group of each peer dimension
 */
public record ComparedProvider(
        String organizationId,
        String cluster,
        String cohort,
        @Nullable Double percentile,
        Pillars pillars,
        String stratum,
        String stratumWithoutTeaching,
        @Nullable Double outcome,
        Traits traits,
        boolean isInherited,
        Map<String, String> peerGroups) {

    static final String HIGH = "HIGH";
    static final String LOW = "LOW";

    public ComparedProvider {
        peerGroups = Map.copyOf(peerGroups);
    }

    /** Pillars of the index, each the mean over the periods that cohorts are formed by; NULL where not known. */
    public record Pillars(
            @Nullable Double presence,
            @Nullable Double cadence,
            @Nullable Double dialogue,
            @Nullable Double breadth) {}

    /**
     * What comparisons are adjusted for. NULL is not known, and leaves the provider out of them.
     *
     * @param ownershipGroup FOR_PROFIT, NON_PROFIT or GOVERNMENT
     * @param state of sensitivity only; unknown where NULL
     * @param lnFollowers natural logarithm of the followers
     */
    public record Traits(
            @Nullable Integer beds,
            @Nullable String ownershipGroup,
            @Nullable Boolean isTeaching,
            @Nullable Boolean isRural,
            @Nullable String region,
            @Nullable String state,
            @Nullable Double lnFollowers) {}

    boolean isInContrast() {
        return isHigh() || cohort.equals(LOW);
    }

    boolean isHigh() {
        return cohort.equals(HIGH);
    }

    /** The outcome of a provider that was chosen because it has one. */
    double knownOutcome() {
        return Objects.requireNonNull(outcome, organizationId);
    }

    /** The same provider in another cohort. */
    ComparedProvider in(String other) {
        return new ComparedProvider(
                organizationId,
                cluster,
                other,
                percentile,
                pillars,
                stratum,
                stratumWithoutTeaching,
                outcome,
                traits,
                isInherited,
                peerGroups);
    }
}
