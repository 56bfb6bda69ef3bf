package org.carebench.simulator.world;

import java.time.Instant;
import org.carebench.contract.dataset.InteractionKind;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote to a provider, or the provider answered.
 *
 * @param id in the platform's own form; an owner's answer has the id of the post of kind REPLY that it also is
 * @param postId post of the provider under which it stands, or that it quotes; NULL for mentions and what answers them
 * @param parentId what it answers directly, or quotes; NULL for mentions
 * @param conversationId id of the first post of its conversation
 * @param author NULL where the account's owner wrote it
 * @param answerable whether it asks for an answer
 * @param painPoint what it complains about; NULL where it does not
 * @param likes of the interaction when it is old
 */
public record Interaction(
        Account account,
        String id,
        InteractionKind kind,
        @Nullable String postId,
        @Nullable String parentId,
        String conversationId,
        @Nullable Person author,
        Instant createdAt,
        @Nullable Instant deletedAt,
        String text,
        String language,
        boolean answerable,
        @Nullable PainTheme painPoint,
        int likes) {

    public boolean isByOwner() {
        return author == null;
    }

    public boolean isVisibleAt(Instant at) {
        return !createdAt.isAfter(at) && (deletedAt == null || deletedAt.isAfter(at));
    }
}
