package org.carebench.simulator.platform.facebook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Endpoint;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Limit;
import org.carebench.simulator.http.LimitState;
import org.carebench.simulator.http.PlatformServer;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.platform.graph.GraphError;
import org.carebench.simulator.platform.graph.GraphExchange;
import org.carebench.simulator.platform.graph.GraphPage;
import org.carebench.simulator.platform.graph.GraphTime;
import org.carebench.simulator.platform.graph.UsageHeaders;
import org.carebench.simulator.platform.thread.CommentThread;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.World;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Facebook Pages. Any valid token holds the Page tokens of all owned Pages, and Page Public Content Access for the others;
 * with the alias {@value #RESTRICTED} it lacks the latter, and with the alias "page-&lt;id&gt;" it is the token of one Page and
 * sees no other.
 */
public final class FacebookServer implements PlatformServer {

    /** Alias of a token without Page Public Content Access. */
    static final String RESTRICTED = "restricted";

    /** Beginning of the alias of the token of one Page. */
    static final String PAGE = "page-";

    private static final String PLATFORM = "facebook";
    private static final String USE_CASE = "pages";
    private static final String BUSINESS_OBJECT = "100000000000000";
    private static final String USER = "user";
    private static final String PAGE_BUCKET = "page";
    private static final int APP_LIMIT = 4;
    private static final int USER_LIMIT = 17;
    private static final int PAGE_LIMIT = 32;
    private static final int BUSINESS_LIMIT = 80001;
    private static final int NO_PERMISSION = 10;
    private static final int DEPRECATED = 12;
    private static final int NO_ROLE = 200;
    private static final int NO_ALIAS = 803;
    private static final int USUAL_PAGE = 25;
    private static final int LARGEST_PAGE = 100;
    private static final int EMPTY_PAGE_EVERY = 3;
    /** 4 800 calls per engaged user and day, for a hundred users. */
    private static final Limit BUSINESS = Limit.requests(USE_CASE, 480_000, Duration.ofDays(1));

    private final World world;
    private final Tokens tokens;
    private final FacebookNodes nodes;
    private final FacebookInsights insights;

    /** @param retiredMetrics insights metrics that are gone, beside those that are gone for everybody */
    public FacebookServer(World world, Tokens tokens, Set<String> retiredMetrics) {
        this.world = world;
        this.tokens = tokens;
        this.nodes = new FacebookNodes(world);
        this.insights = new FacebookInsights(world, retiredMetrics);
    }

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                get("node", "{version}/{id}", this::node),
                get("published_posts", "{version}/{id}/published_posts", this::posts),
                get("posts", "{version}/{id}/posts", this::posts),
                get("feed", "{version}/{id}/feed", this::feed),
                get("tagged", "{version}/{id}/tagged", this::tagged),
                get("ratings", "{version}/{id}/ratings", this::ratings),
                get("insights", "{version}/{id}/insights", this::insights),
                get("comments", "{version}/{id}/comments", this::comments));
    }

    private Endpoint get(String key, String path, Function<GraphExchange, Answer> handler) {
        return Endpoint.get(key, path, request -> handler.apply(new GraphExchange(request, tokens, PLATFORM)))
                .limited(BUSINESS);
    }

    @Override
    public Answer unknown(Request request) {
        return GraphError.unknownPath(request.path()).answer();
    }

    @Override
    public Answer limited(Request request, LimitState exceeded) {
        GraphError error = switch (exceeded.bucket()) {
            case UsageHeaders.APP -> GraphError.of(APP_LIMIT, "(#4) Application request limit reached");
            case USER -> GraphError.of(USER_LIMIT, "(#17) User request limit reached");
            case PAGE_BUCKET -> GraphError.of(PAGE_LIMIT, "(#32) Page request limit reached");
            default ->
                GraphError.of(
                        BUSINESS_LIMIT,
                        "(#80001) There have been too many calls to this Page account. Wait a bit and try again.");
        };
        return error.answer();
    }

    @Override
    public Answer failed(Request request) {
        return GraphError.temporary().answer();
    }

    @Override
    public Map<String, String> limitHeaders(LimitState nearest) {
        return UsageHeaders.of(nearest, BUSINESS_OBJECT, USE_CASE);
    }

    private Answer node(GraphExchange exchange) {
        String id = exchange.request().id();
        if (!id.contains("_")) {
            Account page = page(exchange);
            return exchange.ok(nodes.page(page, exchange, isOwned(page, exchange)));
        }
        Optional<Post> post = findPost(exchange);
        if (post.isPresent()) {
            boolean isOwned = view(post.get().account(), exchange);
            return exchange.ok(nodes.post(post.get(), exchange, isOwned, exchange.fields()));
        }
        Interaction comment = world.interaction(Platform.FACEBOOK, id, exchange.at())
                .filter(found -> found.account().isReadableAt(exchange.at()))
                .orElseThrow(() -> noObject(exchange));
        // Ids of comments are known only to those who moderate the Page.
        if (!view(comment.account(), exchange)) {
            throw noObject(exchange);
        }
        return exchange.ok(nodes.comment(comment, exchange));
    }

    private static RuntimeException noObject(GraphExchange exchange) {
        return exchange.refusal(GraphError.noObject(exchange.request().id()));
    }

    /** The Page that the path names by id or name, if the token may see it. */
    private Account page(GraphExchange exchange) {
        String id = exchange.request().id();
        boolean isNumber = id.chars().allMatch(Character::isDigit);
        Optional<Account> found = isNumber
                ? world.account(Platform.FACEBOOK, id)
                : world.accountByHandle(Platform.FACEBOOK, id, exchange.at());
        exchange.about(found.map(Account::stableId).orElse(id));
        Account page = found.filter(account -> account.isReadableAt(exchange.at()))
                .orElseThrow(() -> exchange.refusal(
                        isNumber
                                ? GraphError.noObject(id)
                                : GraphError.of(
                                        NO_ALIAS, "(#803) Some of the aliases you requested do not exist: " + id)));
        view(page, exchange);
        return page;
    }

    /**
     * Whether the token is one of the Page's own.
     *
     * @throws org.carebench.simulator.http.Refusal where it may not see the Page at all
     */
    private static boolean view(Account page, GraphExchange exchange) {
        exchange.about(page.stableId());
        boolean isOwned = isOwned(page, exchange);
        if (!isOwned && (exchange.request().hasAlias(RESTRICTED) || isOtherPage(page, exchange))) {
            throw exchange.refusal(
                    GraphError.of(
                            NO_PERMISSION,
                            "(#10) To use 'Page Public Content Access', your use of this endpoint must be reviewed and approved by Facebook."));
        }
        return isOwned;
    }

    private static boolean isOwned(Account page, GraphExchange exchange) {
        return page.relation() == Relation.OWNED && !isOtherPage(page, exchange);
    }

    private static boolean isOtherPage(Account page, GraphExchange exchange) {
        String token = exchange.request().token();
        int alias = token.indexOf("-token-" + PAGE);
        return alias >= 0 && !token.endsWith("-token-" + PAGE + page.stableId());
    }

    private Optional<Post> findPost(GraphExchange exchange) {
        return world.post(Platform.FACEBOOK, exchange.request().id(), exchange.at())
                .filter(post -> post.account().isReadableAt(exchange.at()));
    }

    private Answer posts(GraphExchange exchange) {
        Account page = page(exchange);
        boolean isOwned = isOwned(page, exchange);
        List<Post> posts = world.posts(page, exchange.at()).stream()
                .filter(post -> isWithin(post.createdAt(), exchange))
                .toList();
        return list(posts, exchange, page.stableId(), post -> nodes.post(post, exchange, isOwned, exchange.fields()));
    }

    private static boolean isWithin(Instant createdAt, GraphExchange exchange) {
        String since = exchange.parameter("since");
        String until = exchange.parameter("until");
        return (since == null || !createdAt.isBefore(GraphTime.parse("since", since)))
                && (until == null || !createdAt.isAfter(GraphTime.parse("until", until)));
    }

    /** The Page's own posts, and what visitors posted to it. */
    private Answer feed(GraphExchange exchange) {
        Account page = page(exchange);
        boolean isOwned = isOwned(page, exchange);
        List<Object> posts = new ArrayList<>(world.posts(page, exchange.at()));
        posts.addAll(visitorPosts(page, exchange));
        posts.sort(Comparator.comparing(FacebookServer::createdAt).reversed());
        posts.removeIf(post -> !isWithin(createdAt(post), exchange));
        return list(
                posts,
                exchange,
                page.stableId(),
                post -> post instanceof Post own
                        ? nodes.post(own, exchange, isOwned, exchange.fields())
                        : nodes.visitorPost((Interaction) post, exchange, isOwned));
    }

    private static Instant createdAt(Object post) {
        return post instanceof Post own ? own.createdAt() : ((Interaction) post).createdAt();
    }

    private List<Interaction> visitorPosts(Account page, GraphExchange exchange) {
        Instant at = exchange.at();
        return world.mentions(page, world.scenario().begin(), at, at).stream()
                .filter(mention -> mention.kind() == InteractionKind.MENTION && !mention.isByOwner())
                .toList();
    }

    private Answer tagged(GraphExchange exchange) {
        Account page = page(exchange);
        boolean isOwned = isOwned(page, exchange);
        List<Interaction> newestFirst = visitorPosts(page, exchange).stream()
                .filter(post -> isWithin(post.createdAt(), exchange))
                .sorted(Comparator.comparing(Interaction::createdAt).reversed())
                .toList();
        return list(newestFirst, exchange, page.stableId(), post -> nodes.visitorPost(post, exchange, isOwned));
    }

    /**
     * A page of a list. Now and then a page is empty although others follow, as where the platform filters items: such a
     * page is asked for with a cursor that ends in "-" and leads to the same place without it.
     */
    private static <T> Answer list(List<T> all, GraphExchange exchange, String seed, Function<T, ObjectNode> render) {
        String after = exchange.parameter("after");
        if (after != null && after.endsWith("-")) {
            ObjectNode empty = Json.object();
            empty.putArray("data");
            String cursor = after.substring(0, after.length() - 1);
            empty.putObject("paging").put("next", exchange.request().address("after", cursor));
            return exchange.ok(empty);
        }
        GraphPage<T> page = GraphPage.of(all, exchange::parameter, USUAL_PAGE, LARGEST_PAGE);
        ObjectNode json = page.json(render);
        if (!page.isLast() && json.get("paging") instanceof ObjectNode paging) {
            boolean leadsToEmptyPage = Math.floorMod((seed + page.after()).hashCode(), EMPTY_PAGE_EVERY) == 0;
            paging.put(
                    "next", exchange.request().address("after", leadsToEmptyPage ? page.after() + "-" : page.after()));
        }
        return exchange.ok(json);
    }

    private Answer comments(GraphExchange exchange) {
        Post post = findPost(exchange).orElseThrow(() -> noObject(exchange));
        boolean isOwned = view(post.account(), exchange);
        CommentThread thread = new CommentThread(post, world.comments(post, exchange.at()));
        List<Interaction> comments =
                FacebookNodes.comments(thread, exchange.parameter("filter"), exchange.parameter("order"));
        GraphPage<Interaction> page = GraphPage.of(comments, exchange::parameter, USUAL_PAGE, LARGEST_PAGE);
        ObjectNode json =
                exchange.linked(page, comment -> nodes.comment(comment, thread, exchange, isOwned, exchange.fields()));
        return exchange.ok(json);
    }

    private Answer ratings(GraphExchange exchange) {
        page(exchange);
        throw exchange.refusal(
                GraphError.of(DEPRECATED, "(#12) The recommendation node is deprecated for versions v22.0 and higher"));
    }

    private Answer insights(GraphExchange exchange) {
        ObjectNode body = Json.object();
        if (exchange.request().id().contains("_")) {
            Post post = findPost(exchange).orElseThrow(() -> noObject(exchange));
            requireRole(post.account(), exchange);
            ArrayNode data = insights.ofPost(post, exchange);
            exchange.serve(post.id());
            body.set("data", data);
        } else {
            Account page = page(exchange);
            requireRole(page, exchange);
            body.set("data", insights.ofPage(page, exchange));
        }
        body.putObject("paging");
        return exchange.ok(body);
    }

    private static void requireRole(Account page, GraphExchange exchange) {
        if (!view(page, exchange)) {
            throw exchange.refusal(
                    GraphError.of(NO_ROLE, "(#200) A Page access token of this Page is required for insights"));
        }
    }
}
