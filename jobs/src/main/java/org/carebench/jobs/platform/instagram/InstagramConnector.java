package org.carebench.jobs.platform.instagram;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Relation;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Capability;
import org.carebench.jobs.platform.CapabilityMatrix;
import org.carebench.jobs.platform.Completed;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.InsightReading;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.ReviewReading;
import org.carebench.jobs.platform.Window;
import org.carebench.jobs.platform.graph.GraphPage;
import org.carebench.jobs.platform.graph.OneByOne;

/** Reads Instagram: professional accounts of others by their name, owned ones by their id. */
final class InstagramConnector implements Connector {

    static final String PLATFORM = "instagram";

    /** A page of media of another's account. */
    private static final int POSTS_PER_REFRESH = 50;

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._]{1,30}");

    private static final CapabilityMatrix CAPABILITIES = CapabilityMatrix.matrix()
            .owned(DataFamily.ACCOUNT, Capability.full())
            .other(DataFamily.ACCOUNT, Capability.partial("professional accounts without an age gate only"))
            .owned(DataFamily.POSTS, Capability.full())
            .other(DataFamily.POSTS, Capability.partial("public counters only: no insights of others' media"))
            .owned(DataFamily.POST_REFRESH, Capability.full())
            .other(DataFamily.POST_REFRESH, Capability.partial("public counters only: no insights of others' media"))
            .owned(DataFamily.INTERACTIONS, Capability.full())
            .other(DataFamily.INTERACTIONS, Capability.none("the platform gives counts of others' comments only"))
            .owned(
                    DataFamily.MENTIONS,
                    Capability.partial("media that tag the account; mentions in texts come by webhook alone"))
            .other(DataFamily.MENTIONS, Capability.none("the platform tells mentions to the owner only"))
            .owned(DataFamily.INSIGHTS, Capability.full())
            .other(DataFamily.INSIGHTS, Capability.none("the platform tells insights to the owner only"))
            .build();

    private final InstagramClient client;
    private final OwnUserIds ownUserIds;
    private final InstagramMapper mapper;
    private final InstagramMediaInsights mediaInsights;
    private final InstagramDailyInsights dailyInsights;
    private final InstagramComments comments;

    InstagramConnector(InstagramClient client, OwnUserIds ownUserIds, InstagramMapper mapper) {
        this.client = client;
        this.ownUserIds = ownUserIds;
        this.mapper = mapper;
        this.mediaInsights = new InstagramMediaInsights(client);
        this.dailyInsights = new InstagramDailyInsights(client);
        this.comments = new InstagramComments(client, mapper);
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
        return 1;
    }

    @Override
    public int postsPerRefresh(AccountRef account) {
        return isOwned(account) ? 1 : POSTS_PER_REFRESH;
    }

    @Override
    public long estimatedCost(DataFamily family, int items) {
        return 0;
    }

    @Override
    public Map<AccountRef, Result<AccountReading>> accounts(List<AccountRef> accounts) {
        return OneByOne.read(
                accounts, InstagramClient.USER, account -> isOwned(account) ? owned(account) : discovered(account));
    }

    private static boolean isOwned(AccountRef account) {
        return account.relation() == Relation.OWNED;
    }

    private AccountReading owned(AccountRef account) {
        if (account.stableId() != null) {
            return mapper.account(InstagramResponse.owned(client.user(account, account.stableId())), account);
        }
        InstagramResponse own = InstagramResponse.owned(client.user(account, ownUserIds.of(account)));
        if (own.isNamedAs(account)) {
            return mapper.account(own, account);
        }
        // One access may serve several owned accounts: then the name tells which one is meant.
        String id = discover(account).id();
        return mapper.account(InstagramResponse.owned(client.user(account, id)), account);
    }

    private AccountReading discovered(AccountRef account) {
        return mapper.account(discover(account), account);
    }

    private InstagramResponse discover(AccountRef account) {
        return same(
                account,
                InstagramResponse.discovered(client.discoverUser(account, ownUserIds.of(account), username(account))));
    }

    private static String username(AccountRef account) {
        String username = InstagramResponse.username(account);
        if (!USERNAME.matcher(username).matches()) {
            throw problem(ProblemCode.BAD_REQUEST, "handle is no user name");
        }
        return username;
    }

    private static InstagramResponse same(AccountRef account, InstagramResponse found) {
        if (!found.isSameAs(account)) {
            throw problem(ProblemCode.RENAMED_OR_GONE, "200 name of another account");
        }
        return found;
    }

    private static PlatformException problem(ProblemCode code, String evidence) {
        return new PlatformException(PlatformProblem.of(code, InstagramClient.DISCOVERY, evidence));
    }

    @Override
    public Page<PostReading> posts(AccountRef account, Window window, Cursor cursor) {
        if (!isOwned(account)) {
            return discoverMedia(account, cursor).read(mapper::discovered);
        }
        return client.media(account, account.identifier(), cursor).read(mapper::owned);
    }

    @Override
    public boolean completesPosts(AccountRef account) {
        return isOwned(account);
    }

    @Override
    public Completed<PostReading> complete(AccountRef account, PostReading listed, Instant observedAt) {
        return mediaInsights.complete(account, listed, observedAt);
    }

    private GraphPage discoverMedia(AccountRef account, Cursor cursor) {
        ApiResponse response = client.discoverMedia(account, ownUserIds.of(account), username(account), cursor);
        return same(account, InstagramResponse.discovered(response)).media();
    }

    @Override
    public Map<PostRef, Result<PostReading>> refresh(List<PostRef> posts) {
        Map<PostRef, Result<PostReading>> results = new LinkedHashMap<>();
        List<PostRef> owned =
                posts.stream().filter(post -> isOwned(post.account())).toList();
        results.putAll(OneByOne.read(owned, InstagramClient.USER, this::refreshed));
        posts.stream()
                .filter(post -> !isOwned(post.account()))
                .collect(Collectors.groupingBy(PostRef::account, LinkedHashMap::new, Collectors.toList()))
                .forEach((account, ofAccount) -> results.putAll(refound(account, ofAccount)));
        return results;
    }

    private PostReading refreshed(PostRef post) {
        ApiResponse response = client.medium(post.account(), post.postId());
        return complete(post.account(), mapper.owned(response.body()), response.receivedAt())
                .item();
    }

    /** Media of others cannot be asked for by id: the account's media are listed until all were met. */
    private Map<PostRef, Result<PostReading>> refound(AccountRef account, List<PostRef> posts) {
        Map<String, Result<PostReading>> met = new LinkedHashMap<>();
        PlatformProblem whyMissing = PlatformProblem.of(ProblemCode.GONE, InstagramClient.DISCOVERY, "200 not listed");
        try {
            Cursor cursor = Cursor.START;
            boolean isDone = false;
            while (!isDone) {
                Page<PostReading> page = discoverMedia(account, cursor).read(mapper::discovered);
                page.items().forEach(post -> met.put(post.postId(), Result.read(post)));
                page.problems().forEach(problem -> met.put(problem.subject(), Result.failed(problem.problem())));
                isDone = page.next() == null
                        || page.next().equals(cursor.position())
                        || posts.stream().allMatch(post -> met.containsKey(post.postId()));
                cursor = new Cursor(page.next());
            }
        } catch (PlatformException e) {
            whyMissing = e.problem();
        }
        Map<PostRef, Result<PostReading>> results = new LinkedHashMap<>();
        for (PostRef post : posts) {
            Result<PostReading> found = met.get(post.postId());
            results.put(post, found == null ? Result.failed(whyMissing) : found);
        }
        return results;
    }

    @Override
    public Page<InteractionReading> interactions(PostRef post, Window window, Cursor cursor) {
        return comments.page(post, cursor);
    }

    @Override
    public Page<InteractionReading> mentions(AccountRef account, Window window, Cursor cursor) {
        return client.tags(account, account.identifier(), cursor).read(medium -> mapper.tag(medium, account));
    }

    @Override
    public Page<ReviewReading> reviews(AccountRef account, Window window, Cursor cursor) {
        throw new UnsupportedOperationException("Instagram has no reviews");
    }

    @Override
    public Page<InsightReading> insights(AccountRef account, Window window, Cursor cursor) {
        return dailyInsights.page(account, window, cursor);
    }
}
