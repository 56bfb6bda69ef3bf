package org.carebench.simulator.bulk;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.AccountInsight;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.CoverageState;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.RatingScale;
import org.carebench.contract.dataset.Relation;
import org.carebench.contract.dataset.ReplyState;
import org.carebench.contract.lake.CollectionState.AccountState;
import org.carebench.contract.lake.CollectionState.PostState;
import org.carebench.contract.schema.MeasureState;
import org.carebench.landing.LandingFiles;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.AccountCounters;
import org.carebench.simulator.world.DailyInsight;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Person;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.PostCounters;
import org.carebench.simulator.world.Review;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;

/** Makes the landing records of one account over a stretch of days, as nights would have landed them. */
final class AccountRows {

    private static final Set<Platform> WHOLE_SECONDS =
            Set.of(Platform.YOUTUBE, Platform.INSTAGRAM, Platform.FACEBOOK, Platform.TIKTOK);
    private static final Set<Platform> WITH_LANGUAGE = Set.of(Platform.BLUESKY, Platform.MASTODON, Platform.X);
    private static final Duration UNTIL_REMOVED = Duration.ofDays(2);
    private static final int INSIGHT_DAYS = 30;

    private final World world;
    private final Stretch stretch;
    private final String shard;
    private final LandingFiles files;
    private final Pseudonyms pseudonyms;
    private final Map<DataFamily, Long> records = new EnumMap<>(DataFamily.class);
    private long number;

    AccountRows(World world, Stretch stretch, String shard, LandingFiles files, Pseudonyms pseudonyms) {
        this.world = world;
        this.stretch = stretch;
        this.shard = shard;
        this.files = files;
        this.pseudonyms = pseudonyms;
    }

    /** Lands everything of an account, and returns what the next night has to know of it. */
    AccountState land(Account account) throws IOException {
        records.clear();
        links(account);
        List<PostState> followed = new ArrayList<>();
        boolean open = Offer.of(account, DataFamily.ACCOUNT).isOffered();
        boolean readable = account.isReadableAt(stretch.until());
        if (open) {
            snapshots(account);
        }
        if (open && Offer.of(account, DataFamily.POSTS).isOffered()) {
            posts(account, readable, followed);
        }
        if (readable) {
            mentions(account);
            reviews(account);
            insights(account);
        }
        coverage(account, readable);
        return state(account, open && readable, followed);
    }

    /** Readings that landed of the last account. Links and coverage are none. */
    long readings() {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }

    private void links(Account account) throws IOException {
        String name = account.profile().displayName();
        for (String organizationId : account.organizationIds()) {
            files.append(new AccountLink(
                    accountId(account),
                    organizationId,
                    account.platform().key(),
                    name == null ? account.handleAt(stretch.until()) : name,
                    account.evidence(),
                    stretch.businessDate(),
                    shard,
                    next()));
        }
    }

    private void snapshots(Account account) throws IOException {
        Shown shown = new Shown(account);
        for (Instant at : stretch.accountReadings()) {
            if (!account.existsAt(at)) {
                continue;
            }
            AccountStatus status = account.statusAt(at);
            @Nullable AccountCounters counters = account.isReadableAt(at) ? world.counters(account, at) : null;
            Shown.OfAccount measures = shown.ofAccount(counters, at);
            Account.Profile profile = account.profile();
            boolean hasName = account.platform() != Platform.GOOGLE;
            files.append(new AccountSnapshot(
                    accountId(account),
                    at,
                    account.platform().key(),
                    hasName ? account.handleAt(at) : null,
                    profile.displayName(),
                    status,
                    account.movedToAt(at),
                    counters == null ? null : Boolean.valueOf(profile.description() != null),
                    counters == null ? null : Boolean.valueOf(profile.website() != null),
                    counters == null ? null : Boolean.valueOf(profile.hasAvatar()),
                    counters == null ? null : Boolean.valueOf(profile.isVerified()),
                    counters == null ? null : Boolean.valueOf(profile.phone() != null),
                    counters == null ? null : Boolean.valueOf(profile.address() != null),
                    counters == null ? null : Boolean.valueOf(profile.category() != null),
                    measures.followers(),
                    measures.following(),
                    measures.posts(),
                    measures.viewsTotal(),
                    measures.ratings(),
                    measures.ratingHundredths(),
                    shard,
                    next()));
            count(DataFamily.ACCOUNT);
        }
    }

    private void posts(Account account, boolean readable, List<PostState> followed) throws IOException {
        Shown shown = new Shown(account);
        boolean talks = Offer.of(account, DataFamily.INTERACTIONS).isOffered();
        for (Post post : seenPosts(account)) {
            for (Instant at : stretch.postReadings(post)) {
                if (post.isVisibleAt(at) && account.isReadableAt(at)) {
                    post(account, post, shown.ofPost(post, world.counters(post, at), at), at, false);
                }
            }
            Instant deleted = post.deletedAt();
            Instant removed = deleted == null ? null : deleted.plus(UNTIL_REMOVED);
            if (removed != null && removed.isBefore(stretch.until()) && account.isReadableAt(removed)) {
                post(account, post, shown.withheld(MeasureState.NOT_AVAILABLE), removed, true);
            }
            if (talks && post.isVisibleAt(stretch.until())) {
                talk(account, post);
            }
            if (readable
                    && post.kind() != PostKind.REPOST
                    && post.isVisibleAt(stretch.until())
                    && stretch.isFollowed(post)) {
                PostCounters counters = world.counters(post, stretch.until());
                followed.add(new PostState(
                        post.id(),
                        post.kind(),
                        published(account, post.createdAt()),
                        stretch.businessDate(),
                        0,
                        talks && !account.commentsOff() ? counters.comments() : null));
            }
        }
    }

    /** Posts that some reading of the stretch saw, those deleted by now too; in the order in which they appeared. */
    private List<Post> seenPosts(Account account) {
        Map<String, Post> seen = new LinkedHashMap<>();
        for (Instant at : stretch.accountReadings()) {
            for (Post post : world.posts(account, at)) {
                if (!post.appearedAt().isBefore(stretch.from())) {
                    seen.putIfAbsent(post.id(), post);
                }
            }
        }
        return List.copyOf(seen.values());
    }

    private void post(Account account, Post post, Shown.OfPost measures, Instant at, boolean isRemoved)
            throws IOException {
        Platform platform = account.platform();
        boolean repost = post.kind() == PostKind.REPOST;
        boolean threaded = platform.listsReplies();
        String text = isRemoved || repost ? "" : world.text(post, at);
        Instant edited = post.editedAt();
        boolean saysEdits = platform == Platform.MASTODON && edited != null && !edited.isAfter(at);
        Integer seconds = post.durationSeconds();
        String about = post.about() == null ? null : post.about().id();
        files.append(new PostSnapshot(
                thingId(account, postId(post)),
                at,
                platform.key(),
                accountId(account),
                post.kind(),
                published(account, post.createdAt()),
                saysEdits ? edited : null,
                null,
                WITH_LANGUAGE.contains(platform) && !isRemoved ? post.language() : null,
                isRemoved || (platform == Platform.X && repost)
                        ? null
                        : optionalThingId(account, repost ? about : post.replyToId()),
                threaded && !repost && !isRemoved ? thingId(account, post.conversationId()) : null,
                isRemoved ? null : form(platform, post),
                platform == Platform.YOUTUBE && !text.isEmpty() ? text : null,
                platform == Platform.YOUTUBE || text.isEmpty() ? null : text,
                0,
                null,
                platform == Platform.YOUTUBE && seconds != null && !isRemoved ? Long.valueOf(seconds) : null,
                isRemoved,
                measures.views(),
                measures.likes(),
                measures.comments(),
                measures.shares(),
                measures.quotes(),
                measures.saves(),
                measures.impressions(),
                measures.reach(),
                measures.clicks(),
                shard,
                next()));
        count(DataFamily.POSTS);
    }

    /** A repost on Bluesky is a record of a kind of its own. */
    private static String postId(Post post) {
        boolean record = post.account().platform() == Platform.BLUESKY && post.kind() == PostKind.REPOST;
        return record ? post.id().replace("/app.bsky.feed.post/", "/app.bsky.feed.repost/") : post.id();
    }

    private static @Nullable String form(Platform platform, Post post) {
        return switch (platform) {
            case YOUTUBE, TIKTOK -> "VIDEO";
            case INSTAGRAM ->
                switch (post.form()) {
                    case ALBUM -> "CAROUSEL_ALBUM";
                    case SHORT_VIDEO -> "REELS";
                    case VIDEO -> "VIDEO";
                    default -> "IMAGE";
                };
            case FACEBOOK ->
                switch (post.form()) {
                    case VIDEO, SHORT_VIDEO -> "added_video";
                    case PHOTO, ALBUM -> "added_photos";
                    case LINK -> "shared_story";
                    case TEXT -> "mobile_status_update";
                };
            default -> null;
        };
    }

    private void talk(Account account, Post post) throws IOException {
        for (Interaction comment : world.comments(post, stretch.until())) {
            interaction(account, comment, DataFamily.INTERACTIONS);
        }
        for (Interaction quote : world.quotes(post, stretch.until())) {
            interaction(account, quote, DataFamily.INTERACTIONS);
        }
    }

    private void mentions(Account account) throws IOException {
        if (Offer.of(account, DataFamily.MENTIONS).isOffered()) {
            Instant until = stretch.until();
            for (Interaction mention : world.mentions(account, stretch.from(), until, until)) {
                interaction(account, mention, DataFamily.MENTIONS);
            }
        }
    }

    private void interaction(Account account, Interaction interaction, DataFamily family) throws IOException {
        Platform platform = account.platform();
        Person author = interaction.author();
        boolean bare = platform == Platform.FACEBOOK && account.relation() == Relation.OTHER;
        Instant written = published(account, interaction.createdAt());
        String authorId = author == null ? account.stableId() : author.id();
        String id = bare
                ? pseudonyms.content(String.join(
                        " ",
                        accountId(account),
                        String.valueOf(interaction.postId()),
                        written.toString(),
                        interaction.text()))
                : interaction.id();
        files.append(new org.carebench.contract.dataset.Interaction(
                thingId(account, id),
                stretch.nextReading(interaction.createdAt()),
                accountId(account),
                platform.key(),
                bare ? InteractionKind.COMMENT : interaction.kind(),
                bare,
                optionalThingId(account, interaction.postId()),
                bare ? null : optionalThingId(account, interaction.parentId()),
                bare ? null : pseudonyms.author(platform, authorId),
                bare ? null : Boolean.valueOf(interaction.isByOwner()),
                written,
                interaction.text(),
                0,
                WITH_LANGUAGE.contains(platform) ? interaction.language() : null,
                new Shown(account).likesOf(interaction.likes()),
                shard,
                next()));
        count(family);
    }

    private void reviews(Account account) throws IOException {
        if (!Offer.of(account, DataFamily.REVIEWS).isOffered()) {
            return;
        }
        for (Review review : world.reviews(account, stretch.until())) {
            Review.Reply reply = review.reply();
            files.append(new org.carebench.contract.dataset.Review(
                    thingId(account, review.id()),
                    account.organizationIds().get(0),
                    account.platform().key(),
                    accountId(account),
                    stretch.until(),
                    review.createdAt(),
                    review.updatedAt(),
                    RatingScale.STARS_1_5,
                    review.stars(),
                    replyState(reply),
                    reply == null ? null : reply.updatedAt(),
                    null,
                    review.text(),
                    0,
                    null,
                    null,
                    null,
                    null,
                    MeasureState.NOT_IN_SOURCE,
                    stretch.businessDate(),
                    shard,
                    next()));
            count(DataFamily.REVIEWS);
        }
    }

    private static ReplyState replyState(Review.@Nullable Reply reply) {
        if (reply == null) {
            return ReplyState.NONE;
        }
        return switch (reply.state()) {
            case APPROVED -> ReplyState.PUBLISHED;
            case PENDING -> ReplyState.PENDING;
            case REJECTED -> ReplyState.REJECTED;
        };
    }

    private void insights(Account account) throws IOException {
        if (!Offer.of(account, DataFamily.INSIGHTS).isOffered()) {
            return;
        }
        LocalDate to = stretch.businessDate();
        for (DailyInsight day : world.insights(account, to.minusDays(INSIGHT_DAYS), to, stretch.until())) {
            if (account.platform() == Platform.INSTAGRAM) {
                insight(account, day, "reach", day.reach());
                insight(account, day, "follower_count", day.newFollowers());
                insight(account, day, "views", day.views());
            } else {
                insight(account, day, "page_media_view", day.views());
                insight(account, day, "page_total_media_view_unique", day.reach());
                insight(account, day, "page_daily_follows_unique", day.newFollowers());
                insight(account, day, "page_daily_unfollows_unique", day.lostFollowers());
            }
        }
    }

    private void insight(Account account, DailyInsight day, String metric, long value) throws IOException {
        files.append(new AccountInsight(
                accountId(account),
                metric,
                day.day(),
                stretch.until(),
                ZoneId.of("America/Los_Angeles").getId(),
                account.platform().key(),
                new Shown(account).insight(metric, value, day.settled()),
                shard,
                next()));
        count(DataFamily.INSIGHTS);
    }

    private void coverage(Account account, boolean readable) throws IOException {
        for (DataFamily family : DataFamily.values()) {
            Offer offer = Offer.of(account, family);
            boolean lost = offer.isOffered() && !readable && family != DataFamily.ACCOUNT;
            boolean refresh = family == DataFamily.POST_REFRESH && offer.isOffered() && readable;
            CoverageState state = !offer.isOffered()
                    ? CoverageState.NOT_OFFERED
                    : lost
                            ? CoverageState.FAILED
                            : refresh
                                    ? CoverageState.NOT_DUE
                                    : offer.limit() == null ? CoverageState.COMPLETE : CoverageState.LIMITED;
            for (String organizationId : account.organizationIds()) {
                files.append(new AccountCoverage(
                        accountId(account),
                        organizationId,
                        family,
                        stretch.businessDate(),
                        stretch.release().revision(),
                        account.platform().key(),
                        account.relation(),
                        state,
                        lost ? lossOf(account) : refresh ? null : offer.limit(),
                        records.getOrDefault(family, 0L),
                        offer.isOffered() && !lost && family != DataFamily.ACCOUNT ? stretch.from() : null,
                        null,
                        shard,
                        next()));
            }
        }
    }

    private String lossOf(Account account) {
        return account.statusAt(stretch.until()) == AccountStatus.PRIVATE ? "PRIVATE" : "GONE";
    }

    private AccountState state(Account account, boolean readable, List<PostState> followed) {
        if (!readable) {
            return AccountState.unknown(rosterKey(account), addressedId(account));
        }
        Instant until = stretch.until();
        return new AccountState(
                rosterKey(account),
                addressedId(account),
                account.handleAt(until),
                Offer.of(account, DataFamily.POSTS).isOffered() ? until : null,
                stretch.businessDate(),
                Offer.of(account, DataFamily.MENTIONS).isOffered() ? until : null,
                Offer.of(account, DataFamily.REVIEWS).isOffered() ? until : null,
                Map.of(),
                followed);
    }

    /** What finds the account again in the roster: server and name in small letters. */
    private String rosterKey(Account account) {
        String server = account.homeServer();
        return ((server == null ? "" : server + "/") + account.handleAt(stretch.rosterAt())).toLowerCase(Locale.ROOT);
    }

    /** The permanent id under which we read the account: of others on Google, the place's. */
    private static String addressedId(Account account) {
        String place = account.placeId();
        return place != null && account.relation() == Relation.OTHER ? place : account.stableId();
    }

    private static String accountId(Account account) {
        return thingId(account, addressedId(account));
    }

    private static String thingId(Account account, String id) {
        String server = account.homeServer();
        return account.platform().key() + ":" + (server == null ? "" : server + "/") + id;
    }

    private static @Nullable String optionalThingId(Account account, @Nullable String id) {
        return id == null ? null : thingId(account, id);
    }

    private static Instant published(Account account, Instant at) {
        return WHOLE_SECONDS.contains(account.platform()) ? at.truncatedTo(ChronoUnit.SECONDS) : at;
    }

    private void count(DataFamily family) {
        records.merge(family, 1L, Long::sum);
    }

    private long next() {
        return ++number;
    }
}
