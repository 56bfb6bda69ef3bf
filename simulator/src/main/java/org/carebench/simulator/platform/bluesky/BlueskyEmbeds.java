package org.carebench.simulator.platform.bluesky;

import java.util.Locale;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.platform.IsoTime;
import org.carebench.simulator.world.ForeignPost;
import org.carebench.simulator.world.Post;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pictures, videos, links and quoted posts: as a record refers to them, and as the AppView shows them. */
final class BlueskyEmbeds {

    private static final String CDN = "https://cdn.example.test/";
    private static final int PICTURES_OF_AN_ALBUM = 3;

    private BlueskyEmbeds() {}

    /** As the record refers to it; null where there is nothing but text. */
    static @Nullable ObjectNode record(Post post) {
        ForeignPost about = post.about();
        if (about != null) {
            return quoteRecord(about.id());
        }
        return switch (post.form()) {
            case TEXT -> null;
            case LINK -> {
                ObjectNode embed = Json.object().put("$type", "app.bsky.embed.external");
                embed.set("external", link(post));
                yield embed;
            }
            case PHOTO, ALBUM -> {
                ObjectNode embed = Json.object().put("$type", "app.bsky.embed.images");
                ArrayNode images = embed.putArray("images");
                for (int i = 0; i < pictures(post); i++) {
                    ObjectNode image = images.addObject().put("alt", "");
                    image.set("image", blob(post, i, "image/jpeg"));
                }
                yield embed;
            }
            case VIDEO, SHORT_VIDEO -> {
                ObjectNode embed = Json.object().put("$type", "app.bsky.embed.video");
                embed.set("video", blob(post, 0, "video/mp4"));
                yield embed;
            }
        };
    }

    /** As the AppView shows it; null where there is nothing but text. */
    static @Nullable ObjectNode view(Post post, BlueskyViews views) {
        ForeignPost about = post.about();
        if (about != null) {
            return quoteView(foreignView(about, views));
        }
        return switch (post.form()) {
            case TEXT -> null;
            case LINK -> {
                ObjectNode embed = Json.object();
                embed.set("external", link(post));
                yield embed.put("$type", "app.bsky.embed.external#view");
            }
            case PHOTO, ALBUM -> {
                ObjectNode embed = Json.object();
                ArrayNode images = embed.putArray("images");
                for (int i = 0; i < pictures(post); i++) {
                    images.addObject()
                            .put("thumb", CDN + "thumbnail/" + blobId(post, i))
                            .put("fullsize", CDN + "fullsize/" + blobId(post, i))
                            .put("alt", "");
                }
                yield embed.put("$type", "app.bsky.embed.images#view");
            }
            case VIDEO, SHORT_VIDEO ->
                Json.object()
                        .put("cid", blobId(post, 0))
                        .put("playlist", CDN + "video/" + blobId(post, 0) + "/playlist.m3u8")
                        .put("$type", "app.bsky.embed.video#view");
        };
    }

    static ObjectNode quoteRecord(String uri) {
        ObjectNode embed = Json.object().put("$type", "app.bsky.embed.record");
        embed.set("record", BlueskyViews.reference(uri));
        return embed;
    }

    static ObjectNode quoteView(ObjectNode quoted) {
        ObjectNode embed = Json.object();
        embed.set("record", quoted);
        return embed.put("$type", "app.bsky.embed.record#view");
    }

    private static ObjectNode foreignView(ForeignPost about, BlueskyViews views) {
        ObjectNode whole = views.foreign(about);
        ObjectNode view = Json.object().put("uri", about.id()).put("cid", Cid.of(about.id()));
        view.set("author", whole.get("author"));
        view.set("value", whole.get("record"));
        view.set("labels", Json.array());
        view.put("likeCount", about.likes())
                .put("replyCount", about.comments())
                .put("repostCount", about.shares())
                .put("quoteCount", 1)
                .put("indexedAt", IsoTime.milliseconds(about.createdAt()));
        view.set("embeds", Json.array());
        return view.put("$type", "app.bsky.embed.record#viewRecord");
    }

    private static int pictures(Post post) {
        return post.form() == Post.Form.ALBUM ? PICTURES_OF_AN_ALBUM : 1;
    }

    private static ObjectNode link(Post post) {
        return Json.object()
                .put("uri", "https://" + post.account().provider().website().replaceFirst("^https?://", "") + "/news")
                .put("title", post.topic().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .put("description", "");
    }

    private static ObjectNode blob(Post post, int index, String type) {
        ObjectNode blob = Json.object().put("$type", "blob");
        blob.set("ref", Json.object().put("$link", blobId(post, index)));
        return blob.put("mimeType", type).put("size", 70_000);
    }

    private static String blobId(Post post, int index) {
        return Cid.of(post.id() + "#" + index);
    }
}
