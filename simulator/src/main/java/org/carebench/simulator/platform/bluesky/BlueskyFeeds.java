package org.carebench.simulator.platform.bluesky;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.carebench.contract.dataset.PostKind;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.platform.IsoTime;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.ForeignPost;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Posts of an account, posts by their addresses, and who quoted them. */
final class BlueskyFeeds {

    private static final int MOST_URIS = 25;
    private static final String POST_COLLECTION = "app.bsky.feed.post";
    private static final String REPOST_COLLECTION = "app.bsky.feed.repost";

    private final World world;
    private final BlueskyViews views;

    BlueskyFeeds(World world, BlueskyViews views) {
        this.world = world;
        this.views = views;
    }

    Answer getAuthorFeed(Request request) {
        XrpcParameters parameters = new XrpcParameters("app.bsky.feed.getAuthorFeed", request);
        Instant at = request.at();
        Account account = views.actor(parameters.identifier("actor"), at);
        int limit = parameters.limit();
        if (account == null) {
            throw XrpcError.profileNotFound();
        }
        if (!account.isReadableAt(at)) {
            return XrpcError.profileNotFound().answer().about(account.stableId());
        }
        List<Post> posts = world.posts(account, at).stream()
                .filter(filter(request.query().first("filter", "posts_with_replies")))
                .toList();
        Cursor.Page<Post> page = Cursor.page(
                posts, Post::createdAt, BlueskyFeeds::itemUri, request.query().first("cursor"), limit);
        ObjectNode body = Json.object();
        ArrayNode feed = body.putArray("feed");
        page.items().forEach(post -> feed.add(item(post, at)));
        return finish(body, page.cursor())
                .about(account.stableId())
                .serving(page.items().stream().map(BlueskyFeeds::itemUri).toList());
    }

    private static Predicate<Post> filter(String name) {
        return switch (name) {
            case "posts_no_replies", "posts_and_author_threads" -> post -> post.kind() != PostKind.REPLY;
            case "posts_with_media" ->
                post -> post.kind() != PostKind.REPOST
                        && post.form() != Post.Form.TEXT
                        && post.form() != Post.Form.LINK;
            case "posts_with_video" ->
                post -> post.kind() != PostKind.REPOST
                        && (post.form() == Post.Form.VIDEO || post.form() == Post.Form.SHORT_VIDEO);
            default -> post -> true;
        };
    }

    private static String itemUri(Post post) {
        return post.kind() == PostKind.REPOST ? BlueskyViews.repostUri(post) : post.id();
    }

    private ObjectNode item(Post post, Instant at) {
        ObjectNode item = Json.object();
        ForeignPost about = post.about();
        if (post.kind() == PostKind.REPOST && about != null) {
            item.set("post", views.foreign(about));
            ObjectNode reason = item.putObject("reason");
            reason.set("by", views.author(post.account(), at));
            reason.put("uri", itemUri(post))
                    .put("cid", Cid.of(itemUri(post)))
                    .put("indexedAt", IsoTime.milliseconds(post.createdAt()))
                    .put("$type", "app.bsky.feed.defs#reasonRepost");
            return item;
        }
        item.set("post", views.post(post, at));
        String parent = post.replyToId();
        if (post.kind() == PostKind.REPLY && parent != null) {
            ObjectNode reply = item.putObject("reply");
            reply.set("root", views.findOrNotFound(post.conversationId(), at));
            reply.set("parent", views.findOrNotFound(parent, at));
        }
        return item;
    }

    /** Leaves out, without a word, what is deleted or was never there. */
    Answer getPosts(Request request) {
        List<String> uris = new XrpcParameters("app.bsky.feed.getPosts", request).uris("uris", MOST_URIS);
        Instant at = request.at();
        List<String> served = new ArrayList<>();
        ObjectNode body = Json.object();
        ArrayNode posts = body.putArray("posts");
        for (String uri : new LinkedHashSet<>(uris)) {
            String canonical = views.withDid(uri, at);
            Optional<ObjectNode> view = views.find(canonical, at);
            if (view.isPresent()) {
                posts.add(view.get());
                served.add(canonical);
            }
        }
        List<String> owners = uris.stream()
                .map(uri -> views.withDid(uri, at).split("/", -1)[2])
                .distinct()
                .toList();
        return Answer.ok(body).about(owners).serving(served);
    }

    Answer getQuotes(Request request) {
        XrpcParameters parameters = new XrpcParameters("app.bsky.feed.getQuotes", request);
        Instant at = request.at();
        String uri = views.withDid(parameters.uri("uri"), at);
        int limit = parameters.limit();
        Optional<Post> post = world.post(Platform.BLUESKY, uri, at)
                .filter(found -> found.account().isReadableAt(at));
        List<Interaction> quotes = post.map(found -> world.quotes(found, at)).orElse(List.of());
        Cursor.Page<Interaction> page = Cursor.page(
                quotes, Interaction::createdAt, Interaction::id, request.query().first("cursor"), limit);
        ObjectNode body = Json.object();
        ArrayNode posts = body.putArray("posts");
        page.items().forEach(quote -> posts.add(views.interaction(quote, at)));
        body.put("uri", uri);
        Answer answer = finish(body, page.cursor())
                .serving(page.items().stream().map(Interaction::id).toList());
        return post.map(found -> answer.about(found.account().stableId())).orElse(answer);
    }

    /** Raw records from the account's own server: in the order in which they were really written, without counters. */
    Answer listRecords(Request request) {
        XrpcParameters parameters = new XrpcParameters("com.atproto.repo.listRecords", request);
        Instant at = request.at();
        String repo = parameters.identifier("repo");
        String collection = parameters.required("collection");
        int limit = parameters.limit();
        Account account = views.actor(repo, at);
        if (account == null || !account.isReadableAt(at)) {
            throw XrpcError.refusal(400, "InvalidRequest", "Could not find repo: " + repo);
        }
        String cursor = request.query().first("cursor");
        List<Post> records = world.posts(account, at).stream()
                .filter(post -> collection.equals(post.kind() == PostKind.REPOST ? REPOST_COLLECTION : POST_COLLECTION))
                .filter(post -> cursor == null || key(post).compareTo(cursor) < 0)
                .sorted(Comparator.comparing(BlueskyFeeds::key).reversed())
                .limit(limit)
                .toList();
        ObjectNode body = Json.object();
        ArrayNode rows = body.putArray("records");
        for (Post post : records) {
            ObjectNode row = rows.addObject().put("uri", itemUri(post)).put("cid", Cid.of(itemUri(post)));
            row.set("value", value(post, at));
        }
        return finish(body, records.size() < limit ? null : key(records.get(limit - 1)))
                .about(account.stableId())
                .serving(records.stream().map(BlueskyFeeds::itemUri).toList());
    }

    private ObjectNode value(Post post, Instant at) {
        ForeignPost about = post.about();
        if (post.kind() != PostKind.REPOST || about == null) {
            return views.record(post, at);
        }
        ObjectNode repost = Json.object().put("$type", REPOST_COLLECTION);
        repost.set("subject", BlueskyViews.reference(about.id()));
        return repost.put("createdAt", IsoTime.milliseconds(post.createdAt()));
    }

    private static String key(Post post) {
        return post.id().substring(post.id().lastIndexOf('/') + 1);
    }

    private static Answer finish(ObjectNode body, @Nullable String cursor) {
        if (cursor != null) {
            body.put("cursor", cursor);
        }
        return Answer.ok(body);
    }
}
