package org.carebench.simulator.platform.youtube;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.platform.IsoTime;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Discussion;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.PostCounters;
import org.carebench.simulator.world.World;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Uploads of a channel, videos by id, and search. */
final class YouTubeVideos {

    private static final Set<String> PARTS = Set.of("id", "snippet", "statistics", "contentDetails", "status");
    private static final Set<String> ITEM_PARTS = Set.of("id", "snippet", "contentDetails", "status");
    private static final int USUAL = 5;
    private static final int MOST = 50;
    private static final int MOST_FOUND = 500;
    private static final int LONGEST_TITLE = 100;

    private final World world;
    private final YouTubeChannels channels;

    YouTubeVideos(World world, YouTubeChannels channels) {
        this.world = world;
        this.channels = channels;
    }

    /** The list of uploads; a channel without any has no such list. */
    Answer playlistItems(Request request) {
        YouTubeParameters parameters = new YouTubeParameters("playlistItem", request);
        Set<String> parts = parameters.parts(ITEM_PARTS);
        String playlist = request.query().first("playlistId");
        if (playlist == null) {
            throw parameters.missing("playlistId");
        }
        Instant at = request.at();
        String channel = playlist.startsWith("UU") ? "UC" + playlist.substring(2) : playlist;
        List<Post> uploads = channels.readable(channel, at)
                .map(account -> uploads(account, at))
                .orElse(List.of());
        if (uploads.isEmpty()) {
            return YouTubeErrors.notFound("youtube.playlistItem", "playlistNotFound", "playlistId")
                    .answer()
                    .about(channel);
        }
        YouTubeParameters.Page<Post> page = parameters.page(uploads, USUAL, MOST, true);
        ArrayNode items = page.body().putArray("items");
        page.items().forEach(post -> items.add(YouTubeParameters.keep(item(post, playlist, uploads, at), parts)));
        return Answer.ok(page.body())
                .about(channel)
                .serving(page.items().stream().map(Post::id).toList());
    }

    private List<Post> uploads(Account account, Instant at) {
        return world.posts(account, at).stream()
                .sorted(Comparator.comparing(Post::appearedAt)
                        .thenComparing(Post::id)
                        .reversed())
                .toList();
    }

    private ObjectNode item(Post post, String playlist, List<Post> uploads, Instant at) {
        String text = world.text(post, at);
        ObjectNode item = Json.object()
                .put("kind", "youtube#playlistItem")
                .put("etag", "i" + post.id())
                .put("id", "UUp" + post.id());
        ObjectNode snippet = snippet(text, post.account(), post.appearedAt())
                .put("playlistId", playlist)
                .put("position", uploads.indexOf(post));
        snippet.set("resourceId", Json.object().put("kind", "youtube#video").put("videoId", post.id()));
        item.set("snippet", snippet);
        item.set(
                "contentDetails",
                Json.object().put("videoId", post.id()).put("videoPublishedAt", IsoTime.seconds(post.createdAt())));
        item.set("status", Json.object().put("privacyStatus", "public"));
        return item;
    }

    /** Leaves out, without a word, what was removed or made private. */
    Answer videos(Request request) {
        YouTubeParameters parameters = new YouTubeParameters("video", request);
        Set<String> parts = parameters.parts(PARTS);
        List<String> ids = parameters.ids("id");
        if (ids.isEmpty()) {
            throw parameters.missing("id");
        }
        Instant at = request.at();
        Set<String> owners = new LinkedHashSet<>();
        List<ObjectNode> items = ids.stream()
                .distinct()
                .flatMap(id -> video(id, at, owners).stream())
                .map(video -> YouTubeParameters.keep(video, parts))
                .toList();
        return Answer.ok(parameters.found(items))
                .about(owners)
                .serving(items.stream().map(item -> item.get("id").asString()).toList());
    }

    private Optional<ObjectNode> video(String id, Instant at, Set<String> owners) {
        Optional<Post> post = readable(id, at);
        post.ifPresent(found -> owners.add(found.account().stableId()));
        return post.map(found -> video(found, at))
                .or(() -> world.discussion(Platform.YOUTUBE, id, at).map(YouTubeVideos::video));
    }

    /** A video that is there, of a channel that is not closed. */
    Optional<Post> readable(String id, Instant at) {
        return world.post(Platform.YOUTUBE, id, at)
                .filter(post -> post.account().isReadableAt(at));
    }

    private ObjectNode video(Post post, Instant at) {
        Account account = post.account();
        PostCounters counters = world.counters(post, at);
        ObjectNode item = Json.object()
                .put("kind", "youtube#video")
                .put("etag", "v" + post.id())
                .put("id", post.id());
        item.set(
                "snippet",
                snippet(world.text(post, at), account, post.createdAt())
                        .put("categoryId", "22")
                        .put("liveBroadcastContent", "none")
                        .put("defaultAudioLanguage", post.language()));
        item.set(
                "contentDetails",
                Json.object()
                        .put(
                                "duration",
                                Duration.ofSeconds(Objects.requireNonNullElse(post.durationSeconds(), 0))
                                        .toString())
                        .put("definition", "hd"));
        item.set("status", Json.object().put("uploadStatus", "processed").put("privacyStatus", "public"));
        ObjectNode statistics = Json.object().put("viewCount", Long.toString(counters.views()));
        if (!account.likesHidden()) {
            statistics.put("likeCount", Long.toString(counters.likes()));
        }
        statistics.put("favoriteCount", "0");
        if (!account.commentsOff()) {
            statistics.put("commentCount", Long.toString(counters.comments()));
        }
        item.set("statistics", statistics);
        return item;
    }

    private static ObjectNode snippet(String text, Account account, Instant publishedAt) {
        return Json.object()
                .put("publishedAt", IsoTime.seconds(publishedAt))
                .put("channelId", account.stableId())
                .put("title", title(text))
                .put("description", text)
                .put(
                        "channelTitle",
                        Objects.requireNonNullElse(account.profile().displayName(), ""));
    }

    private static String title(String text) {
        String sentence = text.split("(?<=[.!?])\\s", 2)[0];
        return sentence.length() <= LONGEST_TITLE ? sentence : sentence.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private static ObjectNode video(Discussion discussion) {
        ObjectNode item = Json.object()
                .put("kind", "youtube#video")
                .put("etag", "v" + discussion.id())
                .put("id", discussion.id());
        item.set("snippet", found(discussion).put("defaultAudioLanguage", discussion.language()));
        item.set("contentDetails", Json.object().put("duration", "PT1M").put("definition", "hd"));
        item.set("status", Json.object().put("uploadStatus", "processed").put("privacyStatus", "public"));
        item.set(
                "statistics",
                Json.object()
                        .put("viewCount", Long.toString((discussion.likes() + 1) * 40))
                        .put("likeCount", Long.toString(discussion.likes()))
                        .put("favoriteCount", "0")
                        .put("commentCount", Long.toString(discussion.comments())));
        return item;
    }

    private static ObjectNode found(Discussion discussion) {
        return Json.object()
                .put("publishedAt", IsoTime.seconds(discussion.createdAt()))
                .put("channelId", discussion.author().id())
                .put("title", title(discussion.text()))
                .put("description", discussion.text())
                .put("channelTitle", discussion.author().displayName());
    }

    /** Videos of persons by words, newest first; never more than some hundreds. */
    Answer search(Request request) {
        YouTubeParameters parameters = new YouTubeParameters("search", request);
        parameters.parts(Set.of("id", "snippet"));
        Instant at = request.at();
        Instant after = time(request, "publishedAfter", world.scenario().begin());
        Instant before = time(request, "publishedBefore", at.plusMillis(1));
        String query = request.query().first("q", "");
        List<Discussion> found = world.discussions(Platform.YOUTUBE, after, before, at).stream()
                .filter(discussion -> discussion.matches(query))
                .sorted(Comparator.comparing(Discussion::createdAt)
                        .thenComparing(Discussion::id)
                        .reversed())
                .limit(MOST_FOUND)
                .toList();
        YouTubeParameters.Page<Discussion> page = parameters.page(found, USUAL, MOST, false);
        ArrayNode items = page.body().putArray("items");
        for (Discussion discussion : page.items()) {
            ObjectNode item = items.addObject().put("kind", "youtube#searchResult");
            item.set("id", Json.object().put("kind", "youtube#video").put("videoId", discussion.id()));
            item.set("snippet", found(discussion));
        }
        return Answer.ok(page.body())
                .serving(page.items().stream().map(Discussion::id).toList());
    }

    private static Instant time(Request request, String name, Instant otherwise) {
        String value = request.query().first(name);
        try {
            return value == null ? otherwise : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw YouTubeErrors.badRequest("invalidValue", "Invalid value '" + value + "'.", name);
        }
    }
}
