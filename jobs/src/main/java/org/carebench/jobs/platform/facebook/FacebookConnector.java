package org.carebench.jobs.platform.facebook;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.Relation;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Capability;
import org.carebench.jobs.platform.CapabilityMatrix;
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
    /** Insights are asked for of every one of them. */
    private static final int OWNED_POSTS_PER_PAGE = 25;
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
    public int accountsPerRequest() {
        return 1;
    }

    @Override
    public int postsPerRefresh() {
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
        int limit = isOwned(account) ? OWNED_POSTS_PER_PAGE : POSTS_PER_PAGE;
        Set<ItemProblem> problems = new LinkedHashSet<>();
        Page<PostReading> page =
                client.posts(account, limit, cursor).read(post -> post(account, post, window.until(), problems));
        problems.addAll(page.problems());
        return new Page<>(page.items(), List.copyOf(problems), page.next());
    }

    @Override
    public Map<PostRef, Result<PostReading>> refresh(List<PostRef> posts) {
        return OneByOne.read(posts, FacebookClient.POST, post -> {
            ApiResponse response = client.post(post);
            return post(post.account(), response.body(), response.receivedAt(), new LinkedHashSet<>());
        });
    }

    private static boolean isOwned(AccountRef account) {
        return account.relation() == Relation.OWNED;
    }

    private PostReading post(AccountRef account, Fields post, Instant observedAt, Collection<ItemProblem> problems) {
        if (!isOwned(account)) {
            return mapper.foreignPost(post);
        }
        PostInsights.Subject subject = new PostInsights.Subject(
                account.identifier(),
                post.requiredText("id"),
                "",
                false,
                post.requiredInstant("created_time"),
                observedAt);
        Counters.Builder counters = mapper.publicCounters(post);
        problems.addAll(postInsights.addTo(
                counters, subject, metrics -> client.postInsights(account, subject.postId(), metrics)));
        return mapper.post(post, counters);
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
