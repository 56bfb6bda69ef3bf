package org.carebench.jobs.platform.bluesky;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Relation;
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
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.ReviewReading;
import org.carebench.jobs.platform.UnreadableItemException;
import org.carebench.jobs.platform.Window;
import org.jspecify.annotations.Nullable;

/** Reads Bluesky. */
final class BlueskyConnector implements Connector {

    static final String PLATFORM = "bluesky";

    private static final String NO_REVIEWS = "Bluesky has no reviews";
    private static final String NO_INSIGHTS = "Bluesky has no figures for owners alone";

    private static final CapabilityMatrix CAPABILITIES = CapabilityMatrix.matrix()
            .both(DataFamily.ACCOUNT, Capability.full())
            .both(DataFamily.POSTS, Capability.full())
            .both(DataFamily.POST_REFRESH, Capability.full())
            .both(DataFamily.INTERACTIONS, Capability.full())
            .owned(DataFamily.MENTIONS, Capability.partial("complete with the account's own credential only"))
            .other(DataFamily.MENTIONS, Capability.partial("the search may not go back through everything"))
            .both(DataFamily.REVIEWS, Capability.none(NO_REVIEWS))
            .both(DataFamily.INSIGHTS, Capability.none(NO_INSIGHTS))
            .build();

    /** Quotes follow the thread of a post as further pages; this begins their positions. */
    private static final String QUOTES = "quotes:";

    private final BlueskyClient client;
    private final BlueskySessions sessions;
    private final BlueskyMapper mapper = new BlueskyMapper();

    BlueskyConnector(BlueskyClient client, BlueskySessions sessions) {
        this.client = client;
        this.sessions = sessions;
    }

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public CapabilityMatrix capabilities() {
        return CAPABILITIES;
    }

    /** An address such as {@code at://did:plc:…/app.bsky.feed.post/…} begins with its author. */
    @Override
    public boolean idsNameAuthors() {
        return true;
    }

    @Override
    public int accountsPerRequest(AccountRef account) {
        return BlueskyClient.MOST_IDS;
    }

    @Override
    public int postsPerRefresh(AccountRef account) {
        return BlueskyClient.MOST_IDS;
    }

    @Override
    public long estimatedCost(DataFamily family, int items) {
        return 0;
    }

    @Override
    public Map<AccountRef, Result<AccountReading>> accounts(List<AccountRef> accounts) {
        Map<AccountRef, Result<AccountReading>> results = new LinkedHashMap<>();
        List<AccountRef> askable = new ArrayList<>();
        for (AccountRef account : accounts) {
            String actor = actor(account);
            if (BlueskyActor.isDid(actor) || BlueskyActor.isHandle(actor)) {
                askable.add(account);
            } else {
                results.put(account, Result.failed(unasked(BlueskyClient.PROFILES, "neither handle nor DID")));
            }
        }
        if (askable.isEmpty()) {
            return results;
        }
        BlueskyResponse response = client.profiles(
                askable.stream().map(BlueskyConnector::actor).distinct().toList());
        Map<String, Fields> profiles = new HashMap<>();
        for (Fields profile : response.list("profiles")) {
            profile.text("did").ifPresent(did -> profiles.put(did, profile));
            profile.text("handle").ifPresent(handle -> profiles.put(handle.toLowerCase(Locale.ROOT), profile));
        }
        for (AccountRef account : askable) {
            Fields profile = profiles.get(key(actor(account)));
            results.put(account, profile == null ? leftOut(account) : read(profile, BlueskyClient.PROFILES));
        }
        return results;
    }

    @Override
    public Page<PostReading> posts(AccountRef account, Window window, Cursor cursor) {
        String did = account.identifier();
        BlueskyResponse response;
        try {
            response = resumable(BlueskyClient.AUTHOR_FEED, cursor.position(), at -> client.authorFeed(did, at));
        } catch (PlatformException e) {
            throw e.problem().code() == ProblemCode.RENAMED_OR_GONE ? causeOf(e, did) : e;
        }
        return page(response, "feed", item -> mapper.feedItem(did, item), item -> ownId(did, item.at("post")));
    }

    @Override
    public Map<PostRef, Result<PostReading>> refresh(List<PostRef> posts) {
        Map<PostRef, Result<PostReading>> results = new LinkedHashMap<>();
        List<PostRef> askable = new ArrayList<>();
        for (PostRef post : posts) {
            if (BlueskyUri.parse(post.postId()).filter(BlueskyUri::isPost).isPresent()) {
                askable.add(post);
            } else {
                results.put(post, Result.failed(unasked(BlueskyClient.POSTS, "no address of a post")));
            }
        }
        if (askable.isEmpty()) {
            return results;
        }
        BlueskyResponse response =
                client.posts(askable.stream().map(PostRef::postId).distinct().toList());
        Map<String, Fields> found = new HashMap<>();
        response.list("posts").forEach(post -> post.text("uri").ifPresent(uri -> found.put(uri, post)));
        for (PostRef post : askable) {
            results.put(post, refreshed(found.get(post.postId())));
        }
        return results;
    }

    @Override
    public Page<InteractionReading> interactions(PostRef post, Window window, Cursor cursor) {
        Optional<BlueskyUri> uri = BlueskyUri.parse(post.postId()).filter(BlueskyUri::isPost);
        if (uri.isEmpty()) {
            throw new PlatformException(unasked(BlueskyClient.THREAD, "no address of a post"));
        }
        String position = cursor.position();
        return position == null
                ? thread(post.postId(), uri.get())
                : quotes(post.postId(), uri.get(), position.substring(QUOTES.length()));
    }

    @Override
    public Page<InteractionReading> mentions(AccountRef account, Window window, Cursor cursor) {
        String did = account.identifier();
        String credential = account.credential();
        if (account.relation() == Relation.OWNED
                && credential != null
                && sessions.did(credential).equals(did)) {
            return notifications(did, credential, cursor);
        }
        String handle = BlueskyActor.of(account.handle());
        String words = BlueskyActor.isHandle(handle) ? handle : "*";
        BlueskyResponse response = resumable(
                BlueskyClient.SEARCH, cursor.position(), at -> client.search(words, did, window, at, credential));
        List<Fields> posts = response.list("posts").stream()
                .filter(post -> mapper.names(did, post) && ownId(did, post).isEmpty())
                .toList();
        return page(response, posts, post -> mapper.mention(did, post), post -> "");
    }

    @Override
    public Page<ReviewReading> reviews(AccountRef account, Window window, Cursor cursor) {
        return Page.empty();
    }

    @Override
    public Page<InsightReading> insights(AccountRef account, Window window, Cursor cursor) {
        return Page.empty();
    }

    private Page<InteractionReading> notifications(String did, String credential, Cursor cursor) {
        BlueskyResponse response =
                resumable(BlueskyClient.NOTIFICATIONS, cursor.position(), at -> client.notifications(credential, at));
        List<Fields> written = response.list("notifications").stream()
                .filter(notification -> notification
                        .text("reason")
                        .filter(BlueskyClient.REASONS::contains)
                        .isPresent())
                .toList();
        return page(response, written, notification -> mapper.mention(did, notification), notification -> "");
    }

    private Page<InteractionReading> thread(String id, BlueskyUri uri) {
        BlueskyResponse response = client.thread(id);
        BlueskyResponse.PostThread thread = response.thread();
        List<InteractionReading> replies = new ArrayList<>();
        List<ItemProblem> problems = new ArrayList<>();
        for (Fields reply : thread.replies()) {
            readInto(replies, problems, response, reply, post -> mapper.reply(uri, id, post), post -> id);
        }
        for (int i = 0; i < thread.deleted(); i++) {
            problems.add(hidden(response, id, ProblemCode.GONE, "200 notFoundPost"));
        }
        for (int i = 0; i < thread.blocked(); i++) {
            problems.add(hidden(response, id, ProblemCode.PRIVATE, "200 blockedPost"));
        }
        boolean hasNoQuotes =
                thread.top().count("quoteCount").filter(count -> count == 0).isPresent();
        return new Page<>(replies, problems, hasNoQuotes ? null : QUOTES);
    }

    private Page<InteractionReading> quotes(String id, BlueskyUri uri, String position) {
        BlueskyResponse response =
                resumable(BlueskyClient.QUOTES, position.isEmpty() ? null : position, at -> client.quotes(id, at));
        Page<InteractionReading> page = page(response, "posts", post -> mapper.quote(uri, id, post), post -> id);
        return new Page<>(page.items(), page.problems(), page.next() == null ? null : QUOTES + page.next());
    }

    /** A listing that fails on a cursor that it gave itself must begin again; asking once more would fail for ever. */
    private static BlueskyResponse resumable(
            String method, @Nullable String position, Function<@Nullable String, BlueskyResponse> request) {
        try {
            return request.apply(position);
        } catch (PlatformException e) {
            if (position != null && BlueskyRules.mayBeBadCursor(e.problem())) {
                throw new PlatformException(
                        PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, method, "cursor refused"), e);
            }
            throw e;
        }
    }

    /** A batch does not say why it left an account out; the account alone does. */
    private Result<AccountReading> leftOut(AccountRef account) {
        String actor = actor(account);
        try {
            return read(client.profile(actor).body(), BlueskyClient.PROFILE);
        } catch (PlatformException e) {
            PlatformProblem problem = named(e.problem(), actor);
            Optional<AccountStatus> status = BlueskyRules.closed(problem);
            return status.isPresent() && BlueskyActor.isDid(actor)
                    ? Result.read(mapper.closed(actor, status.get()))
                    : Result.failed(problem);
        }
    }

    /** The feed of a closed account fails as that of an unknown one, and as a wrong request; the profile tells. */
    private PlatformException causeOf(PlatformException failure, String did) {
        PlatformProblem problem = failure.problem();
        try {
            client.profile(did);
            return new PlatformException(
                    PlatformProblem.of(ProblemCode.BAD_REQUEST, problem.endpoint(), problem.evidence()), failure);
        } catch (PlatformException e) {
            return new PlatformException(named(e.problem(), did), e);
        }
    }

    /** A DID never changes: what is not found by it was not renamed. */
    private static PlatformProblem named(PlatformProblem problem, String actor) {
        return problem.code() == ProblemCode.RENAMED_OR_GONE && BlueskyActor.isDid(actor)
                ? PlatformProblem.of(ProblemCode.GONE, problem.endpoint(), problem.evidence())
                : problem;
    }

    private Result<AccountReading> read(Fields profile, String method) {
        try {
            return Result.read(mapper.account(profile));
        } catch (UnreadableItemException e) {
            return Result.failed(unreadable(method, e));
        }
    }

    private Result<PostReading> refreshed(@Nullable Fields post) {
        if (post == null) {
            return Result.failed(PlatformProblem.of(ProblemCode.GONE, BlueskyClient.POSTS, "200 left out"));
        }
        try {
            return Result.read(mapper.post(post));
        } catch (UnreadableItemException e) {
            return Result.failed(unreadable(BlueskyClient.POSTS, e));
        }
    }

    private static <T> Page<T> page(
            BlueskyResponse response, String list, Function<Fields, T> mapping, Function<Fields, String> subject) {
        return page(response, response.list(list), mapping, subject);
    }

    private static <T> Page<T> page(
            BlueskyResponse response,
            List<Fields> found,
            Function<Fields, T> mapping,
            Function<Fields, String> subject) {
        List<T> items = new ArrayList<>();
        List<ItemProblem> problems = new ArrayList<>();
        found.forEach(item -> readInto(items, problems, response, item, mapping, subject));
        return new Page<>(items, problems, response.cursor());
    }

    private static <T> void readInto(
            List<T> items,
            List<ItemProblem> problems,
            BlueskyResponse response,
            Fields item,
            Function<Fields, T> mapping,
            Function<Fields, String> subject) {
        try {
            items.add(mapping.apply(item));
        } catch (UnreadableItemException e) {
            problems.add(new ItemProblem(subject.apply(item), unreadable(response.endpoint(), e)));
        }
    }

    private static ItemProblem hidden(BlueskyResponse response, String id, ProblemCode code, String evidence) {
        return new ItemProblem(id, PlatformProblem.of(code, response.endpoint(), evidence));
    }

    private static PlatformProblem unreadable(String method, UnreadableItemException failure) {
        return PlatformProblem.of(ProblemCode.INCOMPLETE_RECORD, method, "200 without " + failure.field());
    }

    private static PlatformProblem unasked(String method, String evidence) {
        return PlatformProblem.of(ProblemCode.BAD_REQUEST, method, evidence);
    }

    /** The address of a post of the account; empty for posts of others, whose addresses name a person. */
    private static String ownId(String did, Fields post) {
        return post.text("uri")
                .filter(uri -> uri.startsWith("at://" + did + "/"))
                .orElse("");
    }

    private static String actor(AccountRef account) {
        return BlueskyActor.of(account.identifier());
    }

    private static String key(String actor) {
        return BlueskyActor.isDid(actor) ? actor : actor.toLowerCase(Locale.ROOT);
    }
}
