package org.carebench.jobs.platform;

import org.carebench.contract.dataset.Relation;
import org.jspecify.annotations.Nullable;

/**
 * An account that is to be read.
 *
 * @param rosterKey finds the account again in the roster of every night
 * @param handle name as the roster spells it, or under which it answered last
 * @param stableId the platform's permanent id; NULL until the account was resolved
 * @param homeServer server that keeps the account, on platforms of many servers
 * @param credential alias of the access to use; NULL where the account is read without one
 */
public record AccountRef(
        String platform,
        String rosterKey,
        String handle,
        @Nullable String stableId,
        Relation relation,
        @Nullable String homeServer,
        @Nullable String credential) {

    /** The permanent id where it is known, or else the handle. */
    public String identifier() {
        return stableId == null ? handle : stableId;
    }
}
