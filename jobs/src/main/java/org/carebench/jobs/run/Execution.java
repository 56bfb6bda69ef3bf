package org.carebench.jobs.run;

import java.time.Instant;
import org.carebench.contract.lake.ReleaseId;
import org.jspecify.annotations.Nullable;

/**
 * An execution of a job, as it is remembered. The columns of {@code runs.execution} say what each part means.
 *
 * @param caller JSON object as the caller sent it
 * @param lineage JSON object as the caller sent it
 */
public record Execution(
        long id,
        Work work,
        Mode mode,
        @Nullable Integer revision,
        int attempt,
        int run,
        int resumptions,
        ExecutionStatus status,
        Origin origin,
        @Nullable Long parentId,
        String owner,
        @Nullable String stopReason,
        @Nullable Boolean retryable,
        @Nullable Boolean newData,
        @Nullable String message,
        @Nullable RunProgress progress,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String caller,
        @Nullable String lineage) {

    /** The release that it works on; NULL until its inputs were looked at. */
    public @Nullable ReleaseId release() {
        return revision == null ? null : new ReleaseId(work.businessDate(), revision);
    }
}
