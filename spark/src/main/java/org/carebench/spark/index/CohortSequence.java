package org.carebench.spark.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.carebench.contract.lake.CohortRule;
import org.carebench.contract.mart.CohortMembership;
import org.jspecify.annotations.Nullable;

/** The cohorts of one provider, period after period. */
final class CohortSequence {

    private final String organizationId;
    private final Exposure exposure;
    private final String version;
    private final Hysteresis hysteresis;
    private final List<CohortMembership> memberships = new ArrayList<>();
    private @Nullable Cohort cohort;
    private @Nullable LocalDate since;

    CohortSequence(String organizationId, Exposure exposure, CohortRule rule, String version) {
        this.organizationId = organizationId;
        this.exposure = exposure;
        this.version = version;
        this.hysteresis = new Hysteresis(rule);
    }

    /** After a period in which the provider was not looked at. */
    void skip() {
        hysteresis.interrupt();
        cohort = null;
    }

    /** After a period in which it has a rank among its peers. */
    void ranked(LocalDate start, LocalDate end, double percentile) {
        add(start, end, hysteresis.next(percentile), percentile);
    }

    /** After a period in which it has none. */
    void unranked(LocalDate start, LocalDate end, Cohort reason) {
        if (reason == Cohort.NO_PRESENCE) {
            hysteresis.forget();
        } else {
            hysteresis.interrupt();
        }
        add(start, end, reason, null);
    }

    private void add(LocalDate start, LocalDate end, Cohort next, @Nullable Double percentile) {
        if (next != cohort) {
            since = start;
        }
        cohort = next;
        memberships.add(new CohortMembership(
                organizationId,
                exposure.label(),
                start,
                end,
                next.name(),
                percentile,
                next.isPlace() ? since : null,
                version));
    }

    List<CohortMembership> memberships() {
        return memberships;
    }
}
