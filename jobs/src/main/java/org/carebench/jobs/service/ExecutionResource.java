package org.carebench.jobs.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.carebench.jobs.run.Decision;
import org.carebench.jobs.run.ExecutionStatus;
import org.jspecify.annotations.Nullable;

/**
 * An execution as callers see it. The OpenAPI document says what each member means.
 *
 * @param decision only in the answer to a start
 */
record ExecutionResource(
        String id,
        String job,
        String businessDate,
        @Nullable String release,
        int attempt,
        Map<String, String> parameters,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Decision decision,
        ExecutionStatus status,
        boolean terminal,
        boolean retryable,
        @Nullable Boolean newData,
        @Nullable Progress progress,
        List<Count> counts,
        @Nullable String message,
        @Nullable String startedAt,
        @Nullable String endedAt,
        Links links) {

    /** How far it is. */
    record Progress(
            String step, @Nullable Long done, @Nullable Long expected) {}

    /** Rows of a part of it. */
    record Count(String step, long read, long written, long skipped) {}

    /** Where there is more to see, and how to stop it. */
    record Links(
            String self, String stop, String log, @Nullable String dashboard) {}
}
