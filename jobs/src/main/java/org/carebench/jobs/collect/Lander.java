package org.carebench.jobs.collect;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.AccountInsight;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.Interaction;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Review;
import org.carebench.contract.lake.CollectionState.PostState;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.InsightReading;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.ReviewReading;
import org.carebench.jobs.source.Redactor;
import org.carebench.jobs.source.Redactor.Redacted;
import org.carebench.landing.LandingFiles;
import org.jspecify.annotations.Nullable;

/**
 * Makes landing records of what a shard read, and lands them. The only way from a platform's texts and authors to the lake:
 * texts are redacted here, and authors become pseudonyms.
 */
final class Lander {

    private final ShardPlan shard;
    private final LocalDate businessDate;
    private final int run;
    private final LandingFiles files;
    private final Redactor redactor;
    private final Pseudonyms pseudonyms;
    private final boolean idsNameAuthors;
    private final Map<String, Long> landed = new TreeMap<>();
    private final Map<String, Long> problems = new TreeMap<>();
    private long rejected;
    private long number;

    Lander(
            ShardPlan shard,
            LocalDate businessDate,
            int run,
            LandingFiles files,
            Redactor redactor,
            Pseudonyms pseudonyms,
            boolean idsNameAuthors) {
        this.shard = shard;
        this.businessDate = businessDate;
        this.run = run;
        this.files = files;
        this.redactor = redactor;
        this.pseudonyms = pseudonyms;
        this.idsNameAuthors = idsNameAuthors;
    }

    /** Readings that landed, by dataset. Links, coverage and problems are ours and are not among them. */
    Map<String, Long> landed() {
        return landed;
    }

    /** Problems that landed, by code. */
    Map<String, Long> problems() {
        return problems;
    }

    /** Items that a platform gave and that could not be read. */
    long rejected() {
        return rejected;
    }

    void link(RosterEntry entry, AccountRef account, String displayName) {
        for (RosterEntry.Owner owner : entry.owners()) {
            append(new AccountLink(
                    RosterEntry.accountId(account),
                    owner.organizationId(),
                    shard.platform(),
                    displayName,
                    owner.evidence(),
                    businessDate,
                    shard.id(),
                    next()));
        }
    }

    void account(AccountRef account, AccountReading reading, Instant observedAt) {
        AccountReading.Profile profile = reading.profile();
        Counters counters = reading.counters();
        land(new AccountSnapshot(
                RosterEntry.accountId(account),
                observedAt,
                shard.platform(),
                clean(reading.handle()),
                clean(reading.displayName()),
                reading.status(),
                clean(reading.movedTo()),
                profile.hasDescription(),
                profile.hasWebsite(),
                profile.hasAvatar(),
                profile.isVerified(),
                profile.hasPhone(),
                profile.hasAddress(),
                profile.hasCategory(),
                counters.get(Counter.FOLLOWERS),
                counters.get(Counter.FOLLOWING),
                counters.get(Counter.POSTS),
                counters.get(Counter.VIEWS_TOTAL),
                counters.get(Counter.RATINGS),
                counters.get(Counter.RATING_HUNDREDTHS),
                shard.id(),
                next()));
    }

    /** An account that could not be read stays on record, without values. */
    void unreadableAccount(AccountRef account, AccountStatus status, Instant observedAt) {
        Counters none = Counters.of(shard.platform())
                .missing(Counter.FOLLOWERS, MeasureState.NOT_AVAILABLE)
                .missing(Counter.FOLLOWING, MeasureState.NOT_AVAILABLE)
                .missing(Counter.POSTS, MeasureState.NOT_AVAILABLE)
                .build();
        AccountReading unread = new AccountReading(
                account.identifier(), account.handle(), null, status, null, AccountReading.Profile.UNKNOWN, none);
        account(account, unread, observedAt);
    }

    void post(AccountRef account, PostReading reading, Instant observedAt) {
        post(account, reading, false, observedAt);
    }

    private void post(AccountRef account, PostReading reading, boolean isRemoved, Instant observedAt) {
        // What was passed on is somebody else's: that it was is all that lands.
        boolean isOwn = reading.kind() != PostKind.REPOST;
        Redacted title = redacted(isOwn ? reading.title() : null);
        Redacted text = redacted(isOwn ? reading.text() : null);
        land(new PostSnapshot(
                thingId(account, reading.postId()),
                observedAt,
                shard.platform(),
                RosterEntry.accountId(account),
                reading.kind(),
                reading.publishedAt(),
                reading.editedAt(),
                isOwn ? clean(reading.permalink()) : null,
                reading.language(),
                optionalThingId(account, reading.replyToId()),
                optionalThingId(account, reading.conversationId()),
                reading.contentForm(),
                emptyToNull(title.text()),
                emptyToNull(text.text()),
                title.count() + text.count(),
                null,
                reading.durationSeconds(),
                isRemoved,
                reading.counters().get(Counter.VIEWS),
                reading.counters().get(Counter.LIKES),
                reading.counters().get(Counter.COMMENTS),
                reading.counters().get(Counter.SHARES),
                reading.counters().get(Counter.QUOTES),
                reading.counters().get(Counter.SAVES),
                reading.counters().get(Counter.IMPRESSIONS),
                reading.counters().get(Counter.REACH),
                reading.counters().get(Counter.CLICKS),
                shard.id(),
                next()));
    }

    /** A post that was absent on two days is gone; what was seen of it stays. */
    void tombstone(AccountRef account, PostState post, Instant observedAt) {
        Counters.Builder none = Counters.of(shard.platform());
        for (Counter counter : new Counter[] {Counter.VIEWS, Counter.LIKES, Counter.COMMENTS, Counter.SHARES}) {
            none.missing(counter, MeasureState.NOT_AVAILABLE);
        }
        PostReading gone = new PostReading(
                post.postId(),
                post.kind(),
                post.publishedAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                none.build());
        post(account, gone, true, observedAt);
    }

    void interaction(AccountRef account, InteractionReading reading, Instant observedAt) {
        Redacted text = redacted(reading.text());
        String id = reading.interactionId() == null ? syntheticId(account, reading) : reading.interactionId();
        String author = reading.authorId();
        boolean namesAuthor =
                author != null && !Boolean.TRUE.equals(reading.isByOwner()) && id.contains(author) && !idsNameAuthors;
        land(new Interaction(
                thingId(account, namesAuthor ? pseudonyms.ofId(shard.platform(), id) : id),
                observedAt,
                RosterEntry.accountId(account),
                shard.platform(),
                reading.kind(),
                reading.interactionId() == null,
                optionalThingId(account, reading.postId()),
                optionalThingId(account, reading.parentId()),
                reading.authorId() == null ? null : pseudonyms.of(shard.platform(), reading.authorId()),
                reading.isByOwner(),
                reading.publishedAt(),
                emptyToNull(text.text()),
                text.count(),
                reading.language(),
                reading.counters().get(Counter.LIKES),
                shard.id(),
                next()));
    }

    void review(RosterEntry entry, AccountRef account, ReviewReading reading, Instant observedAt) {
        Redacted text = redacted(reading.text());
        land(new Review(
                thingId(account, reading.reviewId()),
                entry.owners().get(0).organizationId(),
                shard.platform(),
                RosterEntry.accountId(account),
                observedAt,
                reading.publishedAt(),
                reading.updatedAt(),
                reading.scale(),
                reading.rating(),
                reading.replyState(),
                reading.repliedAt(),
                null,
                emptyToNull(text.text()),
                text.count(),
                null,
                null,
                null,
                null,
                MeasureState.NOT_IN_SOURCE,
                businessDate,
                shard.id(),
                next()));
    }

    void insight(AccountRef account, InsightReading reading, Instant observedAt) {
        land(new AccountInsight(
                RosterEntry.accountId(account),
                reading.metric(),
                reading.day(),
                observedAt,
                reading.zone().getId(),
                shard.platform(),
                reading.value(),
                shard.id(),
                next()));
    }

    void coverage(RosterEntry entry, AccountRef account, DataFamily family, Coverage coverage) {
        for (RosterEntry.Owner owner : entry.owners()) {
            append(new AccountCoverage(
                    RosterEntry.accountId(account),
                    owner.organizationId(),
                    family,
                    businessDate,
                    run,
                    shard.platform(),
                    account.relation(),
                    coverage.state(),
                    coverage.reason(),
                    coverage.records(),
                    coverage.readFrom(),
                    coverage.retryAt(),
                    shard.id(),
                    next()));
        }
    }

    /**
     * Records a problem.
     *
     * @param post id on the platform; NULL where no single post is concerned
     * @param isRejected whether an item that the platform gave was left out because of it
     */
    void problem(
            RosterEntry entry,
            AccountRef account,
            DataFamily family,
            @Nullable String post,
            PlatformProblem problem,
            boolean isRejected,
            Instant at) {
        problems.merge(problem.code().name(), 1L, Long::sum);
        if (isRejected) {
            rejected++;
        }
        append(new Problem(
                shard.id(),
                problem.endpoint(),
                next(),
                problem.code(),
                null,
                entry.owners().get(0).organizationId(),
                RosterEntry.accountId(account),
                post == null ? null : thingId(account, post),
                family,
                problem.retryIn() == null ? null : at.plus(problem.retryIn()),
                isRejected,
                sentence(family, problem)));
    }

    private static String sentence(DataFamily family, PlatformProblem problem) {
        return "Cannot read " + family + " (" + problem.evidence() + "): " + advice(problem.code());
    }

    private static String advice(ProblemCode code) {
        return switch (code) {
            case AUTH_EXPIRED, AUTH_REVOKED -> "the access is not valid; renew the credential";
            case PERMISSION -> "our access does not cover it; ask for the permission or take it out of the profile";
            case GONE -> "it is no longer there; check the roster if it is an account";
            case RENAMED -> "the account was read under its new name; correct the roster";
            case RENAMED_OR_GONE ->
                "the account was renamed or deleted, or the name is another account's; check the roster";
            case PRIVATE -> "only those whom its owner admits can read it";
            case FEATURE_OFF -> "its owner switched it off";
            case RATE_LIMITED -> "the platform asks to wait; the next run goes on";
            case QUOTA_EXHAUSTED -> "the allowance is used up; the next run after its renewal goes on";
            case TRANSIENT -> "the platform did not answer well after every retry; the next run goes on";
            case CONTRACT_DRIFT -> "the platform answers differently from its documents; look for a newer version";
            case BAD_REQUEST -> "the platform refuses the request; check the name in the roster";
            default -> "the item lacks what identifies or dates it; it was left out";
        };
    }

    /** Unique across platforms; equal ids stay equal where they must not be told. */
    private String thingId(AccountRef account, String id) {
        String server = account.homeServer() == null ? "" : account.homeServer() + "/";
        String own = String.valueOf(account.stableId());
        boolean isSomebodyElses =
                idsNameAuthors && (!id.contains(own) || id.replace(own, "").contains("did:"));
        return shard.platform() + ":" + server + (isSomebodyElses ? pseudonyms.ofId(shard.platform(), id) : id);
    }

    private @Nullable String optionalThingId(AccountRef account, @Nullable String id) {
        return id == null ? null : thingId(account, id);
    }

    private String syntheticId(AccountRef account, InteractionReading reading) {
        return pseudonyms.syntheticId(String.join(
                " ",
                RosterEntry.accountId(account),
                String.valueOf(reading.postId()),
                reading.publishedAt().toString(),
                String.valueOf(reading.text())));
    }

    private Redacted redacted(@Nullable String text) {
        return redactor.redact(text == null ? "" : String.valueOf(clean(text)));
    }

    /** PostgreSQL's text cannot hold NUL, and UTF-8 no half characters. */
    private static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(character -> character != 0)
                .map(character -> Character.getType(character) == Character.SURROGATE ? '\uFFFD' : character)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private long next() {
        return ++number;
    }

    private void land(Record row) {
        landed.merge(row.getClass().getSimpleName(), 1L, Long::sum);
        append(row);
    }

    private void append(Record row) {
        try {
            files.append(row);
        } catch (IOException e) {
            throw new CollectionFailedException(
                    "Cannot land shard " + shard.id() + ": " + e.getMessage() + ". Check the disk of the lake.", e);
        }
    }
}
