package org.carebench.simulator.platform.youtube;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.platform.IsoTime;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Person;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.World;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Comments in two levels: threads, which hold some of their answers, and all answers of one thread. */
final class YouTubeComments {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final int ANSWERS_WITHIN_A_THREAD = 5;

    private final World world;
    private final YouTubeChannels channels;
    private final YouTubeVideos videos;

    YouTubeComments(World world, YouTubeChannels channels, YouTubeVideos videos) {
        this.world = world;
        this.channels = channels;
        this.videos = videos;
    }

    Answer threads(Request request) {
        YouTubeParameters parameters = new YouTubeParameters("commentThread", request);
        Set<String> parts = parameters.parts(Set.of("id", "snippet", "replies"));
        String video = request.query().first("videoId");
        String channel = request.query().first("allThreadsRelatedToChannelId");
        if (video == null && channel == null) {
            throw parameters.missing("videoId");
        }
        Instant at = request.at();
        List<Post> posts = video == null ? posts(String.valueOf(channel), at) : List.of(post(video, at));
        String owner =
                video == null ? String.valueOf(channel) : posts.get(0).account().stableId();
        if (video != null && posts.get(0).account().commentsOff()) {
            return YouTubeErrors.commentsDisabled(video).answer().about(owner);
        }
        Comparator<Interaction> newest =
                Comparator.comparing(Interaction::createdAt).thenComparing(Interaction::id);
        Comparator<Interaction> order =
                request.query().first("order", "relevance").equals("time")
                        ? newest.reversed()
                        : Comparator.comparingInt(Interaction::likes)
                                .thenComparing(newest)
                                .reversed();
        List<Interaction> comments = posts.stream()
                .filter(post -> !post.account().commentsOff())
                .flatMap(post -> world.comments(post, at).stream())
                .filter(comment -> comment.kind() == InteractionKind.COMMENT)
                .sorted(order)
                .toList();
        YouTubeParameters.Page<Interaction> page = parameters.page(comments, USUAL, MOST, false);
        ArrayNode items = page.body().putArray("items");
        page.items().forEach(comment -> items.add(YouTubeParameters.keep(thread(comment, at), parts)));
        return Answer.ok(page.body())
                .about(owner)
                .serving(page.items().stream().map(Interaction::id).toList());
    }

    private Post post(String video, Instant at) {
        return videos.readable(video, at)
                .orElseThrow(() -> YouTubeErrors.notFound("youtube.commentThread", "videoNotFound", "videoId"));
    }

    private List<Post> posts(String channel, Instant at) {
        return channels.readable(channel, at)
                .map(account -> world.posts(account, at))
                .orElseThrow(() -> YouTubeErrors.notFound(
                        "youtube.commentThread", "channelNotFound", "allThreadsRelatedToChannelId"));
    }

    private ObjectNode thread(Interaction comment, Instant at) {
        List<Interaction> answers = answers(comment, at);
        ObjectNode item = Json.object()
                .put("kind", "youtube#commentThread")
                .put("etag", "t" + comment.id())
                .put("id", comment.id());
        ObjectNode snippet =
                Json.object().put("channelId", comment.account().stableId()).put("videoId", comment.postId());
        snippet.set("topLevelComment", comment(comment, at));
        item.set(
                "snippet",
                snippet.put("canReply", true)
                        .put("totalReplyCount", answers.size())
                        .put("isPublic", true));
        if (!answers.isEmpty()) {
            ArrayNode some = item.putObject("replies").putArray("comments");
            answers.stream().limit(ANSWERS_WITHIN_A_THREAD).forEach(answer -> some.add(comment(answer, at)));
        }
        return item;
    }

    private List<Interaction> answers(Interaction comment, Instant at) {
        return Optional.ofNullable(comment.postId())
                .flatMap(id -> world.post(Platform.YOUTUBE, id, at))
                .map(post -> world.comments(post, at))
                .orElse(List.of())
                .stream()
                .filter(answer -> comment.id().equals(answer.parentId()))
                .toList();
    }

    /** Every answer of a thread, oldest first. */
    Answer answers(Request request) {
        YouTubeParameters parameters = new YouTubeParameters("comment", request);
        Set<String> parts = parameters.parts(Set.of("id", "snippet"));
        String parent = request.query().first("parentId");
        if (parent == null) {
            throw parameters.missing("parentId");
        }
        Instant at = request.at();
        Interaction comment = world.interaction(Platform.YOUTUBE, parent, at)
                .filter(found -> found.account().isReadableAt(at))
                .orElseThrow(() -> YouTubeErrors.notFound("youtube.comment", "commentNotFound", "parentId"));
        YouTubeParameters.Page<Interaction> page = parameters.page(answers(comment, at), USUAL, MOST, false);
        ArrayNode items = page.body().putArray("items");
        page.items().forEach(answer -> items.add(YouTubeParameters.keep(comment(answer, at), parts)));
        return Answer.ok(page.body())
                .about(comment.account().stableId())
                .serving(page.items().stream().map(Interaction::id).toList());
    }

    private static ObjectNode comment(Interaction comment, Instant at) {
        ObjectNode snippet = Json.object()
                .put("channelId", comment.account().stableId())
                .put("textDisplay", comment.text())
                .put("textOriginal", comment.text());
        if (comment.kind() == InteractionKind.COMMENT) {
            snippet.put("videoId", comment.postId());
        } else {
            snippet.put("parentId", comment.parentId());
        }
        Person person = comment.author();
        Account owner = comment.account();
        snippet.put("authorDisplayName", "@" + (person == null ? owner.handleAt(at) : person.handle()));
        snippet.set("authorChannelId", Json.object().put("value", person == null ? owner.stableId() : person.id()));
        snippet.put("canRate", true)
                .put("viewerRating", "none")
                .put("likeCount", comment.likes())
                .put("publishedAt", IsoTime.seconds(comment.createdAt()))
                .put("updatedAt", IsoTime.seconds(comment.createdAt()));
        ObjectNode item = Json.object()
                .put("kind", "youtube#comment")
                .put("etag", "m" + comment.id())
                .put("id", comment.id());
        item.set("snippet", snippet);
        return item;
    }
}
