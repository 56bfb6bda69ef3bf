package org.carebench.simulator.platform.instagram;

import java.time.Duration;
import java.time.Instant;
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
import org.carebench.simulator.http.Refusal;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.platform.graph.GraphError;
import org.carebench.simulator.platform.graph.GraphExchange;
import org.carebench.simulator.platform.graph.GraphField;
import org.carebench.simulator.platform.graph.GraphPage;
import org.carebench.simulator.platform.graph.UsageHeaders;
import org.carebench.simulator.platform.thread.CommentThread;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.World;
import tools.jackson.databind.node.ObjectNode;

/**
 * Instagram. Any valid token stands for everybody who granted access: it sees owned accounts whole, and others by business
 * discovery, asked of an owned account or of {@link #OPERATOR}. With the alias {@value #RESTRICTED} it sees no insights.
 */
public final class InstagramServer implements PlatformServer {

    /** Id of the account of whoever runs the benchmark; it has no posts and belongs to no provider. */
    public static final String OPERATOR = "17841400000000000";

    /** Alias of a token that lacks the permission to read insights. */
    static final String RESTRICTED = "restricted";

    private static final String PLATFORM = "instagram";
    private static final String USE_CASE = "instagram";
    private static final int BAD_REQUEST = 400;
    private static final int NO_PERMISSION = 10;
    private static final int BUSINESS_LIMIT = 80002;
    private static final int APP_LIMIT = 4;
    private static final int NOT_PROFESSIONAL = 110;
    private static final int NOT_PROFESSIONAL_OLD = 100;
    private static final int NO_SUCH_ACCOUNT = 2207013;
    private static final int USUAL_PAGE = 25;
    private static final int LARGEST_PAGE = 100;
    private static final int LARGEST_COMMENT_PAGE = 50;
    /** 4 800 calls per engaged user and day, for a hundred users. */
    private static final Limit BUSINESS = Limit.requests(USE_CASE, 480_000, Duration.ofDays(1));

    private final World world;
    private final Tokens tokens;
    private final InstagramInsights insights;
    private final InstagramNodes nodes;

    /** @param retiredMetrics insights metrics that are gone, beside those that are gone for everybody */
    public InstagramServer(World world, Tokens tokens, Set<String> retiredMetrics) {
        this.world = world;
        this.tokens = tokens;
        this.insights = new InstagramInsights(world, retiredMetrics);
        this.nodes = new InstagramNodes(world, this::discover);
    }

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                get("node", "{version}/{id}", this::node),
                get("media", "{version}/{id}/media", this::media),
                get("insights", "{version}/{id}/insights", this::insights),
                get("comments", "{version}/{id}/comments", this::comments),
                get("replies", "{version}/{id}/replies", this::replies),
                get("tags", "{version}/{id}/tags", this::tags));
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
        return exceeded.bucket().equals(UsageHeaders.APP)
                ? GraphError.of(APP_LIMIT, "(#4) Application request limit reached")
                        .answer()
                : GraphError.of(
                                BUSINESS_LIMIT,
                                "(#80002) There have been too many calls to this Instagram account. Wait a bit and try again.")
                        .answer();
    }

    @Override
    public Answer failed(Request request) {
        return GraphError.temporary().answer();
    }

    @Override
    public Map<String, String> limitHeaders(LimitState nearest) {
        return UsageHeaders.of(nearest, OPERATOR, USE_CASE);
    }

    private Answer node(GraphExchange exchange) {
        String id = exchange.request().id();
        if (id.equals(OPERATOR)) {
            return exchange.ok(nodes.operator(exchange));
        }
        Optional<Account> account = owned(exchange);
        if (account.isPresent()) {
            exchange.about(account.get().stableId());
            return exchange.ok(nodes.owned(account.get(), exchange));
        }
        Optional<Post> post = ownedPost(exchange);
        if (post.isPresent()) {
            exchange.about(post.get().account().stableId());
            return exchange.ok(nodes.media(post.get(), exchange));
        }
        Interaction comment = ownedComment(exchange);
        exchange.about(comment.account().stableId());
        return exchange.ok(nodes.comment(comment, thread(comment, exchange.at()), exchange, exchange.fields()));
    }

    private Optional<Account> owned(GraphExchange exchange) {
        return world.account(Platform.INSTAGRAM, exchange.request().id())
                .filter(account -> isReadable(account, exchange.at()));
    }

    private static boolean isReadable(Account account, Instant at) {
        return account.relation() == Relation.OWNED && account.isReadableAt(at);
    }

    private Account requireOwned(GraphExchange exchange) {
        Account account = owned(exchange).orElseThrow(() -> noObject(exchange));
        exchange.about(account.stableId());
        return account;
    }

    private static Refusal noObject(GraphExchange exchange) {
        return exchange.refusal(GraphError.noObject(exchange.request().id()));
    }

    private Optional<Post> ownedPost(GraphExchange exchange) {
        return world.post(Platform.INSTAGRAM, exchange.request().id(), exchange.at())
                .filter(post -> isReadable(post.account(), exchange.at()));
    }

    private Post requireOwnedPost(GraphExchange exchange) {
        Post post = ownedPost(exchange).orElseThrow(() -> noObject(exchange));
        exchange.about(post.account().stableId());
        return post;
    }

    private Interaction ownedComment(GraphExchange exchange) {
        Instant at = exchange.at();
        return world.interaction(Platform.INSTAGRAM, exchange.request().id(), at)
                .filter(comment -> isReadable(comment.account(), at))
                .filter(comment -> thread(comment, at).find(comment.id()).isPresent())
                .orElseThrow(() -> noObject(exchange));
    }

    private CommentThread thread(Interaction comment, Instant at) {
        return Optional.ofNullable(comment.postId())
                .flatMap(id -> world.post(Platform.INSTAGRAM, id, at))
                .map(post -> new CommentThread(post, world.comments(post, at)))
                .orElseThrow(() -> GraphError.noObject(comment.id()).refusal());
    }

    /** What business discovery shows of an account that is asked for by its name. */
    private ObjectNode discover(GraphField asked, GraphExchange exchange) {
        String name = asked.modifier("username");
        if (name == null) {
            throw exchange.refusal(GraphError.parameter("The parameter username is required"));
        }
        Account account =
                world.accountByHandle(Platform.INSTAGRAM, name, exchange.at()).orElse(null);
        exchange.about(account == null ? name : account.stableId());
        if (account == null || !account.isReadableAt(exchange.at())) {
            int code = name.length() % 4 == 0 ? NOT_PROFESSIONAL_OLD : NOT_PROFESSIONAL;
            throw exchange.refusal(new GraphError(
                    BAD_REQUEST, code, NO_SUCH_ACCOUNT, "Invalid user id", "No se encuentra el usuario"));
        }
        return nodes.discovered(account, asked.fields(), exchange);
    }

    private Answer media(GraphExchange exchange) {
        Account account = requireOwned(exchange);
        List<Post> posts = world.posts(account, exchange.at());
        GraphPage<Post> page = GraphPage.of(posts, exchange::parameter, USUAL_PAGE, LARGEST_PAGE);
        return exchange.ok(exchange.linked(page, post -> nodes.media(post, exchange)));
    }

    private Answer comments(GraphExchange exchange) {
        Post post = requireOwnedPost(exchange);
        CommentThread thread = new CommentThread(post, world.comments(post, exchange.at()));
        return page(newestFirst(thread.comments()), thread, exchange);
    }

    private Answer replies(GraphExchange exchange) {
        Interaction comment = ownedComment(exchange);
        exchange.about(comment.account().stableId());
        CommentThread thread = thread(comment, exchange.at());
        return page(thread.replies(comment), thread, exchange);
    }

    private Answer page(List<Interaction> comments, CommentThread thread, GraphExchange exchange) {
        GraphPage<Interaction> page = GraphPage.of(comments, exchange::parameter, USUAL_PAGE, LARGEST_COMMENT_PAGE);
        return exchange.ok(
                exchange.linked(page, comment -> nodes.comment(comment, thread, exchange, exchange.fields())));
    }

    private static List<Interaction> newestFirst(List<Interaction> interactions) {
        return interactions.stream()
                .sorted(Comparator.comparing(Interaction::createdAt).reversed())
                .toList();
    }

    private Answer tags(GraphExchange exchange) {
        Account account = requireOwned(exchange);
        Instant at = exchange.at();
        List<Interaction> mentions = world.mentions(account, world.scenario().begin(), at, at).stream()
                .filter(mention -> mention.kind() == InteractionKind.MENTION && !mention.isByOwner())
                .toList();
        GraphPage<Interaction> page =
                GraphPage.of(newestFirst(mentions), exchange::parameter, USUAL_PAGE, LARGEST_PAGE);
        return exchange.ok(exchange.linked(page, mention -> nodes.tag(mention, exchange)));
    }

    private Answer insights(GraphExchange exchange) {
        if (exchange.request().hasAlias(RESTRICTED)) {
            throw exchange.refusal(
                    GraphError.of(NO_PERMISSION, "(#10) Application does not have permission for this action"));
        }
        Optional<Account> account = owned(exchange);
        ObjectNode body = Json.object();
        if (account.isPresent()) {
            exchange.about(account.get().stableId());
            body.set("data", insights.ofAccount(account.get(), exchange));
        } else {
            body.set("data", insights.ofMedia(requireOwnedPost(exchange), exchange));
        }
        return exchange.ok(body);
    }
}
