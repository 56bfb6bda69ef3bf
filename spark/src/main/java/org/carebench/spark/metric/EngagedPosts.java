package org.carebench.spark.metric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carebench.contract.lake.MetricRule;
import org.carebench.contract.mart.MetricState;
import org.jspecify.annotations.Nullable;

/**
 * Posts of a provider on one platform of which it is known at the age of comparison what the audience did.
 *
 * @param state why there may be none: KNOWN where posts were observed
 * @param posts those of which it is known
 * @param excluded those of another age or without a counter
 */
record EngagedPosts(MetricState state, List<EngagedPost> posts, long excluded) {

    /**
     * A post and what the audience did.
     *
     * @param followers of its account at publication; NULL where they were not observed near enough
     */
    record EngagedPost(OwnPost post, long amount, @Nullable Long followers) {}

    /** Posts with all counters that are interactions on their platform. */
    static EngagedPosts byInteractions(PeriodFacts facts, MetricRule rule) {
        return by(counters(facts, rule), facts, rule);
    }

    /** Posts with one counter; none where it is no interaction on the platform. */
    static EngagedPosts by(String counter, PeriodFacts facts, MetricRule rule) {
        return by(counters(facts, rule).contains(counter) ? List.of(counter) : List.of(), facts, rule);
    }

    private static Collection<String> counters(PeriodFacts facts, MetricRule rule) {
        return facts.accounts().stream()
                .findFirst()
                .map(span -> rule.interactionCounters().get(span.account().platform()))
                .orElse(List.of());
    }

    private static EngagedPosts by(Collection<String> counters, PeriodFacts facts, MetricRule rule) {
        MetricState state = counters.isEmpty() ? MetricState.NOT_COLLECTABLE : facts.stateOfPosts();
        if (state != MetricState.KNOWN) {
            return new EngagedPosts(state, List.of(), facts.posts().size());
        }
        Map<String, FollowerTimeline> timelines = timelines(facts);
        Duration near = Duration.ofDays(rule.followerDays());
        List<EngagedPost> engaged = new ArrayList<>();
        boolean isOffered = facts.posts().isEmpty();
        for (OwnPost post : facts.posts()) {
            Long amount = post.audience(counters);
            isOffered |= amount != null || post.isOffAge(counters);
            if (amount != null) {
                Long followers = Optional.ofNullable(timelines.get(post.accountId()))
                        .flatMap(timeline -> timeline.near(post.publishedAt(), near))
                        .orElse(null);
                engaged.add(new EngagedPost(post, amount, followers));
            }
        }
        return new EngagedPosts(
                isOffered ? MetricState.KNOWN : MetricState.NOT_COLLECTABLE,
                engaged,
                facts.posts().size() - engaged.size());
    }

    private static Map<String, FollowerTimeline> timelines(PeriodFacts facts) {
        return facts.accounts().stream()
                .collect(Collectors.toMap(
                        span -> span.account().accountId(), span -> new FollowerTimeline(span.observations())));
    }

    /** Those of accounts with at least so many followers at publication; the others are excluded as well. */
    EngagedPosts withFollowers(long minimum) {
        List<EngagedPost> followed = posts.stream()
                .filter(post -> post.followers() != null && post.followers() >= minimum)
                .toList();
        return new EngagedPosts(state, followed, excluded + posts.size() - followed.size());
    }

    /** Why there is no value: posts could not be observed, are too few, or their followers are not known. */
    Optional<MetricValue> whyMissing(long minimum, EngagedPosts beforeFollowers) {
        if (state != MetricState.KNOWN) {
            return Optional.of(MetricValue.missing(state, 0, excluded));
        }
        if (posts.size() >= minimum && !posts.isEmpty()) {
            return Optional.empty();
        }
        boolean lacksFollowers = posts.isEmpty() && !beforeFollowers.posts().isEmpty();
        return Optional.of(MetricValue.missing(
                lacksFollowers ? MetricState.NO_DENOMINATOR : MetricState.TOO_FEW, posts.size(), excluded));
    }

    /** As the other, where followers do not matter. */
    Optional<MetricValue> whyMissing(long minimum) {
        return whyMissing(minimum, this);
    }

    /** What the audience did with every post, divided by the followers at its publication. */
    double[] perFollower() {
        return posts.stream()
                .mapToDouble(post -> (double) post.amount() / followersOf(post))
                .toArray();
    }

    long amount() {
        return posts.stream().mapToLong(EngagedPost::amount).sum();
    }

    long followers() {
        return posts.stream().mapToLong(EngagedPosts::followersOf).sum();
    }

    private static long followersOf(EngagedPost post) {
        return Objects.requireNonNull(post.followers(), "post without followers");
    }
}
