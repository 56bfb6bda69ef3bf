package org.carebench.jobs.platform;

import java.time.Instant;
import org.carebench.contract.dataset.PostKind;
import org.jspecify.annotations.Nullable;

/**
 * A post of an account as a platform gave it. Texts are raw: they are redacted before anything lands.
 *
 * @param postId id on the platform
 * @param replyToId what it answers or quotes, id on the platform
 * @param conversationId first post of its conversation, id on the platform
 * @param contentForm form as the platform names it, for example VIDEO
 * @param durationSeconds length of the video; NULL for posts without one
 */
public record PostReading(
        String postId,
        PostKind kind,
        Instant publishedAt,
        @Nullable Instant editedAt,
        @Nullable String permalink,
        @Nullable String language,
        @Nullable String replyToId,
        @Nullable String conversationId,
        @Nullable String contentForm,
        @Nullable String title,
        @Nullable String text,
        @Nullable Long durationSeconds,
        Counters counters) {

    /** The same post with other counters. */
    public PostReading withCounters(Counters others) {
        return new PostReading(
                postId,
                kind,
                publishedAt,
                editedAt,
                permalink,
                language,
                replyToId,
                conversationId,
                contentForm,
                title,
                text,
                durationSeconds,
                others);
    }
}
