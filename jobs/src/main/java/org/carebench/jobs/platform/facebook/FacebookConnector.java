package org.carebench.jobs.platform.facebook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.Relation;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Capability;
import org.carebench.jobs.platform.CapabilityMatrix;
import org.carebench.jobs.platform.Completed;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InsightReading;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.ReviewReading;
import org.carebench.jobs.platform.Window;
import org.carebench.jobs.platform.graph.DailyInsights;
import org.carebench.jobs.platform.graph.InsightDays;
import org.carebench.jobs.platform.graph.MetricQuery;
import org.carebench.jobs.platform.graph.OneByOne;
import org.carebench.jobs.platform.graph.PostInsights;

/** Reads Facebook Pages. */
final class FacebookConnector implements Connector {

    static final String PLATFORM = "facebook";

    private static final int POSTS_PER_PAGE = 100;
    /** A request may span 90 days; the day that is asked for beyond the last one, and an hour in autumn, count as well. */
    private static final int DAYS_PER_PAGE = 88;

    private static final Map<String, Counter> POST_METRICS = Map.of("post_total_media_view_unique", Counter.REACH);
    private static final List<String> DAILY_METRICS = List.of(
            "page_follows",
            "page_daily_follows_unique",
            "page_daily_unfollows_unique",
            "page_media_view",
            "page_total_media_view_unique",
            "page_views_total",
            "page_post_engagements",
            "page_video_views");

    private static final CapabilityMatrix CAPABILITIES = CapabilityMatrix.matrix()
            .both(DataFamily.ACCOUNT, Capability.full())
            .owned(DataFamily.POSTS, Capability.full())
            .other(DataFamily.POSTS, Capability.partial("public counters only: no insights of others' posts"))
            .owned(DataFamily.POST_REFRESH, Capability.full())
            .other(DataFamily.POST_REFRESH, Capability.partial("public counters only: no insights of others' posts"))
            .owned(DataFamily.INTERACTIONS, Capability.full())
            .other(
                    DataFamily.INTERACTIONS,
                    Capability.partial("the platform gives no ids, authors and parents of others' comments"))
            .owned(DataFamily.MENTIONS, Capability.partial("posts that tag the Page"))
            .other(DataFamily.MENTIONS, Capability.none("the platform tells mentions to the owner only"))
            .both(DataFamily.REVIEWS, Capability.none("the platform no longer gives single reviews"))
            .owned(DataFamily.INSIGHTS, Capability.full())
            .other(DataFamily.INSIGHTS, Capability.none("the platform tells insights to the owner only"))
            .build();

    private final FacebookClient client;
    private final FacebookMapper mapper;
    private final FacebookPages pages;
    private final PostInsights postInsights = new PostInsights(POST_METRICS);
    private final DailyInsights dailyInsights = new DailyInsights(PLATFORM);

    FacebookConnector(FacebookClient client, FacebookMapper mapper) {
        this.client = client;
        this.mapper = mapper;
        this.pages = new FacebookPages(client, mapper);
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
        return 1;
    }

    @Override
    public long estimatedCost(DataFamily family, int items) {
        return 0;
    }

    @Override
    public Map<AccountRef, Result<AccountReading>> accounts(List<AccountRef> accounts) {
        return OneByOne.read(accounts, FacebookClient.PAGE, pages::read);
    }

    @Override
    public Page<PostReading> posts(AccountRef account, Window window, Cursor cursor) {
        return client.posts(account, POSTS_PER_PAGE, cursor).read(post -> post(account, post));
    }

    private PostReading post(AccountRef account, Fields post) {
        return isOwned(account) ? mapper.ownPost(post) : mapper.foreignPost(post);
    }

    @Override
    public boolean completesPosts(AccountRef account) {
        return isOwned(account);
    }

    @Override
    public Completed<PostReading> complete(AccountRef account, PostReading listed, Instant observedAt) {
        PostInsights.Subject subject = new PostInsights.Subject(
                account.identifier(), listed.postId(), "", false, listed.publishedAt(), observedAt);
        Counters.Builder counters = listed.counters().toBuilder();
        List<ItemProblem> problems = postInsights.addTo(
                counters, subject, metrics -> client.postInsights(account, listed.postId(), metrics));
        return new Completed<>(listed.withCounters(counters.build()), problems);
    }

    @Override
    public Map<PostRef, Result<PostReading>> refresh(List<PostRef> posts) {
        return OneByOne.read(posts, FacebookClient.POST, post -> {
            ApiResponse response = client.post(post);
            PostReading listed = post(post.account(), response.body());
            return isOwned(post.account())
                    ? complete(post.account(), listed, response.receivedAt()).item()
                    : listed;
        });
    }

    private static boolean isOwned(AccountRef account) {
        return account.relation() == Relation.OWNED;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The platform gives the oldest first, so that pages of old comments stand before the wanted ones: they are passed by.
     */
    @Override
    public Page<InteractionReading> interactions(PostRef post, Window window, Cursor cursor) {
        Cursor position = cursor;
        Page<InteractionReading> page = comments(post, position);
        while (page.next() != null
                && !page.next().equals(position.position())
                && page.problems().isEmpty()
                && page.items().stream().noneMatch(comment -> window.contains(comment.publishedAt()))) {
            position = new Cursor(page.next());
            page = comments(post, position);
        }
        return page;
    }

    private Page<InteractionReading> comments(PostRef post, Cursor cursor) {
        return client.comments(post, cursor).read(comment -> mapper.comment(comment, post));
    }

    @Override
    public Page<InteractionReading> mentions(AccountRef account, Window window, Cursor cursor) {
        return client.tagged(account, cursor).read(post -> mapper.tagged(post, account));
    }

    @Override
    public Page<ReviewReading> reviews(AccountRef account, Window window, Cursor cursor) {
        throw new UnsupportedOperationException("Facebook no longer gives reviews");
    }

    @Override
    public Page<InsightReading> insights(AccountRef account, Window window, Cursor cursor) {
        InsightDays days = InsightDays.of(window, cursor, DAYS_PER_PAGE);
        Page<InsightReading> page = dailyInsights.read(
                days,
                DAILY_METRICS,
                MetricQuery.ask(DAILY_METRICS, metrics -> client.insights(account, metrics, days)));
        return new Page<>(page.items(), page.problems(), days.next());
    }
}
