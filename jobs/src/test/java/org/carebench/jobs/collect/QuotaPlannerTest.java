package org.carebench.jobs.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.LinkEvidence;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Relation;
import org.carebench.contract.lake.CollectionState.AccountState;
import org.carebench.jobs.collect.ShardPlan.PlannedAccount;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Budgets;
import org.carebench.jobs.platform.TestClients;
import org.junit.jupiter.api.Test;

class QuotaPlannerTest {

    private final TestClients.Ledger ledger = new TestClients.Ledger();

    @Test
    void aFirstNightHasRoomForManyChannels() {
        QuotaPlanner planner = youtube(400);

        ShardPlan fitted = planner.fit(new ShardPlan("youtube-0", "youtube", unknown(60)));

        long planned = fitted.accounts().stream()
                .filter(account -> !account.isPostponed())
                .count();
        // A channel, a page of uploads with their videos, and the comments of a few.
        assertThat(planned).isEqualTo(50);
        assertThat(planner.planned()).isEqualTo(400);
        assertThat(planner.postponedAccounts()).isEqualTo(10);
        assertThat(fitted.accounts().get(59).postponed().get(DataFamily.POSTS)).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.QUOTA_EXHAUSTED);
            assertThat(problem.retryIn()).isPositive();
        });
    }

    @Test
    void whatWasPlannedAndNotSpentIsThereForOthers() {
        QuotaPlanner planner = youtube(16);
        List<PlannedAccount> accounts = unknown(3);
        assertThat(accounts.stream().map(planner::reserve)).containsExactly(true, true, false);

        planner.release(accounts.get(0));

        assertThat(planner.reserve(accounts.get(2))).isTrue();
        assertThat(planner.reserve(accounts.get(0))).isFalse();
    }

    @Test
    void whatWasSpentIsThereForNobody() {
        QuotaPlanner planner = youtube(16);
        List<PlannedAccount> accounts = unknown(2);
        assertThat(accounts.stream().map(planner::reserve)).containsExactly(true, true);

        budgets(16).of("yt", "", "default").acquire("videos", 9);
        accounts.forEach(planner::release);

        assertThat(planner.reserve(accounts.get(0)))
                .as("seven are left of sixteen")
                .isFalse();
    }

    private QuotaPlanner youtube(long units) {
        FakePlatform platform = new FakePlatform();
        platform.costs = (family, items) -> switch (family) {
            case ACCOUNT, POST_REFRESH -> pages(items);
            case POSTS -> 2L * pages(items);
            case INTERACTIONS -> items;
            case MENTIONS, REVIEWS, INSIGHTS -> 0;
        };
        return new QuotaPlanner(platform, budgets(units));
    }

    private static long pages(int items) {
        return (items + 49) / 50;
    }

    private Budgets budgets(long units) {
        return new Budgets(
                "youtube", TestCollections.dailyQuota(units), ledger, new TestClients.Ticker(), TestClients.CLOCK);
    }

    private static List<PlannedAccount> unknown(int accounts) {
        return IntStream.range(0, accounts)
                .mapToObj(i -> new PlannedAccount(
                        new RosterEntry(
                                new AccountRef("youtube", "k" + i, "@h" + i, null, Relation.OTHER, null, "yt"),
                                List.of(new RosterEntry.Owner("cms:" + i, LinkEvidence.VERIFIED))),
                        AccountState.unknown("k" + i, null),
                        EnumSet.allOf(DataFamily.class),
                        Map.of()))
                .toList();
    }
}
