package org.carebench.jobs.collect;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Relation;
import org.carebench.jobs.collect.ShardPlan.PlannedAccount;
import org.carebench.jobs.platform.Budget;
import org.carebench.jobs.platform.Budgets;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.PlatformProblem;

/**
 * Decides which accounts the quota of a platform has room for. What has no room is postponed as a whole, so that no account is
 * left half read because another one came first. Before a night this is an estimate in the order of the shards; what accounts
 * were read for less leaves room for postponed ones. Safe for several threads.
 */
final class QuotaPlanner {

    /** The quota is the same in every bucket. */
    private static final String BUCKET = "default";
    /** What an account is taken for that was never read: a page of posts, of which few are new enough to have comments read. */
    private static final int POSTS_OF_UNKNOWN_ACCOUNT = 50;

    private static final int TALKED_OF_UNKNOWN_ACCOUNT = 5;

    private final Connector connector;
    private final Budgets budgets;
    private final Map<String, Long> reserved = new HashMap<>();
    /** What was left when something was spent last; nothing where there is no quota. */
    private final Map<String, Optional<Long>> left = new HashMap<>();

    private long planned;
    private long postponedAccounts;

    QuotaPlanner(Connector connector, Budgets budgets) {
        this.connector = connector;
        this.budgets = budgets;
    }

    /** Reserves what a shard costs, and postpones the accounts that there is no room for. */
    ShardPlan fit(ShardPlan shard) {
        return new ShardPlan(
                shard.id(),
                shard.platform(),
                shard.accounts().stream().map(this::fit).toList());
    }

    /** Units that the accounts planned before the night are estimated to cost. */
    long planned() {
        return planned;
    }

    /** Accounts that had no room before the night. */
    long postponedAccounts() {
        return postponedAccounts;
    }

    /**
     * Reserves what an account is estimated to cost.
     *
     * @return whether there was room
     */
    synchronized boolean reserve(PlannedAccount account) {
        Optional<Long> room = left.computeIfAbsent(
                credential(account), key -> Optional.ofNullable(budget(account).left()));
        if (room.isEmpty()) {
            return true;
        }
        long cost = cost(account);
        long others = reserved.getOrDefault(credential(account), 0L);
        if (cost > room.get() - others) {
            return false;
        }
        reserved.put(credential(account), others + cost);
        return true;
    }

    /** Ends the reservation of an account that was read: what it did cost is spent by now. */
    synchronized void release(PlannedAccount account) {
        reserved.computeIfPresent(credential(account), (key, units) -> units - cost(account));
        left.remove(credential(account));
    }

    private PlannedAccount fit(PlannedAccount account) {
        if (reserve(account)) {
            planned += cost(account);
            return account;
        }
        postponedAccounts++;
        PlatformProblem problem = new PlatformProblem(
                ProblemCode.QUOTA_EXHAUSTED,
                "plan",
                "no room in the quota of the period",
                budget(account).untilRenewal());
        Map<DataFamily, PlatformProblem> postponed = new EnumMap<>(DataFamily.class);
        account.families().forEach(family -> postponed.put(family, problem));
        return account.withPostponed(postponed);
    }

    private Budget budget(PlannedAccount account) {
        return budgets.of(account.entry().account().credential(), "", BUCKET);
    }

    private static String credential(PlannedAccount account) {
        return Objects.requireNonNullElse(account.entry().account().credential(), "");
    }

    private long cost(PlannedAccount account) {
        Relation relation = account.entry().account().relation();
        return account.families().stream()
                .filter(family -> connector.capabilities().of(family, relation).isOffered())
                .mapToLong(family -> connector.estimatedCost(family, items(family, account)))
                .sum();
    }

    private static int items(DataFamily family, PlannedAccount account) {
        boolean isUnknown = account.before().fullListingOn() == null;
        int known = account.before().posts().size();
        return switch (family) {
            case ACCOUNT -> 1;
            case POSTS -> isUnknown ? POSTS_OF_UNKNOWN_ACCOUNT : known;
            // Nothing can be due again of what was not read yet.
            case POST_REFRESH -> known;
            case INTERACTIONS, MENTIONS, REVIEWS, INSIGHTS -> isUnknown ? TALKED_OF_UNKNOWN_ACCOUNT : known;
        };
    }
}
