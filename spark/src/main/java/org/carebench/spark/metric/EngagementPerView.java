package org.carebench.spark.metric;

import java.util.List;
import java.util.Optional;
import org.carebench.contract.lake.MetricRule;
import org.carebench.contract.mart.MetricState;
import org.carebench.spark.metric.EngagedPosts.EngagedPost;
import org.jspecify.annotations.Nullable;

/**
 * Sum of interactions over sum of impressions, or of views where a post has no impressions, in percent. Of owned accounts
 * only: what others can see of views is not comparable.
 */
record EngagementPerView(MetricRule rule, long minimum) implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        EngagedPosts all = EngagedPosts.byInteractions(facts, rule);
        List<String> owned = facts.accounts().stream()
                .filter(span -> span.account().isOwned())
                .map(span -> span.account().accountId())
                .toList();
        if (owned.isEmpty() && all.state() == MetricState.KNOWN) {
            return MetricValue.missing(MetricState.NOT_COLLECTABLE);
        }
        List<EngagedPost> seen = all.posts().stream()
                .filter(post -> owned.contains(post.post().accountId()) && views(post.post()) != null)
                .toList();
        EngagedPosts viewed =
                new EngagedPosts(all.state(), seen, all.excluded() + all.posts().size() - seen.size());
        Optional<MetricValue> missing = viewed.whyMissing(minimum, all);
        return missing.orElseGet(() -> MetricValue.ratio(
                viewed.amount(),
                seen.stream().mapToLong(post -> viewsOrZero(post.post())).sum(),
                100,
                seen.size(),
                viewed.excluded()));
    }

    private static long viewsOrZero(OwnPost post) {
        Long views = views(post);
        return views == null ? 0 : views;
    }

    private static @Nullable Long views(OwnPost post) {
        Long impressions = post.audience("impressions");
        return impressions == null ? post.audience("views") : impressions;
    }
}
