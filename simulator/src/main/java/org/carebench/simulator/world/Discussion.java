package org.carebench.simulator.world;

import java.time.Instant;
import java.util.Locale;

/**
 * A public post of a person on a health topic. The text names the town and state of its market.
 *
 * @param id in the platform's own form
 * @param market for example US-TX
 */
public record Discussion(
        Platform platform,
        String id,
        Person author,
        String market,
        String language,
        Topic topic,
        Instant createdAt,
        String text,
        long likes,
        long comments,
        long shares) {

    /** Whether the text holds every word of a query, in any case. */
    public boolean matches(String query) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : query.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
