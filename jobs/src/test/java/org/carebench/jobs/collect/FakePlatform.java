package org.carebench.jobs.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongBiFunction;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Budgets;
import org.carebench.jobs.platform.Capability;
import org.carebench.jobs.platform.CapabilityMatrix;
import org.carebench.jobs.platform.Completed;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.InsightReading;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.ReviewReading;
import org.carebench.jobs.platform.Window;
import org.jspecify.annotations.Nullable;

/** A platform that answers from memory, and fails where a test says so. Every call is remembered. */
final class FakePlatform implements Connector {

    static final String NAME = "fake";

    final Map<String, List<PostReading>> posts = new LinkedHashMap<>();
    final Map<String, List<InteractionReading>> comments = new LinkedHashMap<>();
    final Map<String, AccountStatus> statuses = new LinkedHashMap<>();
    final Map<String, String> answersAs = new LinkedHashMap<>();
    final Map<String, String> stableIds = new LinkedHashMap<>();
    final Map<String, RuntimeException> failures = new LinkedHashMap<>();
    final Set<String> refusedInBatches = new LinkedHashSet<>();
    final Set<String> brokenItems = new LinkedHashSet<>();
    final List<String> calls = new ArrayList<>();

    CapabilityMatrix capabilities = CapabilityMatrix.matrix()
            .both(DataFamily.ACCOUNT, Capability.full())
            .both(DataFamily.POSTS, Capability.full())
            .both(DataFamily.POST_REFRESH, Capability.full())
            .both(DataFamily.INTERACTIONS, Capability.full())
            .both(DataFamily.MENTIONS, Capability.partial("the last seven days"))
            .build();

    int pageSize = 2;
    long cost;
    ToLongBiFunction<DataFamily, Integer> costs = (family, items) -> cost;
    boolean idsNameAuthors;
    boolean unreadableLikes;
    /** Whether posts are listed without their reach, which takes a request per post. */
    boolean completesPosts;

    /** What every completed post tells besides. */
    @Nullable ItemProblem retiredMetric;
    /** What each account says of the number of its posts. */
    final Map<String, Long> sizes = new LinkedHashMap<>();
    /** Units that a request takes out of the quota. */
    @Nullable Budgets budgets;

    long latencyMillis;
    int mostInFlight;
    private int inFlight;
    private long firstNanos;
    private long lastNanos;

    /** Repeats the last item of every page at the head of the next. */
    boolean overlapsPages;

    static PlatformException failure(ProblemCode code) {
        return new PlatformException(PlatformProblem.of(code, "fake.endpoint", "evidence"));
    }

    void post(String account, String id, String publishedAt, long likes, long comments) {
        post(account, id, publishedAt, likes, comments, PostKind.ORIGINAL, "Text of " + id);
    }

    void post(String account, String id, String publishedAt, long likes, long replies, PostKind kind, String text) {
        List<PostReading> own = posts.computeIfAbsent(account, key -> new ArrayList<>());
        own.removeIf(post -> post.postId().equals(id));
        own.add(new PostReading(
                id,
                kind,
                Instant.parse(publishedAt),
                null,
                null,
                "en",
                null,
                null,
                null,
                null,
                text,
                null,
                (unreadableLikes
                                ? Counters.of(NAME).missing(Counter.LIKES, MeasureState.UNREADABLE)
                                : Counters.of(NAME).exact(Counter.LIKES, likes))
                        .exact(Counter.COMMENTS, replies)
                        .build()));
        own.sort(Comparator.comparing(PostReading::publishedAt).reversed());
    }

    void delete(String account, String id) {
        posts.getOrDefault(account, new ArrayList<>())
                .removeIf(post -> post.postId().equals(id));
    }

    void comment(String post, @Nullable String id, String author, String text) {
        comments.computeIfAbsent(post, key -> new ArrayList<>())
                .add(new InteractionReading(
                        id,
                        InteractionKind.COMMENT,
                        post,
                        post,
                        author,
                        false,
                        Instant.parse("2026-06-02T10:00:00Z"),
                        text,
                        null,
                        Counters.of(NAME).exact(Counter.LIKES, 1).build()));
    }

    synchronized List<String> callsOf(String operation) {
        return calls.stream().filter(call -> call.startsWith(operation + " ")).toList();
    }

    private void called(String operation, String subject) {
        synchronized (this) {
            calls.add(operation + " " + subject);
        }
        if (latencyMillis > 0) {
            takeTime();
        }
        if (budgets != null) {
            budgets.of(null, "", "default").acquire(operation, 1);
        }
        RuntimeException failure = failures.get(operation + " " + subject);
        if (failure != null) {
            throw failure;
        }
    }

    private void takeTime() {
        synchronized (this) {
            inFlight++;
            mostInFlight = Math.max(mostInFlight, inFlight);
            firstNanos = firstNanos == 0 ? System.nanoTime() : firstNanos;
        }
        try {
            Thread.sleep(latencyMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            inFlight--;
            lastNanos = System.nanoTime();
        }
    }

    /** Requests per second between the first and the last one; files are opened before and closed after. */
    synchronized double requestsPerSecond() {
        return calls.size() / ((lastNanos - firstNanos) / 1e9);
    }

    @Override
    public String platform() {
        return NAME;
    }

    @Override
    public CapabilityMatrix capabilities() {
        return capabilities;
    }

    @Override
    public boolean idsNameAuthors() {
        return idsNameAuthors;
    }

    @Override
    public int accountsPerRequest(AccountRef account) {
        return 3;
    }

    @Override
    public int postsPerRefresh(AccountRef account) {
        return 2;
    }

    @Override
    public long estimatedCost(DataFamily family, int items) {
        return costs.applyAsLong(family, items);
    }

    @Override
    public Map<AccountRef, Result<AccountReading>> accounts(List<AccountRef> accounts) {
        called(
                "accounts",
                String.join("+", accounts.stream().map(AccountRef::handle).toList()));
        if (accounts.size() > 1 && accounts.stream().map(AccountRef::handle).anyMatch(refusedInBatches::contains)) {
            throw failure(ProblemCode.BAD_REQUEST);
        }
        Map<AccountRef, Result<AccountReading>> results = new LinkedHashMap<>();
        accounts.forEach(account -> results.put(account, account(account)));
        return results;
    }

    private Result<AccountReading> account(AccountRef account) {
        if (refusedInBatches.contains(account.handle())) {
            return Result.failed(failure(ProblemCode.BAD_REQUEST).problem());
        }
        if (failures.get("account " + account.handle()) instanceof PlatformException failed) {
            return Result.failed(failed.problem());
        }
        return Result.read(new AccountReading(
                stableIds.getOrDefault(account.handle(), "id-" + account.handle()),
                answersAs.getOrDefault(account.handle(), account.handle()),
                "Name of " + account.handle(),
                statuses.getOrDefault(account.handle(), AccountStatus.ACTIVE),
                null,
                AccountReading.Profile.UNKNOWN,
                sizes.containsKey(account.handle())
                        ? Counters.of(NAME)
                                .exact(Counter.FOLLOWERS, 100)
                                .exact(Counter.POSTS, sizes.get(account.handle()))
                                .build()
                        : Counters.of(NAME).exact(Counter.FOLLOWERS, 100).build()));
    }

    @Override
    public Page<PostReading> posts(AccountRef account, Window window, Cursor cursor) {
        int from = cursor.position() == null ? 0 : Integer.parseInt(cursor.position());
        called("posts", account.handle() + " from " + from);
        List<PostReading> all = posts.getOrDefault(account.handle(), List.of());
        int start = overlapsPages ? Math.max(0, from - 1) : from;
        int to = Math.min(all.size(), from + pageSize);
        List<ItemProblem> problems = all.subList(from, to).stream()
                .filter(post -> brokenItems.contains(post.postId()))
                .map(post -> new ItemProblem(
                        post.postId(), PlatformProblem.of(ProblemCode.INCOMPLETE_RECORD, "fake.posts", "no date")))
                .toList();
        List<PostReading> good = all.subList(start, to).stream()
                .filter(post -> !brokenItems.contains(post.postId()))
                .toList();
        return new Page<>(good, problems, to < all.size() ? Integer.toString(to) : null);
    }

    @Override
    public boolean completesPosts(AccountRef account) {
        return completesPosts;
    }

    @Override
    public Completed<PostReading> complete(AccountRef account, PostReading listed, Instant observedAt) {
        called("complete", listed.postId());
        return new Completed<>(
                listed.withCounters(
                        listed.counters().toBuilder().exact(Counter.REACH, 31).build()),
                retiredMetric == null ? List.of() : List.of(retiredMetric));
    }

    @Override
    public Map<PostRef, Result<PostReading>> refresh(List<PostRef> refs) {
        called("refresh", String.join("+", refs.stream().map(PostRef::postId).toList()));
        Map<PostRef, Result<PostReading>> results = new LinkedHashMap<>();
        for (PostRef ref : refs) {
            results.put(
                    ref,
                    posts.getOrDefault(ref.account().handle(), List.of()).stream()
                            .filter(post -> post.postId().equals(ref.postId()))
                            .findFirst()
                            .map(Result::read)
                            .orElseGet(() ->
                                    Result.failed(failure(ProblemCode.GONE).problem())));
        }
        return results;
    }

    @Override
    public Page<InteractionReading> interactions(PostRef post, Window window, Cursor cursor) {
        called("interactions", post.postId());
        return new Page<>(comments.getOrDefault(post.postId(), List.of()), List.of(), null);
    }

    @Override
    public Page<InteractionReading> mentions(AccountRef account, Window window, Cursor cursor) {
        called("mentions", account.handle());
        return Page.empty();
    }

    @Override
    public Page<ReviewReading> reviews(AccountRef account, Window window, Cursor cursor) {
        throw new AssertionError("reviews are not offered");
    }

    @Override
    public Page<InsightReading> insights(AccountRef account, Window window, Cursor cursor) {
        throw new AssertionError("insights are not offered");
    }
}
