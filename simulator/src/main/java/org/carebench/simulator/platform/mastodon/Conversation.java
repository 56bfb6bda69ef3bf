package org.carebench.simulator.platform.mastodon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carebench.contract.dataset.PostKind;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;

/** What answers what. */
final class Conversation {

    private static final int ABOVE_FOR_ALL = 40;
    private static final int BELOW_FOR_ALL = 60;
    private static final int DEPTH_FOR_ALL = 20;
    private static final int MOST_WITH_TOKEN = 4_096;

    private final World world;

    Conversation(World world) {
        this.world = world;
    }

    /** Ids of what a status answers, the farthest first. */
    List<String> above(String id, boolean withToken, Instant at) {
        List<String> ids = new ArrayList<>();
        String next = parent(id, at);
        while (next != null && ids.size() < (withToken ? MOST_WITH_TOKEN : ABOVE_FOR_ALL)) {
            boolean visible = world.post(Platform.MASTODON, next, at).isPresent()
                    || world.interaction(Platform.MASTODON, next, at).isPresent();
            if (!visible) {
                break;
            }
            ids.add(next);
            next = parent(next, at);
        }
        Collections.reverse(ids);
        return ids;
    }

    private @Nullable String parent(String id, Instant at) {
        Optional<Post> post = world.post(Platform.MASTODON, id, at).filter(found -> found.kind() == PostKind.REPLY);
        return post.map(Post::replyToId)
                .or(() -> world.interaction(Platform.MASTODON, id, at).map(Interaction::parentId))
                .orElse(null);
    }

    /** Ids of everything below a status, each behind what it answers. */
    List<String> below(String id, boolean withToken, Instant at) {
        List<String> ids = new ArrayList<>();
        List<Interaction> among = around(id, at);
        addBelow(
                id,
                among,
                withToken ? MOST_WITH_TOKEN : DEPTH_FOR_ALL,
                withToken ? MOST_WITH_TOKEN : BELOW_FOR_ALL,
                ids);
        return ids;
    }

    private static void addBelow(String id, List<Interaction> among, int depth, int most, List<String> ids) {
        if (depth > 0) {
            for (Interaction answer : among) {
                if (id.equals(answer.parentId()) && ids.size() < most) {
                    ids.add(answer.id());
                    addBelow(answer.id(), among, depth - 1, most, ids);
                }
            }
        }
    }

    private List<Interaction> around(String id, Instant at) {
        Optional<Post> post = world.post(Platform.MASTODON, id, at).filter(found -> found.kind() != PostKind.REPLY);
        if (post.isPresent()) {
            return world.comments(post.get(), at);
        }
        return world.interaction(Platform.MASTODON, id, at)
                .map(interaction -> around(interaction, at))
                .orElse(List.of());
    }

    private List<Interaction> around(Interaction interaction, Instant at) {
        String postId = interaction.postId();
        return postId == null
                ? world.mentions(interaction.account(), world.scenario().begin(), at, at)
                : world.post(Platform.MASTODON, postId, at)
                        .map(post -> world.comments(post, at))
                        .orElse(List.of());
    }

    /** How many directly answer what somebody wrote. */
    long answers(Interaction interaction, Instant at) {
        return around(interaction, at).stream()
                .filter(answer -> interaction.id().equals(answer.parentId()))
                .count();
    }

    /** What others wrote to an account, newest first. */
    List<Interaction> mentions(Account account, Instant at) {
        List<Interaction> all =
                new ArrayList<>(world.mentions(account, world.scenario().begin(), at, at));
        for (Post post : world.posts(account, at)) {
            if (post.kind() == PostKind.ORIGINAL || post.kind() == PostKind.QUOTE) {
                all.addAll(world.comments(post, at));
            }
        }
        all.removeIf(Interaction::isByOwner);
        all.sort(Comparator.comparing(Interaction::id, StatusPage.BY_ID).reversed());
        return all;
    }
}
