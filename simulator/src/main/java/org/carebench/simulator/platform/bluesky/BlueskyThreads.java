package org.carebench.simulator.platform.bluesky;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.platform.IsoTime;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.World;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Conversations: what was written below a post, and what it answers. */
final class BlueskyThreads {

    private static final String NSID = "app.bsky.feed.getPostThread";
    private static final int USUAL_DEPTH = 6;
    private static final int USUAL_PARENT_HEIGHT = 80;
    private static final int MOST = 1_000;

    private final World world;
    private final BlueskyViews views;

    BlueskyThreads(World world, BlueskyViews views) {
        this.world = world;
        this.views = views;
    }

    Answer getPostThread(Request request) {
        XrpcParameters parameters = new XrpcParameters(NSID, request);
        String asked = parameters.uri("uri");
        int depth = parameters.integer("depth", USUAL_DEPTH, 0, MOST);
        int height = parameters.integer("parentHeight", USUAL_PARENT_HEIGHT, 0, MOST);
        Instant at = request.at();
        String uri = views.withDid(asked, at);
        ObjectNode view =
                views.find(uri, at).orElseThrow(() -> XrpcError.refusal(400, "NotFound", "Post not found: " + asked));
        Set<String> served = new TreeSet<>();
        ObjectNode body = Json.object();
        ObjectNode node = Json.object();
        node.set("post", view);
        Optional<String> parent = parentOf(uri, at);
        if (height > 0 && parent.isPresent()) {
            node.set("parent", ancestor(parent.get(), height - 1, at, served));
        }
        addBelow(node, uri, depth, at, served);
        served.add(uri);
        body.set("thread", node);
        Answer answer = Answer.ok(body).serving(served);
        return owner(uri, at).map(answer::about).orElse(answer);
    }

    private Optional<String> owner(String uri, Instant at) {
        return world.post(Platform.BLUESKY, uri, at)
                .map(post -> post.account().stableId())
                .or(() -> world.interaction(Platform.BLUESKY, uri, at)
                        .map(interaction -> interaction.account().stableId()));
    }

    private ObjectNode ancestor(String uri, int height, Instant at, Set<String> served) {
        Optional<ObjectNode> view = views.find(uri, at);
        if (view.isEmpty()) {
            return views.findOrNotFound(uri, at);
        }
        served.add(uri);
        ObjectNode node = Json.object();
        node.set("post", view.get());
        Optional<String> parent = parentOf(uri, at);
        if (height > 0 && parent.isPresent()) {
            node.set("parent", ancestor(parent.get(), height - 1, at, served));
        }
        node.set("threadContext", Json.object());
        return node.put("$type", "app.bsky.feed.defs#threadViewPost");
    }

    private Optional<String> parentOf(String uri, Instant at) {
        Optional<String> ofPost = world.post(Platform.BLUESKY, uri, at)
                .filter(post -> post.kind() == PostKind.REPLY)
                .map(Post::replyToId);
        return ofPost.or(() -> world.interaction(Platform.BLUESKY, uri, at)
                .filter(interaction -> interaction.kind() != InteractionKind.QUOTE)
                .map(Interaction::parentId));
    }

    private void addBelow(ObjectNode node, String uri, int depth, Instant at, Set<String> served) {
        if (depth > 0) {
            ArrayNode replies = node.putArray("replies");
            for (Interaction answer : answersTo(uri, at)) {
                // What an owner answered is a post, with the counters of one.
                Optional<ObjectNode> view = views.find(answer.id(), at);
                if (view.isPresent()) {
                    served.add(answer.id());
                    ObjectNode below = replies.addObject();
                    below.set("post", view.get());
                    addBelow(below, answer.id(), depth - 1, at, served);
                }
            }
        }
        node.set("threadContext", Json.object());
        node.put("$type", "app.bsky.feed.defs#threadViewPost");
    }

    private List<Interaction> answersTo(String uri, Instant at) {
        Optional<Post> post = world.post(Platform.BLUESKY, uri, at).filter(found -> found.kind() != PostKind.REPLY);
        if (post.isPresent()) {
            return newestFirst(world.comments(post.get(), at), uri);
        }
        return world.interaction(Platform.BLUESKY, uri, at)
                .map(interaction -> answersTo(world, interaction, at))
                .orElse(List.of());
    }

    /** What directly answers a comment, a mention or an answer, newest first. */
    static List<Interaction> answersTo(World world, Interaction interaction, Instant at) {
        String postId = interaction.postId();
        if (postId == null) {
            return newestFirst(
                    world.mentions(interaction.account(), world.scenario().begin(), at, at), interaction.id());
        }
        return world.post(Platform.BLUESKY, postId, at)
                .map(post -> newestFirst(world.comments(post, at), interaction.id()))
                .orElse(List.of());
    }

    private static List<Interaction> newestFirst(List<Interaction> among, String parent) {
        List<Interaction> answers = new ArrayList<>(among.stream()
                .filter(interaction -> parent.equals(interaction.parentId()))
                .toList());
        answers.sort(Comparator.comparing((Interaction answer) -> IsoTime.milliseconds(answer.createdAt()))
                .reversed());
        return answers;
    }
}
