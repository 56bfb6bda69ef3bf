package org.carebench.jobs.platform.instagram;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.graph.PostInsights;

/** Reads owned media with the counters that only their owner sees. */
final class InstagramMediaInsights {

    private static final Map<String, Counter> METRICS = Map.of(
            "views", Counter.VIEWS,
            "reach", Counter.REACH,
            "saved", Counter.SAVES,
            "shares", Counter.SHARES);
    private static final String STORY = "STORY";

    private final InstagramClient client;
    private final InstagramMapper mapper;
    private final PostInsights insights = new PostInsights(METRICS);

    InstagramMediaInsights(InstagramClient client, InstagramMapper mapper) {
        this.client = client;
        this.mapper = mapper;
    }

    /**
     * Reads a medium and asks for its insights.
     *
     * @param problems where problems with insights go; the medium is read without them
     */
    PostReading post(AccountRef account, Fields medium, Instant observedAt, Collection<ItemProblem> problems) {
        String kind = medium.text("media_product_type").orElse("");
        PostInsights.Subject subject = new PostInsights.Subject(
                account.identifier(),
                medium.requiredText("id"),
                kind,
                kind.equals(STORY),
                medium.requiredInstant("timestamp"),
                observedAt);
        Counters.Builder counters = mapper.publicCounters(medium);
        problems.addAll(
                insights.addTo(counters, subject, metrics -> client.mediaInsights(account, subject.postId(), metrics)));
        return mapper.post(medium, counters);
    }
}
