package org.carebench.jobs.collect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Relation;
import org.carebench.jobs.collect.ShardPlan.PlannedAccount;
import org.carebench.jobs.platform.Budget;
import org.carebench.jobs.platform.Budgets;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.PlatformProblem;
import org.jspecify.annotations.Nullable;

/**
 * Decides before a night which accounts the quota of a platform has room for, in the order of the shards. What has no room
 * is postponed as a whole, so that no account is left half read because another one came first.
 */
final class QuotaPlanner {

    /** The quota is the same in every bucket. */
    private static final String BUCKET = "default";
    /** What a listing of an account costs that was never read; the real number is not known before. */
    private static final int POSTS_OF_UNKNOWN_ACCOUNT = 100;

    private final Connector connector;
    private final Budgets budgets;
    private final Map<String, Long> leftByCredential = new HashMap<>();
    private long planned;
    private long postponedAccounts;

    QuotaPlanner(Connector connector, Budgets budgets) {
        this.connector = connector;
        this.budgets = budgets;
    }

    ShardPlan fit(ShardPlan shard) {
        List<PlannedAccount> accounts = new ArrayList<>();
        for (PlannedAccount account : shard.accounts()) {
            accounts.add(fit(account));
        }
        return new ShardPlan(shard.id(), shard.platform(), accounts);
    }

    /** Units that the planned accounts are estimated to cost. */
    long planned() {
        return planned;
    }

    long postponedAccounts() {
        return postponedAccounts;
    }

    private PlannedAccount fit(PlannedAccount account) {
        @Nullable String credential = account.entry().account().credential();
        Budget budget = budgets.of(credential, "", BUCKET);
        long left = leftByCredential.computeIfAbsent(
                credential == null ? "" : credential, key -> Objects.requireNonNullElse(budget.left(), -1L));
        if (left < 0) {
            return account;
        }
        long cost = cost(account);
        if (cost <= left) {
            planned += cost;
            leftByCredential.put(credential == null ? "" : credential, left - cost);
            return account;
        }
        postponedAccounts++;
        PlatformProblem problem = new PlatformProblem(
                ProblemCode.QUOTA_EXHAUSTED, "plan", "no room in the quota of the period", budget.untilRenewal());
        Map<DataFamily, PlatformProblem> postponed = new EnumMap<>(DataFamily.class);
        account.families().forEach(family -> postponed.put(family, problem));
        return new PlannedAccount(account.entry(), account.before(), account.families(), postponed);
    }

    private long cost(PlannedAccount account) {
        Relation relation = account.entry().account().relation();
        int posts = account.before().fullListingOn() == null
                ? POSTS_OF_UNKNOWN_ACCOUNT
                : account.before().posts().size();
        long cost = 0;
        for (DataFamily family : account.families()) {
            if (connector.capabilities().of(family, relation).isOffered()) {
                cost += connector.estimatedCost(family, family == DataFamily.ACCOUNT ? 1 : posts);
            }
        }
        return cost;
    }
}
