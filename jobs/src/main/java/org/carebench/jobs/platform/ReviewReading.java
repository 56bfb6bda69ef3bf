package org.carebench.jobs.platform;

import java.time.Instant;
import org.carebench.contract.dataset.RatingScale;
import org.carebench.contract.dataset.ReplyState;
import org.jspecify.annotations.Nullable;

/**
 * A review as a platform gave it. The text is raw; the author is not read at all.
 *
 * @param rating NULL where the review has none
 * @param repliedAt when the provider's reply was last changed
 */
public record ReviewReading(
        String reviewId,
        @Nullable RatingScale scale,
        @Nullable Integer rating,
        @Nullable String text,
        Instant publishedAt,
        @Nullable Instant updatedAt,
        ReplyState replyState,
        @Nullable Instant repliedAt) {}
