package org.carebench.spark.metric;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carebench.contract.dataset.RatingScale;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.lake.MetricDefinition;
import org.carebench.contract.lake.MetricRule;
import org.carebench.contract.lake.MetricScope;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.lake.TopicTaxonomy;
import org.carebench.contract.mart.ProviderMetric;
import org.carebench.spark.statistics.Diversity;

/**
 * Computes the metrics of a provider for every period that has ended by the business date, from the first in which
 * anything of it was seen.
 *
 * @param topics fixed list that posts can be about
 * @param audiences fixed list that posts can address
 */
public record MetricComputation(
        List<MetricDefinition> definitions,
        MetricRule rule,
        List<String> topics,
        List<String> audiences,
        LocalDate businessDate)
        implements Serializable {

    /** Platform of metrics that span platforms. */
    static final String ALL_PLATFORMS = "all";

    public MetricComputation {
        definitions = List.copyOf(definitions);
        topics = List.copyOf(topics);
        audiences = List.copyOf(audiences);
    }

    public static MetricComputation of(BenchmarkRequest request) {
        return new MetricComputation(
                request.metrics(),
                request.metricRule(),
                ids(request.topics().topics()),
                ids(request.topics().audiences()),
                ReleaseId.parse(request.release()).businessDate().day());
    }

    private static List<String> ids(List<TopicTaxonomy.Label> labels) {
        return labels.stream().map(TopicTaxonomy.Label::id).toList();
    }

    /** The metrics of a provider; none where it has no account and no rating. */
    List<ProviderMetric> of(ProviderHistory history) {
        List<AccountSpan> accounts = history.accounts().stream()
                .map(account -> AccountSpan.of(account, history))
                .toList();
        Instant asOf = businessDate.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<ProviderMetric> rows = new ArrayList<>();
        for (Period period : periods(accounts, history)) {
            PeriodFacts facts = PeriodFacts.of(period, asOf, accounts, history, rule.followerDays() + 1);
            definitions.forEach(definition -> rows.addAll(rows(history.organizationId(), definition, facts)));
        }
        return rows;
    }

    private List<Period> periods(List<AccountSpan> accounts, ProviderHistory history) {
        Optional<LocalDate> first = Stream.concat(
                        accounts.stream().flatMap(span -> span.first().stream()),
                        history.ratings().stream().map(Rating::day))
                .min(LocalDate::compareTo);
        Period last = PeriodGrid.of(businessDate.plusDays(1)).plus(-1);
        if (first.isEmpty()) {
            return accounts.isEmpty() ? List.of() : List.of(last);
        }
        return PeriodGrid.ended(first.get(), businessDate);
    }

    private List<ProviderMetric> rows(String organizationId, MetricDefinition definition, PeriodFacts facts) {
        Metric metric = metric(definition);
        Set<String> platforms = switch (definition.scope()) {
            case PROVIDER -> Set.of(ALL_PLATFORMS);
            case PLATFORM -> metric instanceof MeanRating rating ? sites(rating, facts) : facts.platforms();
        };
        return platforms.stream()
                .map(platform -> row(
                        organizationId,
                        platform,
                        definition,
                        facts.period(),
                        metric.of(definition.scope() == MetricScope.PROVIDER ? facts : facts.on(platform))))
                .toList();
    }

    private static Set<String> sites(MeanRating rating, PeriodFacts facts) {
        return facts.ratings().stream()
                .filter(each -> each.scale() == rating.scale())
                .map(Rating::site)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ProviderMetric row(
            String organizationId, String platform, MetricDefinition definition, Period period, MetricValue value) {
        return new ProviderMetric(
                organizationId,
                platform,
                definition.id(),
                period.start(),
                period.end(),
                value.numerator(),
                value.denominator(),
                value.value(),
                value.state(),
                value.items(),
                value.excluded(),
                definition.unit(),
                definition.version());
    }

    private Metric metric(MetricDefinition definition) {
        long minimum = definition.minimum();
        return switch (definition.id()) {
            case "channel_breadth" -> new ChannelBreadth(rule.presencePlatforms(), rule.activePosts());
            case "profile_completeness" -> new ProfileCompleteness();
            case "posting_rate" -> new PostingRate(rule.crossPostHours());
            case "continuity" -> new Continuity(minimum);
            case "response_rate" -> new ResponseRate(rule.replyHours(), minimum);
            case "response_hours" -> new ResponseHours(rule.replyHours(), minimum);
            case "topic_breadth" -> new TagBreadth(topics, OwnPost::topics, Diversity::effectiveCategories, minimum);
            case "audience_breadth" -> new TagBreadth(audiences, OwnPost::audiences, Diversity::evenness, minimum);
            case "interactions" -> new Interactions(rule, minimum);
            case "er_follower_7d" -> new MedianEngagementRate(rule, minimum);
            case "er_pooled" -> new PooledEngagementRate(rule, minimum);
            case "er_view" -> new EngagementPerView(rule, minimum);
            case "applause" -> new CounterPerPost("likes", rule, minimum);
            case "conversation" -> new CounterPerPost("comments", rule, minimum);
            case "amplification" -> new CounterPerPost("shares", rule, minimum);
            case "follower_growth_30d" -> new FollowerGrowth(rule.minimumFollowers(), minimum);
            case "review_star" -> new MeanRating(RatingScale.STARS_1_5, 1, minimum);
            case "recommend_social" -> new MeanRating(RatingScale.RECOMMEND_YES_NO, 100, minimum);
            case "followers" -> new FollowerCount();
            case "posts" -> new PostCount();
            case "inbound_volume" -> new InboundVolume();
            default ->
                throw new IllegalArgumentException("Cannot compute metric " + definition.id()
                        + " of config/metrics: no class computes it. Correct its id or add the class.");
        };
    }
}
