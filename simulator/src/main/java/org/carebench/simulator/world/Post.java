package org.carebench.simulator.world;

import java.time.Instant;
import org.carebench.contract.dataset.PostKind;
import org.jspecify.annotations.Nullable;

/**
 * A post of an account.
 *
 * @param id in the platform's own form: AT-URI, number, video id, page_post, URN
 * @param createdAt when its author claims that it was written
 * @param appearedAt when it really appeared; earlier or equal nowhere but for backdated posts, where it is later
 * @param editedAt when its text changed; NULL where it did not
 * @param deletedAt when it was deleted; NULL where it was not
 * @param replyToId id of what it answers or quotes; NULL for originals and reposts
 * @param conversationId id of the first post of its conversation; its own for originals
 * @param about what it quotes or passes on, a post of somebody who is no provider; NULL for originals and replies
 * @param bare whether it has no text
 * @param durationSeconds length of the video; NULL where it is none
 * @param campaign id of the planted campaign to which it belongs; NULL for none
 * @param seed of its text and counters
 */
public record Post(
        Account account,
        String id,
        PostKind kind,
        Instant createdAt,
        Instant appearedAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        String language,
        Topic topic,
        Form form,
        @Nullable String replyToId,
        String conversationId,
        @Nullable ForeignPost about,
        boolean bare,
        @Nullable Integer durationSeconds,
        @Nullable String campaign,
        long seed) {

    public boolean isVisibleAt(Instant at) {
        return !appearedAt.isAfter(at) && (deletedAt == null || deletedAt.isAfter(at));
    }

    public boolean isBackdated() {
        return createdAt.isBefore(appearedAt);
    }

    /** What a post consists of. */
    public enum Form {
        TEXT,
        LINK,
        PHOTO,
        ALBUM,
        VIDEO,
        /** Vertical and short: Short, Reel. */
        SHORT_VIDEO
    }
}
