package org.carebench.jobs.platform;

import java.time.Instant;
import org.carebench.contract.dataset.InteractionKind;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote to a provider, as a platform gave it. Text and author are raw: the text is redacted, and the author
 * becomes a keyed pseudonym, before anything lands. Names of authors are not read at all.
 *
 * @param interactionId id on the platform; NULL where the platform gives none
 * @param postId post of the provider under which it stands, id on the platform
 * @param parentId what it answers directly, id on the platform
 * @param authorId the platform's permanent id of its author; NULL where the platform does not say
 * @param isByOwner whether the account's owner wrote it; NULL where the platform does not say who did
 */
public record InteractionReading(
        @Nullable String interactionId,
        InteractionKind kind,
        @Nullable String postId,
        @Nullable String parentId,
        @Nullable String authorId,
        @Nullable Boolean isByOwner,
        Instant publishedAt,
        @Nullable String text,
        @Nullable String language,
        Counters counters) {}
