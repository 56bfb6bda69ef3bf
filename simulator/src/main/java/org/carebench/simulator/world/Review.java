package org.carebench.simulator.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review of a place.
 *
 * @param id as the platform gives it, without the account
 * @param stars 1 to 5
 * @param updatedAt as of the instant at which the world stood; equal to createdAt where nothing changed
 * @param deletedAt when it was deleted; NULL where it was not
 * @param text NULL for stars only
 * @param reply what the owner answered and is known at the instant; NULL for nothing
 */
public record Review(
        Account account,
        String id,
        Person author,
        boolean anonymous,
        int stars,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        @Nullable String text,
        String language,
        @Nullable PainTheme painPoint,
        @Nullable Reply reply) {

    /**
     * What the owner answered.
     *
     * @param updatedAt when it was last changed
     */
    public record Reply(String text, Instant updatedAt, State state) {}

    /** Whether the platform shows a reply. */
    public enum State {
        APPROVED,
        PENDING,
        REJECTED
    }
}
