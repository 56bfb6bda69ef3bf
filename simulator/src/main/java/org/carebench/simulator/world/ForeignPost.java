package org.carebench.simulator.world;

import java.time.Instant;

/**
 * A post of an invented person that a provider quotes or passes on. Its counters are not the provider's.
 *
 * @param id in the platform's own form
 */
public record ForeignPost(
        String id,
        Person author,
        Instant createdAt,
        String text,
        String language,
        long likes,
        long comments,
        long shares) {}
