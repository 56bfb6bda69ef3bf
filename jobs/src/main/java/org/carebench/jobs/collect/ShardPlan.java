package org.carebench.jobs.collect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.lake.CollectionState.AccountState;
import org.carebench.jobs.platform.PlatformProblem;

/**
 * The accounts that are read and land together.
 *
 * @param id source id of the shard, for example bluesky-0
 * @param accounts what is to be read
 */
record ShardPlan(String id, String platform, List<PlannedAccount> accounts) {

    ShardPlan {
        accounts = List.copyOf(accounts);
    }

    /**
     * An account, what is remembered of it, and what is to be read of it tonight.
     *
     * @param families what is wanted; what the platform does not offer is among it, so that it is recorded
     * @param postponed families that the quota of the period has no room for, with the problem
     */
    record PlannedAccount(
            RosterEntry entry,
            AccountState before,
            Set<DataFamily> families,
            Map<DataFamily, PlatformProblem> postponed) {

        PlannedAccount {
            families = Set.copyOf(families);
            postponed = Map.copyOf(postponed);
        }

        boolean isPostponed() {
            return !postponed.isEmpty();
        }

        /** The same account, put off or not. */
        PlannedAccount withPostponed(Map<DataFamily, PlatformProblem> problems) {
            return new PlannedAccount(entry, before, families, problems);
        }
    }
}
