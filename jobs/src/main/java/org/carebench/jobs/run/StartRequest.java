package org.carebench.jobs.run;

import org.jspecify.annotations.Nullable;

/**
 * A request to have work done.
 *
 * @param key by which a repetition of the request is recognised; NULL where it is never repeated
 * @param caller who asks, as a JSON object; NULL where it is not known
 * @param lineage names of the run in a lineage system, as a JSON object; NULL without
 */
public record StartRequest(
        Work work,
        Mode mode,
        Origin origin,
        @Nullable IdempotencyKey key,
        @Nullable String caller,
        @Nullable String lineage) {

    /** A request of somebody who waits for the answer in the same process. */
    public static StartRequest ofCommand(Work work, Mode mode) {
        return new StartRequest(work, mode, Origin.COMMAND, null, null, null);
    }

    /**
     * Names a request.
     *
     * @param payloadSha256 checksum of what is asked; the same key with another checksum is a mistake
     */
    public record IdempotencyKey(String value, String payloadSha256) {}
}
