package org.carebench.simulator.platform.facebook;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.platform.graph.GraphExchange;
import org.carebench.simulator.platform.graph.GraphField;
import org.carebench.simulator.platform.graph.GraphPage;
import org.carebench.simulator.platform.graph.GraphTime;
import org.carebench.simulator.platform.graph.GraphType;
import org.carebench.simulator.platform.thread.CommentThread;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.AccountCounters;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.PostCounters;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The nodes of Facebook and their fields, as the Page's own token sees them or as public content access does. */
final class FacebookNodes {

    private static final int USUAL_PAGE = 25;
    private static final int LARGEST_PAGE = 100;
    private static final double STARS = 100.0;

    private record Page(Account account, AccountCounters counters, GraphExchange exchange, boolean isOwned) {}

    private record PagePost(Post post, PostCounters counters, GraphExchange exchange, boolean isOwned) {}

    private record Comment(
            Interaction interaction, @Nullable CommentThread thread, GraphExchange exchange, boolean isOwned) {

        /** Ids, authors and parents are shown to the Page's own token only. */
        private <R> @Nullable R ifOwned(Function<Interaction, @Nullable R> value) {
            return isOwned ? value.apply(interaction) : null;
        }

        private Optional<Interaction> parent() {
            return thread == null ? Optional.empty() : thread.parent(interaction);
        }
    }

    private final World world;
    private final GraphType<Page> page = page();
    private final GraphType<PagePost> post;
    private final GraphType<Comment> comment = comment();
    private final GraphType<Comment> visitorPost = visitorPost();

    FacebookNodes(World world) {
        this.world = world;
        this.post = post();
    }

    ObjectNode page(Account account, GraphExchange exchange, boolean isOwned) {
        return page.render(
                new Page(account, world.counters(account, exchange.at()), exchange, isOwned), exchange.fields());
    }

    ObjectNode post(Post own, GraphExchange exchange, boolean isOwned, List<GraphField> fields) {
        exchange.serve(own.id());
        return post.render(new PagePost(own, world.counters(own, exchange.at()), exchange, isOwned), fields);
    }

    /** A comment that was asked for by its id. */
    ObjectNode comment(Interaction interaction, GraphExchange exchange) {
        exchange.serve(interaction.id());
        CommentThread thread = Optional.ofNullable(interaction.postId())
                .flatMap(id -> world.post(Platform.FACEBOOK, id, exchange.at()))
                .map(found -> new CommentThread(found, world.comments(found, exchange.at())))
                .orElse(null);
        return comment.render(new Comment(interaction, thread, exchange, true), exchange.fields());
    }

    ObjectNode comment(
            Interaction interaction,
            CommentThread thread,
            GraphExchange exchange,
            boolean isOwned,
            List<GraphField> fields) {
        exchange.serve(interaction.id());
        return comment.render(new Comment(interaction, thread, exchange, isOwned), fields);
    }

    ObjectNode visitorPost(Interaction mention, GraphExchange exchange, boolean isOwned) {
        exchange.serve(mention.id());
        return visitorPost.render(new Comment(mention, null, exchange, isOwned), exchange.fields());
    }

    /**
     * The comments that a request for them gets.
     *
     * @param filter "stream" for comments and replies; comments on the post alone otherwise
     * @param order "reverse_chronological" for the newest first; the oldest first otherwise
     */
    static List<Interaction> comments(CommentThread thread, @Nullable String filter, @Nullable String order) {
        List<Interaction> comments = "stream".equals(filter) ? thread.all() : thread.comments();
        Comparator<Interaction> byTime = Comparator.comparing(Interaction::createdAt);
        return comments.stream()
                .sorted("reverse_chronological".equals(order) ? byTime.reversed() : byTime)
                .toList();
    }

    private static GraphType<Page> page() {
        return new GraphType<Page>("Page", "name", "id")
                .text("id", page -> page.account().stableId())
                .text("name", page -> page.account().profile().displayName())
                .text(
                        "username",
                        page -> page.account().handleAt(page.exchange().at()))
                .text(
                        "link",
                        page -> "https://www.facebook.com/"
                                + page.account().handleAt(page.exchange().at()))
                .number(
                        "followers_count",
                        page -> page.account().followersHidden()
                                ? null
                                : page.counters().followers())
                .number(
                        "fan_count",
                        page -> page.account().followersHidden()
                                ? null
                                : page.counters().followers())
                .object(
                        "overall_star_rating",
                        page -> page.counters().ratings() == 0
                                ? null
                                : Json.array()
                                        .add(page.counters().ratingHundredths() / STARS)
                                        .get(0))
                .number(
                        "rating_count",
                        page -> page.counters().ratings() == 0
                                ? null
                                : page.counters().ratings())
                .flag("is_published", page -> true)
                .text(
                        "verification_status",
                        page -> page.account().profile().isVerified() ? "blue_verified" : "not_verified")
                .text("about", page -> page.account().profile().description())
                .text("website", page -> page.account().profile().website())
                .text("phone", page -> page.account().profile().phone())
                .text("category", page -> page.account().profile().category())
                .text("single_line_address", page -> page.account().profile().address())
                .object("picture", FacebookNodes::picture)
                .text(
                        "access_token",
                        page -> page.isOwned()
                                ? "sim-facebook-token-" + FacebookServer.PAGE
                                        + page.account().stableId()
                                : null);
    }

    private static @Nullable JsonNode picture(Page page) {
        ObjectNode picture = Json.object();
        picture.putObject("data")
                .put("is_silhouette", !page.account().profile().hasAvatar())
                .put("url", "https://scontent.invalid/" + page.account().stableId() + ".jpg");
        return picture;
    }

    private GraphType<PagePost> post() {
        return new GraphType<PagePost>("Post", "created_time", "message", "id")
                .text("id", post -> post.post().id())
                .text("created_time", post -> GraphTime.format(post.post().createdAt()))
                .text("updated_time", FacebookNodes::updatedTime)
                .text("message", this::message)
                .text("permalink_url", FacebookNodes::permalink)
                .text("status_type", post -> statusType(post.post()))
                .object("from", post -> author(post.post().account()))
                .object("shares", FacebookNodes::shares)
                .edge("reactions", FacebookNodes::reactions)
                .edge("comments", this::comments);
    }

    private @Nullable String message(PagePost post) {
        String text = world.text(post.post(), post.exchange().at());
        return text.isBlank() ? null : text;
    }

    private static String updatedTime(PagePost post) {
        Instant edited = post.post().editedAt();
        return GraphTime.format(
                edited == null || edited.isAfter(post.exchange().at())
                        ? post.post().createdAt()
                        : edited);
    }

    private static String permalink(PagePost post) {
        String id = post.post().id();
        return "https://www.facebook.com/" + post.post().account().stableId() + "/posts/"
                + id.substring(id.indexOf('_') + 1);
    }

    private static String statusType(Post post) {
        return switch (post.form()) {
            case PHOTO, ALBUM -> "added_photos";
            case VIDEO, SHORT_VIDEO -> "added_video";
            case LINK -> "shared_story";
            case TEXT -> "mobile_status_update";
        };
    }

    private static ObjectNode author(Account account) {
        return Json.object().put("name", account.profile().displayName()).put("id", account.stableId());
    }

    /** Absent where nobody shared the post. */
    private static @Nullable JsonNode shares(PagePost post) {
        long shares = post.counters().shares();
        return shares == 0 ? null : Json.object().put("count", shares);
    }

    private static JsonNode reactions(PagePost post, GraphField asked) {
        ObjectNode reactions = Json.object();
        reactions.putArray("data");
        if (asked.modifier("summary") != null) {
            reactions.putObject("summary").put("total_count", post.counters().likes());
        }
        return reactions;
    }

    private JsonNode comments(PagePost post, GraphField asked) {
        boolean isStream = "stream".equals(asked.modifier("filter"));
        if (isStream && "0".equals(asked.modifier("limit"))) {
            ObjectNode counted = Json.object();
            counted.putArray("data");
            return summarized(counted, asked, post.counters().comments());
        }
        GraphExchange exchange = post.exchange();
        CommentThread thread = new CommentThread(post.post(), world.comments(post.post(), exchange.at()));
        List<Interaction> comments = comments(thread, asked.modifier("filter"), asked.modifier("order"));
        GraphPage<Interaction> part = GraphPage.of(comments, asked::modifier, USUAL_PAGE, LARGEST_PAGE);
        ObjectNode json =
                part.json(interaction -> comment(interaction, thread, exchange, post.isOwned(), asked.fields()));
        if (!part.isLast() && json.get("paging") instanceof ObjectNode paging) {
            paging.put("next", exchange.request().address(post.post().id() + "/comments", asked, part.after()));
        }
        return summarized(
                json,
                asked,
                isStream ? post.counters().comments() : thread.comments().size());
    }

    private static ObjectNode summarized(ObjectNode comments, GraphField asked, long count) {
        if (asked.modifier("summary") != null) {
            comments.putObject("summary")
                    .put("order", "ranked")
                    .put("total_count", count)
                    .put("can_comment", false);
        }
        return comments;
    }

    private static GraphType<Comment> comment() {
        return new GraphType<Comment>("Comment", "created_time", "from", "message", "id")
                .text("id", comment -> comment.ifOwned(Interaction::id))
                .text(
                        "created_time",
                        comment -> GraphTime.format(comment.interaction().createdAt()))
                .text("message", comment -> comment.interaction().text())
                .object("from", comment -> comment.ifOwned(FacebookNodes::from))
                .object(
                        "parent",
                        comment -> comment.ifOwned(interaction ->
                                comment.parent().map(FacebookNodes::id).orElse(null)))
                .number("like_count", comment -> (long) comment.interaction().likes())
                .number(
                        "comment_count",
                        comment -> comment.thread() == null
                                ? 0L
                                : (long) comment.thread()
                                        .replies(comment.interaction())
                                        .size());
    }

    private static ObjectNode id(Interaction interaction) {
        return Json.object().put("id", interaction.id());
    }

    private static ObjectNode from(Interaction interaction) {
        return interaction.author() == null
                ? author(interaction.account())
                : Json.object()
                        .put("name", interaction.author().displayName())
                        .put("id", interaction.author().id());
    }

    private static GraphType<Comment> visitorPost() {
        return new GraphType<Comment>("Post", "created_time", "message", "id")
                .text("id", post -> post.interaction().id())
                .text(
                        "created_time",
                        post -> GraphTime.format(post.interaction().createdAt()))
                .text(
                        "updated_time",
                        post -> GraphTime.format(post.interaction().createdAt()))
                .text("message", post -> post.interaction().text())
                .text(
                        "permalink_url",
                        post -> "https://www.facebook.com/" + post.interaction().id())
                .text("status_type", post -> "wall_post")
                .object("from", post -> post.ifOwned(FacebookNodes::from))
                .object("shares", post -> null)
                .object("reactions", post -> null)
                .object("comments", post -> null);
    }
}
