package org.carebench.simulator.world;

import java.time.Instant;
import org.carebench.contract.dataset.InteractionKind;
import org.jspecify.annotations.Nullable;

/**
 * An interaction before its text is written, because most are only counted.
 *
 * @param person index of the author; -1 for the account's owner
 * @param seed of its text
 */
record Remark(
        String id,
        InteractionKind kind,
        @Nullable String postId,
        @Nullable String parentId,
        String conversationId,
        int person,
        Instant createdAt,
        @Nullable Instant deletedAt,
        String language,
        boolean answerable,
        boolean followsUp,
        @Nullable PainTheme painPoint,
        int likes,
        long seed) {

    boolean isByOwner() {
        return person < 0;
    }

    boolean isVisibleAt(Instant at) {
        return !createdAt.isAfter(at) && (deletedAt == null || deletedAt.isAfter(at));
    }
}
