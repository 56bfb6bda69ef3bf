package org.carebench.jobs.platform.instagram;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Completed;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.graph.PostInsights;

/** Reads the counters of owned media that only their owner sees. */
final class InstagramMediaInsights {

    private static final Map<String, Counter> METRICS = Map.of(
            "views", Counter.VIEWS,
            "reach", Counter.REACH,
            "saved", Counter.SAVES,
            "shares", Counter.SHARES);
    private static final String STORY = "STORY";

    private final InstagramClient client;
    private final PostInsights insights = new PostInsights(METRICS);

    InstagramMediaInsights(InstagramClient client) {
        this.client = client;
    }

    /** Asks for the insights of an owned medium. */
    Completed<PostReading> complete(AccountRef account, PostReading medium, Instant observedAt) {
        String form = medium.contentForm() == null ? "" : medium.contentForm();
        PostInsights.Subject subject = new PostInsights.Subject(
                account.identifier(), medium.postId(), form, form.equals(STORY), medium.publishedAt(), observedAt);
        Counters.Builder counters = medium.counters().toBuilder();
        List<ItemProblem> problems =
                insights.addTo(counters, subject, metrics -> client.mediaInsights(account, subject.postId(), metrics));
        return new Completed<>(medium.withCounters(counters.build()), problems);
    }
}
