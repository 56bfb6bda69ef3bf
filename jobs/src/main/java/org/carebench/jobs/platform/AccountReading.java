package org.carebench.jobs.platform;

import org.carebench.contract.dataset.AccountStatus;
import org.jspecify.annotations.Nullable;

/**
 * An account as a platform described it.
 *
 * @param stableId the platform's permanent id
 * @param handle name by which the platform addresses it now; NULL where the platform knows none
 * @param movedTo address of the account that it has moved to
 */
public record AccountReading(
        String stableId,
        @Nullable String handle,
        @Nullable String displayName,
        AccountStatus status,
        @Nullable String movedTo,
        Profile profile,
        Counters counters) {

    public AccountReading withStatus(AccountStatus other) {
        return new AccountReading(stableId, handle, displayName, other, movedTo, profile, counters);
    }

    /** Which parts of a profile are filled; NULL where the platform does not say. */
    public record Profile(
            @Nullable Boolean hasDescription,
            @Nullable Boolean hasWebsite,
            @Nullable Boolean hasAvatar,
            @Nullable Boolean isVerified,
            @Nullable Boolean hasPhone,
            @Nullable Boolean hasAddress,
            @Nullable Boolean hasCategory) {

        public static final Profile UNKNOWN = new Profile(null, null, null, null, null, null, null);
    }
}
