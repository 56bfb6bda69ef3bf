package org.carebench.jobs.platform.x;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Capability;
import org.carebench.jobs.platform.CapabilityMatrix;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InsightReading;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.ItemsRead;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.ReviewReading;
import org.carebench.jobs.platform.Window;
import org.jspecify.annotations.Nullable;

/** Reads X. */
final class XConnector implements Connector {

    static final String PLATFORM = "x";

    private static final int BATCH = 100;
    private static final int NEWEST_POSTS = 3_200;
    private static final int NEWEST_MENTIONS = 800;
    private static final Duration SEARCHED = Duration.ofDays(7);
    /** X refuses a start outside of what it searches, and its clock has gone on since the night began. */
    private static final Duration SURELY_SEARCHED = Duration.ofDays(6);

    private static final Instant EARLIEST_START = Instant.parse("2010-11-06T00:00:00Z");

    private static final CapabilityMatrix CAPABILITIES = CapabilityMatrix.matrix()
            .both(DataFamily.ACCOUNT, Capability.full())
            .both(DataFamily.POSTS, Capability.partial("only the newest 3,200 posts of an account"))
            .both(DataFamily.POST_REFRESH, Capability.full())
            .both(DataFamily.INTERACTIONS, Capability.partial("only replies of the last 7 days"))
            .both(DataFamily.MENTIONS, Capability.partial("only the newest 800 mentions"))
            .both(DataFamily.REVIEWS, Capability.none("X has no reviews"))
            .both(DataFamily.INSIGHTS, Capability.none("X gives analytics per post, none of a whole account"))
            .build();

    private final XClient client;
    private final XProperties properties;

    XConnector(XClient client, XProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public CapabilityMatrix capabilities() {
        return CAPABILITIES;
    }

    @Override
    public int accountsPerRequest(AccountRef account) {
        return BATCH;
    }

    @Override
    public int postsPerRefresh(AccountRef account) {
        return BATCH;
    }

    /** In millionths of a dollar. */
    @Override
    public long estimatedCost(DataFamily family, int items) {
        return switch (family) {
            case ACCOUNT -> items * properties.userPrice();
            case POSTS, POST_REFRESH, INTERACTIONS, MENTIONS -> items * properties.postPrice();
            case REVIEWS, INSIGHTS -> 0;
        };
    }

    @Override
    public Map<AccountRef, Result<AccountReading>> accounts(List<AccountRef> accounts) {
        String credential = accounts.get(0).credential();
        Map<AccountRef, Result<AccountReading>> results = new LinkedHashMap<>();
        List<AccountRef> known =
                accounts.stream().filter(account -> account.stableId() != null).toList();
        List<AccountRef> named =
                accounts.stream().filter(account -> account.stableId() == null).toList();
        if (!known.isEmpty()) {
            XResponse response = client.usersById(distinct(known, AccountRef::identifier), credential);
            results.putAll(users(known, response, "id", AccountRef::identifier));
        }
        if (!named.isEmpty()) {
            Function<AccountRef, String> name = account -> XMapper.name(account.handle());
            XResponse response = client.usersByName(distinct(named, name), credential);
            results.putAll(users(named, response, "username", name));
        }
        return results;
    }

    @Override
    public Page<PostReading> posts(AccountRef account, Window window, Cursor cursor) {
        ListingPosition position = ListingPosition.of(cursor);
        XResponse response = listing(position.token(), () -> client.timeline(account, start(window), position.token()));
        ItemsRead<PostReading> read = ItemsRead.of(
                response.answer(), response.data(), "id", post -> XMapper.post(post, whyAbsent(response, post)));
        return page(read, response, position, NEWEST_POSTS);
    }

    @Override
    public Map<PostRef, Result<PostReading>> refresh(List<PostRef> posts) {
        XResponse response = client.lookup(posts).requireLookup();
        Map<String, Fields> found = byText(response.data(), "id");
        Map<PostRef, Result<PostReading>> results = new LinkedHashMap<>();
        for (PostRef post : posts) {
            Fields item = found.get(post.postId());
            results.put(
                    post,
                    item == null
                            ? Result.failed(problemOf(post.postId(), response, ProblemCode.GONE))
                            : ItemsRead.one(response.answer(), item, it -> XMapper.post(it, whyAbsent(response, it))));
        }
        return results;
    }

    @Override
    public Page<InteractionReading> interactions(PostRef post, Window window, Cursor cursor) {
        InteractionsPosition position = InteractionsPosition.of(cursor);
        return position.isInQuotes() ? quotes(post, position.token()) : replies(post, window, position.token());
    }

    @Override
    public Page<InteractionReading> mentions(AccountRef account, Window window, Cursor cursor) {
        ListingPosition position = ListingPosition.of(cursor);
        XResponse response = listing(position.token(), () -> client.mentions(account, start(window), position.token()));
        // A repost repeats the mention of another post and says nothing of its own.
        List<Fields> written =
                response.data().stream().filter(post -> !XMapper.isRepost(post)).toList();
        ItemsRead<InteractionReading> read = ItemsRead.of(
                response.answer(),
                written,
                "id",
                post -> XMapper.mention(post, account.identifier(), whyAbsent(response, post)));
        return page(read, response, position, NEWEST_MENTIONS);
    }

    @Override
    public Page<ReviewReading> reviews(AccountRef account, Window window, Cursor cursor) {
        return Page.empty();
    }

    @Override
    public Page<InsightReading> insights(AccountRef account, Window window, Cursor cursor) {
        return Page.empty();
    }

    private Page<InteractionReading> replies(PostRef post, Window window, @Nullable String token) {
        Instant from = window.from();
        boolean isNarrow = from != null && from.isAfter(window.until().minus(SURELY_SEARCHED));
        XResponse response = listing(token, () -> client.conversation(post, isNarrow ? from : null, token));
        List<Fields> answers = response.data().stream()
                .filter(item -> item.text("id").filter(post.postId()::equals).isEmpty())
                .toList();
        ItemsRead<InteractionReading> read = ItemsRead.of(
                response.answer(),
                answers,
                "id",
                item -> XMapper.reply(item, post.postId(), post.account().stableId(), whyAbsent(response, item)));
        List<ItemProblem> problems = problems(read, response);
        if (token == null && isOlderThanSearch(post, window)) {
            problems.add(limited(post.postId(), response, "search covers 7 days"));
        }
        String next = response.nextToken()
                .map(InteractionsPosition::inReplies)
                .or(() ->
                        properties.readsQuotes() ? Optional.of(InteractionsPosition.beginOfQuotes()) : Optional.empty())
                .map(InteractionsPosition::text)
                .orElse(null);
        return new Page<>(read.items(), problems, next);
    }

    private Page<InteractionReading> quotes(PostRef post, @Nullable String token) {
        XResponse response = listing(token, () -> client.quotes(post, token));
        ItemsRead<InteractionReading> read = ItemsRead.of(
                response.answer(),
                response.data(),
                "id",
                item -> XMapper.quote(item, post.postId(), post.account().stableId(), whyAbsent(response, item)));
        String next = response.nextToken()
                .map(InteractionsPosition::inQuotes)
                .map(InteractionsPosition::text)
                .orElse(null);
        return new Page<>(read.items(), problems(read, response), next);
    }

    /** Whether replies are wanted that search does not reach. None can be older than the post itself. */
    private static boolean isOlderThanSearch(PostRef post, Window window) {
        Instant reached = window.until().minus(SEARCHED);
        Instant from = window.from();
        boolean isWantedBefore = from == null || from.isBefore(reached);
        boolean isPostYounger = Snowflake.time(post.postId())
                .filter(time -> !time.isBefore(reached) && !time.isAfter(window.until()))
                .isPresent();
        return isWantedBefore && !isPostYounger;
    }

    private static Map<AccountRef, Result<AccountReading>> users(
            List<AccountRef> asked, XResponse response, String field, Function<AccountRef, String> key) {
        Map<String, Fields> found = new LinkedHashMap<>();
        byText(response.requireLookup().data(), field).forEach((value, user) -> found.put(XMapper.name(value), user));
        Map<AccountRef, Result<AccountReading>> results = new LinkedHashMap<>();
        for (AccountRef account : asked) {
            Fields user = found.get(key.apply(account));
            results.put(
                    account,
                    user == null
                            ? missing(account, key.apply(account), response)
                            : ItemsRead.one(
                                    response.answer(),
                                    user,
                                    it -> XMapper.account(it, account, whyAbsent(response, it))));
        }
        return results;
    }

    private static Result<AccountReading> missing(AccountRef account, String key, XResponse response) {
        ProblemCode silent = account.stableId() == null ? ProblemCode.RENAMED_OR_GONE : ProblemCode.GONE;
        PlatformProblem problem = problemOf(key, response, silent);
        return problem.code() == ProblemCode.PRIVATE && account.stableId() != null
                ? Result.read(XMapper.privateAccount(account.stableId(), account.handle()))
                : Result.failed(problem);
    }

    /** What X says of a missing thing; it may also leave it out without a word. */
    private static PlatformProblem problemOf(String value, XResponse response, ProblemCode silent) {
        return response.problemOf(value)
                .orElseGet(() -> PlatformProblem.of(
                        silent, response.answer().endpoint(), response.answer().status() + " left out"));
    }

    /** Reads a page; a position that X does not take any more makes the listing begin anew. */
    private static XResponse listing(@Nullable String token, Supplier<XResponse> request) {
        try {
            return request.get().requireListing();
        } catch (PlatformException e) {
            PlatformProblem problem = e.problem();
            boolean isCursorRefused = token != null
                    && problem.code() == ProblemCode.BAD_REQUEST
                    && (problem.evidence().endsWith(" " + XClient.PAGINATION_TOKEN)
                            || problem.evidence().endsWith(" " + XClient.NEXT_TOKEN));
            if (isCursorRefused) {
                throw new PlatformException(
                        PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, problem.endpoint(), "cursor refused"), e);
            }
            throw e;
        }
    }

    private static @Nullable Instant start(Window window) {
        Instant from = window.from();
        return from == null || from.isBefore(EARLIEST_START) ? null : from;
    }

    private static <T> Page<T> page(ItemsRead<T> read, XResponse response, ListingPosition position, int newest) {
        List<ItemProblem> problems = problems(read, response);
        ListingPosition after =
                position.after(response.data().size(), response.nextToken().orElse(null));
        if (after.token() == null && after.hasReached(newest, response.data().isEmpty())) {
            problems.add(limited("", response, "only the newest " + newest));
        }
        return new Page<>(read.items(), problems, after.text());
    }

    private static ItemProblem limited(String subject, XResponse response, String evidence) {
        return new ItemProblem(
                subject,
                PlatformProblem.of(ProblemCode.PERMISSION, response.answer().endpoint(), evidence));
    }

    private static List<ItemProblem> problems(ItemsRead<?> read, XResponse response) {
        List<ItemProblem> problems = new ArrayList<>(read.problems());
        problems.addAll(response.itemProblems());
        return problems;
    }

    private static MeasureState whyAbsent(XResponse response, Fields item) {
        return response.whyAbsent(item.text("id").orElse(""));
    }

    private static List<String> distinct(List<AccountRef> accounts, Function<AccountRef, String> key) {
        return accounts.stream().map(key).distinct().toList();
    }

    private static Map<String, Fields> byText(List<Fields> items, String field) {
        Map<String, Fields> byText = new LinkedHashMap<>();
        items.forEach(item -> item.text(field).ifPresent(value -> byText.put(value, item)));
        return byText;
    }
}
