package org.carebench.simulator.platform.instagram;

import java.math.BigInteger;
import java.util.List;
import java.util.function.BiFunction;
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
import org.carebench.simulator.world.Person;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.PostCounters;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The nodes of Instagram and their fields. */
final class InstagramNodes {

    private static final int USUAL_PAGE = 25;
    private static final int LARGEST_PAGE = 100;

    private record User(Account account, AccountCounters counters, GraphExchange exchange) {}

    private record Media(Post post, PostCounters counters, GraphExchange exchange) {

        private @Nullable Long unlessHidden(long likes) {
            return post.account().likesHidden() ? null : likes;
        }

        private boolean isVideo() {
            return post.form() == Post.Form.VIDEO || post.form() == Post.Form.SHORT_VIDEO;
        }
    }

    private record Comment(Interaction interaction, CommentThread thread, GraphExchange exchange) {}

    private final World world;
    private final GraphType<GraphExchange> operator;
    private final GraphType<User> owned;
    private final GraphType<User> discovered;
    private final GraphType<Media> ownedMedia;
    private final GraphType<Media> discoveredMedia;
    private final GraphType<Comment> comment = comment();
    private final GraphType<Comment> reply = commentFields("IGComment", "id", "text", "timestamp");
    private final GraphType<Interaction> tag = tag();

    /** @param discover what business discovery finds */
    InstagramNodes(World world, BiFunction<GraphField, GraphExchange, ObjectNode> discover) {
        this.world = world;
        this.ownedMedia = media().object("owner", media -> owner(media.post().account()))
                .flag("is_comment_enabled", media -> !media.post().account().commentsOff());
        this.discoveredMedia = media().number(
                        "view_count",
                        media -> media.isVideo() ? media.counters().views() : null);
        this.owned = user().edge("business_discovery", (user, asked) -> discover.apply(asked, user.exchange()));
        this.discovered = user().edge("media", this::discoveredMedia);
        this.operator = new GraphType<GraphExchange>("IGUser", "id")
                .text("id", exchange -> InstagramServer.OPERATOR)
                .text("username", exchange -> "carebench.simulator")
                .edge("business_discovery", (exchange, asked) -> discover.apply(asked, exchange));
    }

    ObjectNode operator(GraphExchange exchange) {
        return operator.render(exchange, exchange.fields());
    }

    ObjectNode owned(Account account, GraphExchange exchange) {
        return owned.render(user(account, exchange), exchange.fields());
    }

    ObjectNode discovered(Account account, List<GraphField> fields, GraphExchange exchange) {
        return discovered.render(user(account, exchange), fields);
    }

    private User user(Account account, GraphExchange exchange) {
        return new User(account, world.counters(account, exchange.at()), exchange);
    }

    ObjectNode media(Post post, GraphExchange exchange) {
        exchange.serve(post.id());
        return ownedMedia.render(medium(post, exchange), exchange.fields());
    }

    private Media medium(Post post, GraphExchange exchange) {
        return new Media(post, world.counters(post, exchange.at()), exchange);
    }

    ObjectNode comment(Interaction interaction, CommentThread thread, GraphExchange exchange, List<GraphField> fields) {
        exchange.serve(interaction.id());
        return comment.render(new Comment(interaction, thread, exchange), fields);
    }

    ObjectNode tag(Interaction mention, GraphExchange exchange) {
        exchange.serve(mention.id());
        return tag.render(mention, exchange.fields());
    }

    private static GraphType<User> user() {
        return new GraphType<User>("IGUser", "id")
                .text("id", user -> user.account().stableId())
                .text(
                        "username",
                        user -> user.account().handleAt(user.exchange().at()))
                .text("name", user -> user.account().profile().displayName())
                .text("biography", user -> user.account().profile().description())
                .text("website", user -> user.account().profile().website())
                .text(
                        "profile_picture_url",
                        user -> user.account().profile().hasAvatar()
                                ? "https://scontent.invalid/" + user.account().stableId() + ".jpg"
                                : null)
                .number(
                        "followers_count",
                        user -> user.account().followersHidden()
                                ? null
                                : user.counters().followers())
                .number("follows_count", user -> user.counters().following())
                .number("media_count", user -> user.counters().posts());
    }

    private GraphType<Media> media() {
        return new GraphType<Media>("IGMedia", "id")
                .text("id", media -> media.post().id())
                .text("caption", this::caption)
                .text("timestamp", media -> GraphTime.format(media.post().createdAt()))
                .text(
                        "permalink",
                        media -> "https://www.instagram.com/"
                                + (media.post().form() == Post.Form.SHORT_VIDEO ? "reel/" : "p/") + shortcode(media)
                                + "/")
                .text("shortcode", InstagramNodes::shortcode)
                .text("media_type", InstagramNodes::mediaType)
                .text("media_product_type", media -> media.isVideo() ? "REELS" : "FEED")
                .text(
                        "username",
                        media ->
                                media.post().account().handleAt(media.exchange().at()))
                .number(
                        "like_count",
                        media -> media.unlessHidden(media.counters().likes()))
                .number(
                        "comments_count",
                        media -> media.post().account().commentsOff()
                                ? null
                                : media.counters().comments());
    }

    private @Nullable String caption(Media media) {
        String text = world.text(media.post(), media.exchange().at());
        return text.isBlank() ? null : text;
    }

    /** The id in another base. */
    private static String shortcode(Media media) {
        return new BigInteger(media.post().id()).toString(Character.MAX_RADIX);
    }

    private static String mediaType(Media media) {
        return switch (media.post().form()) {
            case VIDEO, SHORT_VIDEO -> "VIDEO";
            case ALBUM -> "CAROUSEL_ALBUM";
            case TEXT, LINK, PHOTO -> "IMAGE";
        };
    }

    private static ObjectNode owner(Account account) {
        return Json.object().put("id", account.stableId());
    }

    /**
     * Media within business discovery: cursors, but never the address of the next page. Where everything was given, some
     * accounts have a cursor behind the last page, and others have none.
     */
    private JsonNode discoveredMedia(User user, GraphField asked) {
        GraphExchange exchange = user.exchange();
        List<Post> posts = world.posts(user.account(), exchange.at());
        GraphPage<Post> page = GraphPage.of(posts, asked::modifier, USUAL_PAGE, LARGEST_PAGE);
        ObjectNode json = page.json(post -> {
            exchange.serve(post.id());
            return discoveredMedia.render(medium(post, exchange), asked.fields());
        });
        boolean hasCursorBehindEnd = user.account().index() % 2 == 0;
        if (page.isLast() && !hasCursorBehindEnd && json.at("/paging/cursors") instanceof ObjectNode cursors) {
            cursors.remove("after");
        }
        return json;
    }

    private static GraphType<Comment> commentFields(String type, String... usual) {
        return new GraphType<Comment>(type, usual)
                .text("id", comment -> comment.interaction().id())
                .text("text", comment -> comment.interaction().text())
                .text(
                        "timestamp",
                        comment -> GraphTime.format(comment.interaction().createdAt()))
                .text("username", InstagramNodes::username)
                .object(
                        "from",
                        comment -> Json.object().put("id", authorId(comment)).put("username", username(comment)))
                .number("like_count", comment -> (long) comment.interaction().likes())
                .flag("hidden", comment -> false)
                .text(
                        "parent_id",
                        comment -> comment.thread()
                                .parent(comment.interaction())
                                .map(Interaction::id)
                                .orElse(null));
    }

    private GraphType<Comment> comment() {
        return commentFields("IGComment", "id", "text", "timestamp").edge("replies", this::replies);
    }

    private @Nullable JsonNode replies(Comment comment, GraphField asked) {
        List<Interaction> replies = comment.thread().replies(comment.interaction());
        if (replies.isEmpty()) {
            return null;
        }
        GraphExchange exchange = comment.exchange();
        GraphPage<Interaction> page = GraphPage.of(replies, asked::modifier, USUAL_PAGE, LARGEST_PAGE);
        ObjectNode json = page.json(interaction -> {
            exchange.serve(interaction.id());
            return reply.render(new Comment(interaction, comment.thread(), exchange), asked.fields());
        });
        if (!page.isLast() && json.get("paging") instanceof ObjectNode paging) {
            paging.put(
                    "next", exchange.request().address(comment.interaction().id() + "/replies", asked, page.after()));
        }
        return json;
    }

    private static String username(Comment comment) {
        Person author = comment.interaction().author();
        return author == null
                ? comment.interaction().account().handleAt(comment.exchange().at())
                : author.handle();
    }

    private static String authorId(Comment comment) {
        Person author = comment.interaction().author();
        return author == null ? comment.interaction().account().stableId() : author.id();
    }

    private static GraphType<Interaction> tag() {
        return new GraphType<Interaction>("IGMedia", "id")
                .text("id", Interaction::id)
                .text("caption", Interaction::text)
                .text("timestamp", mention -> GraphTime.format(mention.createdAt()))
                .text("username", mention -> {
                    Person author = mention.author();
                    return author == null ? null : author.handle();
                })
                .text("permalink", mention -> "https://www.instagram.com/p/" + mention.id() + "/")
                .text("media_type", mention -> "IMAGE")
                .number("like_count", mention -> (long) mention.likes());
    }
}
