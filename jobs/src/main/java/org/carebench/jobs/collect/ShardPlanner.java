package org.carebench.jobs.collect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.Relation;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.CollectionState.AccountState;
import org.carebench.jobs.collect.ShardPlan.PlannedAccount;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.platform.PlatformSettings;
import org.springframework.stereotype.Component;

/**
 * Divides the accounts of a night into shards: owned accounts first, then those that an earlier night did not finish, then
 * the roster. The same night always gives the same shards.
 */
@Component
class ShardPlanner {

    private final CarebenchProperties properties;
    private final CollectedNights nights;

    ShardPlanner(CarebenchProperties properties, CollectedNights nights) {
        this.properties = properties;
        this.nights = nights;
    }

    /** The shards of every platform of the profile; none where the collection is not due. */
    List<ShardPlan> shards(BusinessDate businessDate, CollectionPlan plan) {
        List<ShardPlan> shards = new ArrayList<>();
        if (plan.isDue()) {
            Roster roster = Roster.inForce(properties, businessDate);
            properties.platforms().keySet().stream()
                    .sorted()
                    .forEach(platform -> shards.addAll(shards(platform, roster, plan)));
        }
        return shards;
    }

    private List<ShardPlan> shards(String platform, Roster roster, CollectionPlan plan) {
        Map<String, AccountState> states = states(platform, plan);
        List<PlannedAccount> accounts = roster.accountsOf(platform).stream()
                .map(entry -> planned(entry, platform, plan, states))
                .filter(account -> !account.families().isEmpty())
                .sorted(Comparator.comparing((PlannedAccount account) ->
                                account.entry().account().relation() != Relation.OWNED)
                        .thenComparing(account -> account.before().pending().isEmpty()))
                .toList();
        int size = properties.collection().accountsPerShard();
        List<ShardPlan> shards = new ArrayList<>();
        for (int from = 0; from < accounts.size(); from += size) {
            String suffix = plan.attempt() > 1 ? "-attempt" + plan.attempt() : "";
            shards.add(new ShardPlan(
                    platform + "-" + shards.size() + suffix,
                    platform,
                    accounts.subList(from, Math.min(accounts.size(), from + size))));
        }
        return shards;
    }

    private Map<String, AccountState> states(String platform, CollectionPlan plan) {
        String release = plan.earlier() == null ? plan.predecessor() : plan.earlier();
        return release == null ? Map.of() : nights.stateAfter(nights.night(release), platform);
    }

    private PlannedAccount planned(
            RosterEntry entry, String platform, CollectionPlan plan, Map<String, AccountState> states) {
        AccountState before = before(entry, states);
        return new PlannedAccount(entry, before, families(platform, plan, before), Map.of());
    }

    private static AccountState before(RosterEntry entry, Map<String, AccountState> states) {
        String stableId = entry.account().stableId();
        AccountState known = states.get(entry.account().rosterKey());
        if (known == null && stableId != null) {
            known = states.values().stream()
                    .filter(state -> stableId.equals(state.stableId()))
                    .findFirst()
                    .orElse(null);
        }
        return known == null
                ? AccountState.unknown(entry.account().rosterKey(), stableId)
                : known.withRosterKey(entry.account().rosterKey());
    }

    private Set<DataFamily> families(String platform, CollectionPlan plan, AccountState before) {
        PlatformSettings settings =
                Objects.requireNonNull(properties.platforms().get(platform));
        Set<DataFamily> wanted =
                settings.families().isEmpty() ? EnumSet.allOf(DataFamily.class) : EnumSet.copyOf(settings.families());
        boolean goesOn = plan.earlier() != null;
        if (goesOn && !before.pending().containsKey(DataFamily.ACCOUNT)) {
            wanted.retainAll(before.pending().keySet());
        }
        if (goesOn && before.pending().isEmpty()) {
            wanted.clear();
        }
        return wanted;
    }
}
