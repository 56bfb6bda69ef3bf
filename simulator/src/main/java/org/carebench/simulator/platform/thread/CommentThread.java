package org.carebench.simulator.platform.thread;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Post;
import org.jspecify.annotations.Nullable;

/**
 * Comments under a post on two levels: comments on the post, and replies to them, however deep people answered. Where a
 * comment was deleted, everything below it is gone too.
 */
public final class CommentThread {

    private final String postId;
    private final Map<String, Interaction> byId = new LinkedHashMap<>();
    private final List<Interaction> comments = new ArrayList<>();
    private final Map<String, List<Interaction>> replies = new HashMap<>();

    /** @param visible comments and replies of the post, oldest first */
    public CommentThread(Post post, List<Interaction> visible) {
        this.postId = post.id();
        visible.forEach(interaction -> byId.put(interaction.id(), interaction));
        for (Interaction interaction : visible) {
            Interaction root = root(interaction);
            if (isOnPost(interaction)) {
                comments.add(interaction);
            } else if (root != null) {
                replies.computeIfAbsent(root.id(), id -> new ArrayList<>()).add(interaction);
            }
        }
    }

    /** Comments on the post itself, oldest first. */
    public List<Interaction> comments() {
        return List.copyOf(comments);
    }

    /** Replies below a comment on the post, oldest first. */
    public List<Interaction> replies(Interaction comment) {
        return List.copyOf(replies.getOrDefault(comment.id(), List.of()));
    }

    /** Everything that is shown, oldest first. */
    public List<Interaction> all() {
        return byId.values().stream()
                .filter(interaction -> root(interaction) != null)
                .toList();
    }

    /** The comment on the post below which a reply stands; empty for comments on the post and what is not shown. */
    public Optional<Interaction> parent(Interaction interaction) {
        Interaction root = root(interaction);
        return root == null || root.id().equals(interaction.id()) ? Optional.empty() : Optional.of(root);
    }

    /** A comment or reply that is shown. */
    public Optional<Interaction> find(String id) {
        return Optional.ofNullable(byId.get(id)).filter(interaction -> root(interaction) != null);
    }

    private @Nullable Interaction root(Interaction interaction) {
        Interaction current = interaction;
        while (current != null && !isOnPost(current)) {
            current = byId.get(current.parentId());
        }
        return current;
    }

    private boolean isOnPost(Interaction interaction) {
        return interaction.parentId() == null || interaction.parentId().equals(postId);
    }
}
