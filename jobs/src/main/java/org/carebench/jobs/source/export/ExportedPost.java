package org.carebench.jobs.source.export;

import java.time.Instant;
import org.carebench.contract.dataset.PostKind;
import org.carebench.jobs.platform.Counters;
import org.jspecify.annotations.Nullable;

/**
 * A post as a row of an export gives it.
 *
 * @param id as the platform writes it
 * @param account account that published it; NULL where it is no provider's
 * @param accountName name of that account as the file writes it; NULL where it does not
 * @param form form of the content as the file names it
 * @param durationSeconds length of the video; NULL for posts without one
 */
record ExportedPost(
        String platform,
        String id,
        @Nullable ProviderAccount account,
        @Nullable String accountName,
        PostKind kind,
        Instant publishedAt,
        @Nullable String permalink,
        @Nullable String form,
        @Nullable String title,
        @Nullable String text,
        @Nullable Long durationSeconds,
        Counters counters) {}
