package org.carebench.simulator.world;

import java.time.Instant;
import java.util.List;

/**
 * A planted campaign: accounts of several providers post on a topic under one tag within some weeks.
 *
 * @param engagementFactor by which their posts under the tag are engaged with more
 */
public record Campaign(
        String id,
        String tag,
        Topic topic,
        Platform platform,
        Instant from,
        Instant to,
        double engagementFactor,
        List<String> accountIds) {

    public Campaign {
        accountIds = List.copyOf(accountIds);
    }
}
