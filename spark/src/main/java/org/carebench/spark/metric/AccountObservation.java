package org.carebench.spark.metric;

import java.time.Instant;
import java.time.LocalDate;
import org.carebench.contract.dataset.AccountStatus;
import org.jspecify.annotations.Nullable;

/**
 * An account as it stood when it was observed.
 *
 * @param day of the observation in the provider's calendar
 * @param followers NULL where they are not known
 * @param knownFields fields of the profile of which it is known whether they are filled
 * @param filledFields those that are
 */
record AccountObservation(
        String accountId,
        String platform,
        Instant observedAt,
        LocalDate day,
        AccountStatus status,
        @Nullable Long followers,
        int knownFields,
        int filledFields) {

    /** Whether the account could be read; files do not say so, but carry its counters. */
    boolean isReadable() {
        return switch (status) {
            case ACTIVE, MOVED, RENAMED -> true;
            case UNKNOWN -> followers != null || knownFields > 0;
            case DEACTIVATED, SUSPENDED, PRIVATE, NOT_FOUND -> false;
        };
    }
}
