package org.carebench.jobs.collect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.lake.CollectionState.AccountState;
import org.carebench.contract.lake.CollectionState.PostState;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.CapabilityMatrix;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.PostReading;
import org.jspecify.annotations.Nullable;

/** An account while a night reads it: what was remembered, what became known, and how complete it is. */
final class AccountWork {

    private final ShardPlan.PlannedAccount planned;
    private final RosterEntry entry;
    private final AccountState before;
    private final Map<DataFamily, Coverage> coverage = new EnumMap<>(DataFamily.class);
    private final Map<String, PostState> posts = new LinkedHashMap<>();
    private final Map<String, PostReading> seen = new HashMap<>();
    private final Map<DataFamily, Set<Counter>> unreadable = new EnumMap<>(DataFamily.class);
    private final Set<String> interactionsSeen = new HashSet<>();
    private AccountRef account;
    private @Nullable String handle;
    private long size;
    private @Nullable Instant postsReadTo;
    private @Nullable LocalDate fullListingOn;
    private @Nullable Instant mentionsReadTo;
    private @Nullable Instant reviewsReadTo;

    AccountWork(ShardPlan.PlannedAccount planned, CapabilityMatrix capabilities, Instant now) {
        this.planned = planned;
        this.entry = planned.entry();
        this.before = planned.before();
        AccountRef roster = entry.account();
        String stableId = before.stableId() == null ? roster.stableId() : before.stableId();
        this.account = resolved(roster, stableId);
        this.handle = before.handle();
        this.postsReadTo = before.postsReadTo();
        this.fullListingOn = before.fullListingOn();
        this.mentionsReadTo = before.mentionsReadTo();
        this.reviewsReadTo = before.reviewsReadTo();
        before.posts().forEach(post -> posts.put(post.postId(), post));
        this.size = posts.size();
        for (DataFamily family : DataFamily.values()) {
            if (planned.families().contains(family)) {
                Coverage offered = Coverage.of(capabilities.of(family, account.relation()));
                PlatformProblem postponed = planned.postponed().get(family);
                if (postponed != null) {
                    offered.failed(postponed, now);
                }
                coverage.put(family, offered);
            }
        }
    }

    ShardPlan.PlannedAccount planned() {
        return planned;
    }

    RosterEntry entry() {
        return entry;
    }

    AccountRef account() {
        return account;
    }

    AccountState before() {
        return before;
    }

    /** The families that the night wants, with how complete they are. */
    Map<DataFamily, Coverage> coverage() {
        return coverage;
    }

    /** Whether a family can still be read: it is wanted, offered, and nothing stands in its way. */
    boolean canRead(DataFamily family) {
        Coverage known = coverage.get(family);
        return known != null
                && switch (known.state()) {
                    case COMPLETE, LIMITED -> account.stableId() != null || family == DataFamily.ACCOUNT;
                    default -> false;
                };
    }

    Coverage coverageOf(DataFamily family) {
        Coverage known = coverage.get(family);
        if (known == null) {
            throw new IllegalStateException("Family " + family + " is not wanted");
        }
        return known;
    }

    void resolve(String stableId, @Nullable String answeredAs) {
        account = resolved(account, stableId);
        handle = answeredAs;
    }

    /** How many posts there are to list, as far as is known: what the account says, or else what is remembered. */
    long size() {
        return size;
    }

    void noteSize(Counters counters) {
        Long count = counters.get(Counter.POSTS).value();
        size = count == null ? size : count;
    }

    /** Posts whose counters are read again, by id on the platform. */
    Map<String, PostState> posts() {
        return posts;
    }

    /** Posts that the night has seen, by id on the platform. */
    Map<String, PostReading> seen() {
        return seen;
    }

    /** Counters of some readings of a family that could not be read. */
    Map<DataFamily, Set<Counter>> unreadable() {
        return unreadable;
    }

    void noteUnreadable(DataFamily family, Counters counters) {
        Set<Counter> found = counters.unreadable();
        if (!found.isEmpty()) {
            unreadable
                    .computeIfAbsent(family, key -> EnumSet.noneOf(Counter.class))
                    .addAll(found);
        }
    }

    /** Comments and mentions that the night has seen, by id on the platform. */
    Set<String> interactionsSeen() {
        return interactionsSeen;
    }

    void postsListed(@Nullable Instant readTo, @Nullable LocalDate fullOn) {
        postsReadTo = readTo;
        fullListingOn = fullOn == null ? fullListingOn : fullOn;
    }

    void mentionsListed(Instant readTo) {
        mentionsReadTo = readTo;
    }

    void reviewsListed(Instant readTo) {
        reviewsReadTo = readTo;
    }

    /** What the next night has to know. */
    AccountState after() {
        Map<DataFamily, Instant> pending = new EnumMap<>(DataFamily.class);
        coverage.forEach((family, known) -> {
            Instant retryAt = known.retryAt();
            if (retryAt != null) {
                pending.put(family, retryAt);
            }
        });
        before.pending().forEach((family, at) -> {
            if (!coverage.containsKey(family)) {
                pending.put(family, at);
            }
        });
        return new AccountState(
                before.rosterKey(),
                account.stableId(),
                handle,
                postsReadTo,
                fullListingOn,
                mentionsReadTo,
                reviewsReadTo,
                pending,
                List.copyOf(posts.values()));
    }

    private static AccountRef resolved(AccountRef roster, @Nullable String stableId) {
        return new AccountRef(
                roster.platform(),
                roster.rosterKey(),
                roster.handle(),
                stableId,
                roster.relation(),
                roster.homeServer(),
                roster.credential());
    }
}
