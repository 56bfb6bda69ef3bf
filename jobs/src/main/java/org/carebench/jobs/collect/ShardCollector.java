package org.carebench.jobs.collect;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.lake.CollectionState;
import org.carebench.contract.lake.CollectionState.PostState;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.PlatformSettings;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.ReviewReading;
import org.carebench.jobs.platform.Window;
import org.jspecify.annotations.Nullable;

/**
 * Reads the accounts of one shard: profiles first, then listings, then counters that are due again, then comments. Many
 * requests are in flight at once; what they give lands in an order that follows from the roster and the answers alone, so that
 * equal answers give equal files. Where a quota leaves room, accounts that were put off are read after the others.
 */
final class ShardCollector {

    private static final int ABSENCES_UNTIL_REMOVED = 2;
    private static final Duration INSIGHTS_REREAD = Duration.ofDays(3);
    private static final Duration FIRST_INSIGHTS = Duration.ofDays(30);

    private final Connector connector;
    private final PlatformSettings settings;
    private final CarebenchProperties.Collection collection;
    private final Lane lane;
    private final Lander lander;
    private final Calls calls;
    private final LocalDate businessDate;
    private final Instant until;
    private final RefreshLadder ladder;
    private final QuotaPlanner quota;
    private final List<AccountWork> accounts;
    private long repeated;
    private long outside;

    ShardCollector(
            ShardPlan shard,
            Connector connector,
            PlatformSettings settings,
            CarebenchProperties.Collection collection,
            QuotaPlanner quota,
            Lane lane,
            Lander lander,
            Calls calls,
            LocalDate businessDate) {
        this.connector = connector;
        this.settings = settings;
        this.collection = collection;
        this.quota = quota;
        this.lane = lane;
        this.lander = lander;
        this.calls = calls;
        this.businessDate = businessDate;
        this.until = calls.now();
        this.ladder = new RefreshLadder(collection.refreshAges());
        this.accounts = shard.accounts().stream()
                .map(planned -> new AccountWork(planned, connector.capabilities(), until))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Reads and lands everything, and returns what the next night has to know. */
    CollectionState collect() {
        List<AccountWork> due =
                accounts.stream().filter(work -> !work.planned().isPostponed()).toList();
        while (!due.isEmpty()) {
            read(due);
            due.forEach(work -> quota.release(work.planned()));
            due = takeUp();
        }
        accounts.stream().filter(work -> work.planned().isPostponed()).forEach(this::putOff);
        accounts.forEach(this::reportUnreadable);
        accounts.forEach(work -> work.coverage()
                .forEach((family, coverage) -> lander.coverage(work.entry(), work.account(), family, coverage)));
        return new CollectionState(
                connector.platform(), accounts.stream().map(AccountWork::after).toList());
    }

    /** Postponed accounts that there is room for by now, because others cost less than was planned for them. */
    private List<AccountWork> takeUp() {
        List<AccountWork> taken = new ArrayList<>();
        accounts.replaceAll(work -> {
            if (!work.planned().isPostponed() || !quota.reserve(work.planned())) {
                return work;
            }
            AccountWork due = new AccountWork(work.planned().withPostponed(Map.of()), connector.capabilities(), until);
            taken.add(due);
            return due;
        });
        return taken;
    }

    private void putOff(AccountWork work) {
        lander.link(work.entry(), work.account(), work.account().handle());
        work.planned().postponed().entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .ifPresent(family -> lander.problem(
                        work.entry(), work.account(), family.getKey(), null, family.getValue(), false, until));
    }

    private void read(List<AccountWork> due) {
        readAccounts(due);
        lane.inOrder(Stream.of(posts(due), reviews(due), insights(due))
                .flatMap(List::stream)
                .toList());
        refreshPosts(due);
        // Mentions land last: they may repeat what stands under a post.
        lane.inOrder(Stream.concat(interactions(due).stream(), mentions(due).stream())
                .toList());
    }

    /** Items that listings gave a second time. */
    long repeated() {
        return repeated;
    }

    /** Items that pages gave although they lie before what was wanted. */
    long outside() {
        return outside;
    }

    /** Accounts of which something is missing that a later run can still read. */
    long incomplete() {
        return accounts.stream()
                .filter(work -> work.coverage().values().stream().anyMatch(coverage -> coverage.retryAt() != null))
                .count();
    }

    // accounts

    private void readAccounts(List<AccountWork> due) {
        List<AccountWork> wanted =
                due.stream().filter(work -> work.canRead(DataFamily.ACCOUNT)).toList();
        List<List<AccountWork>> batches = batches(wanted, AccountWork::account, connector::accountsPerRequest);
        lane.inOrder(
                batches,
                batch -> new Observed<>(
                        calls.batch(batch.stream().map(AccountWork::account).toList(), connector::accounts),
                        calls.now()),
                (batch, observed) -> batch.forEach(work -> landAccount(
                        work, Objects.requireNonNull(observed.value().get(work.account())), observed.at())));
        due.stream()
                .filter(work -> !wanted.contains(work))
                .forEach(work ->
                        lander.link(work.entry(), work.account(), work.account().handle()));
    }

    private void landAccount(AccountWork work, Result<AccountReading> result, Instant at) {
        AccountReading reading = result.reading();
        String known = work.account().stableId();
        if (reading != null && known != null && !known.equals(reading.stableId())) {
            failAccount(
                    work,
                    PlatformProblem.of(
                            ProblemCode.RENAMED_OR_GONE, "account", "the name answers with another id than before"),
                    at);
        } else if (reading != null) {
            landReading(work, reading, at);
        } else {
            failAccount(work, Objects.requireNonNull(result.problem()), at);
        }
    }

    private void landReading(AccountWork work, AccountReading reading, Instant at) {
        work.resolve(reading.stableId(), reading.handle());
        lander.link(
                work.entry(),
                work.account(),
                reading.displayName() == null ? work.account().handle() : reading.displayName());
        boolean isRenamed = reading.status() == AccountStatus.ACTIVE
                && isRenamed(work.entry().account(), reading);
        lander.account(work.account(), isRenamed ? reading.withStatus(AccountStatus.RENAMED) : reading, at);
        work.noteUnreadable(DataFamily.ACCOUNT, reading.counters());
        work.noteSize(reading.counters());
        work.coverageOf(DataFamily.ACCOUNT).add(1);
        if (isRenamed || reading.status() == AccountStatus.RENAMED) {
            problem(work, DataFamily.ACCOUNT, ProblemCode.RENAMED, "answers under another name", at);
        }
        switch (reading.status()) {
            case SUSPENDED, DEACTIVATED, NOT_FOUND -> closeAccount(work, ProblemCode.GONE, reading.status(), at);
            case PRIVATE -> closeAccount(work, ProblemCode.PRIVATE, reading.status(), at);
            default -> {
                // It can be read.
            }
        }
    }

    /** The account answers, but nothing but its status can be read. */
    private void closeAccount(AccountWork work, ProblemCode code, AccountStatus status, Instant at) {
        PlatformProblem problem = problem(work, DataFamily.ACCOUNT, code, "account is " + status, at);
        failOthers(work, problem, at);
    }

    private void failAccount(AccountWork work, PlatformProblem problem, Instant at) {
        lander.link(work.entry(), work.account(), work.account().handle());
        lander.unreadableAccount(work.account(), statusOf(problem.code()), at);
        lander.problem(work.entry(), work.account(), DataFamily.ACCOUNT, null, problem, false, at);
        work.coverageOf(DataFamily.ACCOUNT).failed(problem, at);
        boolean othersMayWork = work.account().stableId() != null
                && (problem.code() == ProblemCode.TRANSIENT || problem.code() == ProblemCode.CONTRACT_DRIFT);
        if (!othersMayWork) {
            failOthers(work, problem, at);
        }
    }

    private static void failOthers(AccountWork work, PlatformProblem problem, Instant at) {
        work.coverage().forEach((family, coverage) -> {
            if (family != DataFamily.ACCOUNT) {
                coverage.failed(problem, at);
            }
        });
    }

    private static AccountStatus statusOf(ProblemCode code) {
        return switch (code) {
            case GONE, RENAMED_OR_GONE -> AccountStatus.NOT_FOUND;
            case PRIVATE -> AccountStatus.PRIVATE;
            default -> AccountStatus.UNKNOWN;
        };
    }

    private static boolean isRenamed(AccountRef roster, AccountReading reading) {
        String handle = reading.handle();
        boolean rosterNamesId = roster.handle().equals(reading.stableId());
        return handle != null && !rosterNamesId && !plainName(handle).equals(plainName(roster.handle()));
    }

    /** The name without sign and server: {@code @Hospital@salud.example} is {@code hospital}. */
    private static String plainName(String handle) {
        String name = handle.startsWith("@") ? handle.substring(1) : handle;
        int server = name.indexOf('@');
        return (server < 0 ? name : name.substring(0, server)).toLowerCase(Locale.ROOT);
    }

    // listings

    private List<Supplier<Lane.Reading>> posts(List<AccountWork> due) {
        // One listing is a chain of requests: the longest begin first, so that nobody waits for them at the end.
        return due.stream()
                .filter(work -> work.canRead(DataFamily.POSTS))
                .sorted(Comparator.comparingLong(AccountWork::size).reversed())
                .<Supplier<Lane.Reading>>map(work -> {
                    Window window = postWindow(work);
                    return () -> posts(work, window);
                })
                .toList();
    }

    /** Lists the posts of an account. Pages reach further back than what is wanted: of that only what is due lands again. */
    private Lane.Reading posts(AccountWork work, Window window) {
        Listing<PostReading> listing = calls.listing(
                cursor -> connector.posts(work.account(), window, cursor),
                PostReading::postId,
                post -> window.contains(post.publishedAt()));
        Listing<PostReading> within =
                listing.only(post -> window.contains(post.publishedAt()) || isDue(work, post.postId()));
        int passedBy = listing.items().size() - within.items().size();
        if (!connector.completesPosts(work.account())) {
            return () -> landPosts(work, window, passedBy, within);
        }
        Completion<PostReading> completion = new Completion<>(
                within, post -> calls.one(() -> connector.complete(work.account(), post, until)), PostReading::postId);
        return new Lane.Reading() {
            @Override
            public List<Runnable> rest() {
                return completion.requests();
            }

            @Override
            public void land() {
                landPosts(work, window, passedBy, completion.listing());
            }
        };
    }

    private void landPosts(AccountWork work, Window window, int passedBy, Listing<PostReading> wanted) {
        outside += passedBy;
        landListing(work, DataFamily.POSTS, window, wanted, this::landPost, this::postsListed);
    }

    private List<Supplier<Lane.Reading>> reviews(List<AccountWork> due) {
        return listings(
                due,
                DataFamily.REVIEWS,
                work -> since(work.before().reviewsReadTo()),
                connector::reviews,
                ReviewReading::reviewId,
                (reading, window) ->
                        window.contains(reading.updatedAt() == null ? reading.publishedAt() : reading.updatedAt()),
                (work, reading, at) -> lander.review(work.entry(), work.account(), reading, at),
                work -> work.reviewsListed(until));
    }

    private List<Supplier<Lane.Reading>> insights(List<AccountWork> due) {
        return listings(
                due,
                DataFamily.INSIGHTS,
                work -> new Window(until.minus(isNew(work) ? FIRST_INSIGHTS : INSIGHTS_REREAD), until),
                connector::insights,
                reading -> reading.metric() + " " + reading.day(),
                (reading, window) -> true,
                (work, reading, at) -> lander.insight(work.account(), reading, at),
                work -> {});
    }

    private List<Supplier<Lane.Reading>> mentions(List<AccountWork> due) {
        return listings(
                due,
                DataFamily.MENTIONS,
                work -> since(work.before().mentionsReadTo()),
                connector::mentions,
                InteractionReading::interactionId,
                (reading, window) -> window.contains(reading.publishedAt()),
                this::landMention,
                work -> work.mentionsListed(until));
    }

    private Window postWindow(AccountWork work) {
        Instant from =
                since(isFullListing(work) ? null : work.before().postsReadTo()).from();
        if (!canRefresh(work)) {
            // Without a way to ask for single posts, the listing itself must reach those that are due.
            for (PostState post : work.posts().values()) {
                if (from != null
                        && ladder.isDue(post, businessDate)
                        && post.publishedAt().isBefore(from)) {
                    from = post.publishedAt();
                }
            }
        }
        return new Window(from, until);
    }

    private boolean isFullListing(AccountWork work) {
        LocalDate last = work.before().fullListingOn();
        return last == null
                || work.before().postsReadTo() == null
                || !last.plusDays(collection.fullListingEvery().toDays()).isAfter(businessDate);
    }

    private Window since(@Nullable Instant readTo) {
        Instant deepest = until.minus(settings.depth());
        if (readTo == null) {
            return new Window(deepest, until);
        }
        Instant overlapping = readTo.minus(collection.overlap());
        return new Window(overlapping.isBefore(deepest) ? deepest : overlapping, until);
    }

    private static boolean isNew(AccountWork work) {
        return work.before().fullListingOn() == null;
    }

    private void landPost(AccountWork work, PostReading reading, Instant at) {
        lander.post(work.account(), reading, at);
        work.noteUnreadable(DataFamily.POSTS, reading.counters());
        work.seen().put(reading.postId(), reading);
        if (reading.kind() == PostKind.REPOST) {
            return;
        }
        PostState known = work.posts().get(reading.postId());
        PostState now = new PostState(
                reading.postId(),
                reading.kind(),
                reading.publishedAt(),
                businessDate,
                0,
                known == null ? null : known.commentsRead());
        if (ladder.isOver(now, businessDate)) {
            work.posts().remove(reading.postId());
        } else {
            work.posts().put(reading.postId(), now);
        }
    }

    private void postsListed(AccountWork work) {
        Instant newest = work.seen().values().stream()
                .map(PostReading::publishedAt)
                .filter(published -> !published.isAfter(until))
                .max(Instant::compareTo)
                .orElse(until);
        Instant before = work.before().postsReadTo();
        work.postsListed(
                before != null && before.isAfter(newest) ? before : newest, isFullListing(work) ? businessDate : null);
        if (!canRefresh(work)) {
            Window window = postWindow(work);
            List<PostState> absent = work.posts().values().stream()
                    .filter(post -> !work.seen().containsKey(post.postId()))
                    .filter(post -> ladder.isDue(post, businessDate) && window.contains(post.publishedAt()))
                    .toList();
            absent.forEach(post -> absent(work, post, until));
        }
    }

    /** Listings of one family of many accounts. */
    private <T> List<Supplier<Lane.Reading>> listings(
            List<AccountWork> due,
            DataFamily family,
            Function<AccountWork, Window> windows,
            PageReader<T> reader,
            Function<T, @Nullable Object> id,
            WindowTest<T> isWanted,
            ReadingSink<T> sink,
            Consumer<AccountWork> whenComplete) {
        return due.stream()
                .filter(work -> work.canRead(family))
                .<Supplier<Lane.Reading>>map(work -> {
                    Window window = windows.apply(work);
                    return () -> {
                        Listing<T> listing = calls.listing(
                                cursor -> reader.page(work.account(), window, cursor),
                                id,
                                reading -> isWanted.test(reading, window));
                        Listing<T> within = listing.only(reading -> isWanted.test(reading, window));
                        return () -> {
                            outside += listing.items().size() - within.items().size();
                            landListing(work, family, window, within, sink, whenComplete);
                        };
                    };
                })
                .toList();
    }

    private <T> void landListing(
            AccountWork work,
            DataFamily family,
            Window window,
            Listing<T> listing,
            ReadingSink<T> sink,
            Consumer<AccountWork> whenComplete) {
        work.coverageOf(family).readFrom(window.from());
        land(work, family, null, listing, sink);
        if (listing.failure() == null) {
            whenComplete.accept(work);
        }
    }

    private boolean isDue(AccountWork work, String postId) {
        PostState known = work.posts().get(postId);
        return known != null && ladder.isDue(known, businessDate);
    }

    private <T> void land(
            AccountWork work, DataFamily family, @Nullable String post, Listing<T> listing, ReadingSink<T> sink) {
        Coverage coverage = work.coverageOf(family);
        listing.items().forEach(reading -> sink.land(work, reading, listing.observedAt()));
        coverage.add(listing.items().size());
        repeated += listing.repeated();
        for (ItemProblem item : listing.problems()) {
            itemProblem(work, family, post == null && !item.subject().isEmpty() ? item.subject() : post, item, listing);
        }
        PlatformProblem failure = listing.failure();
        if (failure == null) {
            return;
        }
        lander.problem(work.entry(), work.account(), family, post, failure, false, listing.observedAt());
        // A post that was deleted between two requests is found out by the refresh of a later night.
        boolean isPostGone = post != null && failure.code() == ProblemCode.GONE;
        if (isPostGone || failure.code() == ProblemCode.FEATURE_OFF) {
            coverage.limited(failure);
        } else {
            coverage.failed(failure, listing.observedAt());
        }
    }

    private <T> void itemProblem(
            AccountWork work, DataFamily family, @Nullable String post, ItemProblem item, Listing<T> listing) {
        boolean isRejected = item.problem().code() == ProblemCode.INCOMPLETE_RECORD;
        String subject = family == DataFamily.INSIGHTS ? null : post;
        lander.problem(work.entry(), work.account(), family, subject, item.problem(), isRejected, listing.observedAt());
        work.coverageOf(family).limited(item.problem());
    }

    // refresh

    private boolean canRefresh(AccountWork work) {
        return connector
                .capabilities()
                .of(DataFamily.POST_REFRESH, work.account().relation())
                .isOffered();
    }

    private void refreshPosts(List<AccountWork> accountsDue) {
        record Due(AccountWork work, PostState post) {}
        List<Due> due = new ArrayList<>();
        for (AccountWork work : accountsDue) {
            if (!work.canRead(DataFamily.POST_REFRESH)) {
                continue;
            }
            List<PostState> posts = work.posts().values().stream()
                    .filter(post -> !work.seen().containsKey(post.postId()) && ladder.isDue(post, businessDate))
                    .toList();
            posts.forEach(post -> due.add(new Due(work, post)));
            if (posts.isEmpty()) {
                work.coverageOf(DataFamily.POST_REFRESH).notDue();
            }
        }
        List<List<Due>> batches = batches(due, item -> item.work().account(), connector::postsPerRefresh);
        lane.inOrder(
                batches,
                batch -> new Observed<>(
                        calls.batch(
                                batch.stream()
                                        .map(item -> new PostRef(
                                                item.work().account(),
                                                item.post().postId()))
                                        .toList(),
                                connector::refresh),
                        calls.now()),
                (batch, observed) -> batch.forEach(item -> {
                    PostRef ref = new PostRef(item.work().account(), item.post().postId());
                    landRefresh(
                            item.work(),
                            item.post(),
                            Objects.requireNonNull(observed.value().get(ref)),
                            observed.at());
                }));
    }

    private void landRefresh(AccountWork work, PostState post, Result<PostReading> result, Instant at) {
        PostReading reading = result.reading();
        Coverage coverage = work.coverageOf(DataFamily.POST_REFRESH);
        if (reading != null) {
            landPost(work, reading, at);
            coverage.add(1);
            return;
        }
        PlatformProblem problem = Objects.requireNonNull(result.problem());
        if (problem.code() == ProblemCode.GONE || problem.code() == ProblemCode.PRIVATE) {
            absent(work, post, at);
            return;
        }
        lander.problem(work.entry(), work.account(), DataFamily.POST_REFRESH, post.postId(), problem, false, at);
        coverage.failed(problem, at);
    }

    /** Once looks like an outage; twice, on two days, the post is gone. */
    private void absent(AccountWork work, PostState post, Instant at) {
        if (post.absences() + 1 >= ABSENCES_UNTIL_REMOVED) {
            lander.tombstone(work.account(), post, at);
            work.posts().remove(post.postId());
            return;
        }
        work.posts().put(post.postId(), post.absentOnceMore());
    }

    // interactions

    private List<Supplier<Lane.Reading>> interactions(List<AccountWork> due) {
        record Talked(
                AccountWork work, PostState post, @Nullable Long comments) {}
        List<Talked> talked = new ArrayList<>();
        for (AccountWork work : due) {
            if (!work.canRead(DataFamily.INTERACTIONS)) {
                continue;
            }
            work.coverageOf(DataFamily.INTERACTIONS).readFrom(until.minus(Duration.ofDays(ladder.lastAge())));
            int before = talked.size();
            for (PostState post : List.copyOf(work.posts().values())) {
                PostReading reading = work.seen().get(post.postId());
                Long comments = reading == null ? null : talk(reading);
                if (reading != null && hasNewComments(post, reading, comments)) {
                    talked.add(new Talked(work, post, comments));
                }
            }
            if (talked.size() == before) {
                work.coverageOf(DataFamily.INTERACTIONS).notDue();
            }
        }
        return talked.stream()
                .<Supplier<Lane.Reading>>map(item -> () -> {
                    Listing<InteractionReading> listing = calls.listing(
                            cursor -> connector.interactions(
                                    new PostRef(
                                            item.work().account(), item.post().postId()),
                                    new Window(null, until),
                                    cursor),
                            InteractionReading::interactionId,
                            reading -> true);
                    return () -> landComments(item.work(), item.post(), item.comments(), listing);
                })
                .toList();
    }

    private void landComments(
            AccountWork work, PostState post, @Nullable Long comments, Listing<InteractionReading> listing) {
        land(work, DataFamily.INTERACTIONS, post.postId(), listing, this::landInteraction);
        if (listing.failure() == null) {
            work.posts().put(post.postId(), post.withCommentsRead(comments));
        }
    }

    private void landInteraction(AccountWork work, InteractionReading reading, Instant at) {
        lander.interaction(work.account(), reading, at);
        work.noteUnreadable(DataFamily.INTERACTIONS, reading.counters());
        if (reading.interactionId() != null) {
            work.interactionsSeen().add(reading.interactionId());
        }
    }

    /** A comment that names the account stands under its post as well: it landed with its post, which says more. */
    private void landMention(AccountWork work, InteractionReading reading, Instant at) {
        if (reading.interactionId() != null && work.interactionsSeen().contains(reading.interactionId())) {
            repeated++;
            work.coverageOf(DataFamily.MENTIONS).add(-1);
            return;
        }
        landInteraction(work, reading, at);
    }

    /** Comments and quotes together; NULL where the platform does not count comments. */
    private static @Nullable Long talk(PostReading reading) {
        Long comments = reading.counters().get(Counter.COMMENTS).value();
        Long quotes = reading.counters().get(Counter.QUOTES).value();
        return comments == null || quotes == null ? comments : Long.valueOf(comments + quotes);
    }

    /** Comments cost a request per post: they are read where the counter moved, or where there is no counter to tell. */
    private static boolean hasNewComments(PostState post, PostReading reading, @Nullable Long comments) {
        if (comments == null) {
            return reading.counters().get(Counter.COMMENTS).state() != MeasureState.DISABLED;
        }
        long known = post.commentsRead() == null ? 0 : post.commentsRead();
        return comments != known;
    }

    /** One problem per counter, however many posts lack it: such a thing concerns the platform, not the post. */
    private void reportUnreadable(AccountWork work) {
        work.unreadable()
                .forEach((family, counters) -> counters.forEach(counter -> {
                    PlatformProblem drift = PlatformProblem.of(
                            ProblemCode.CONTRACT_DRIFT, "counters", "counter " + counter + " is unreadable");
                    lander.problem(work.entry(), work.account(), family, null, drift, false, until);
                    Coverage coverage = work.coverage().get(family);
                    if (coverage != null) {
                        coverage.limited(drift);
                    }
                }));
    }

    // shared

    private PlatformProblem problem(
            AccountWork work, DataFamily family, ProblemCode code, String evidence, Instant at) {
        PlatformProblem problem = PlatformProblem.of(code, "account", evidence);
        lander.problem(work.entry(), work.account(), family, null, problem, false, at);
        return problem;
    }

    /** Items that one request can read: of accounts with the same access at the same server. */
    private static <T> List<List<T>> batches(
            List<T> items, Function<T, AccountRef> account, ToIntFunction<AccountRef> size) {
        record Access(@Nullable String credential, @Nullable String server, Object relation, int size) {}
        Map<Access, List<T>> byAccess = new LinkedHashMap<>();
        for (T item : items) {
            AccountRef ref = account.apply(item);
            byAccess.computeIfAbsent(
                            new Access(ref.credential(), ref.homeServer(), ref.relation(), size.applyAsInt(ref)),
                            key -> new ArrayList<>())
                    .add(item);
        }
        List<List<T>> batches = new ArrayList<>();
        byAccess.forEach((access, same) -> {
            for (int from = 0; from < same.size(); from += access.size()) {
                batches.add(same.subList(from, Math.min(same.size(), from + access.size())));
            }
        });
        return batches;
    }

    /** A result, and when it was received. */
    private record Observed<T>(T value, Instant at) {}

    /** One page of a family of an account. */
    private interface PageReader<T> {
        Page<T> page(AccountRef account, Window window, Cursor cursor);
    }

    /** Whether a reading belongs to a window. */
    private interface WindowTest<T> {
        boolean test(T reading, Window window);
    }

    /** Lands a reading. */
    private interface ReadingSink<T> {
        void land(AccountWork work, T reading, Instant at);
    }
}
