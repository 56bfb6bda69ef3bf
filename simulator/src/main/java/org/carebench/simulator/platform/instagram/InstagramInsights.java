package org.carebench.simulator.platform.instagram;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.platform.graph.GraphError;
import org.carebench.simulator.platform.graph.GraphExchange;
import org.carebench.simulator.platform.graph.GraphTime;
import org.carebench.simulator.platform.graph.Insight;
import org.carebench.simulator.platform.graph.InsightsWindow;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.DailyInsight;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.PostCounters;
import org.carebench.simulator.world.World;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Insights of owned accounts and their media. What is missing is an empty list, not 0. */
final class InstagramInsights {

    private static final String NEW_FOLLOWERS = "follower_count";
    private static final int MOST_DAYS = 30;
    private static final int NEW_FOLLOWERS_DAYS = 30;
    private static final int FEWEST_FOLLOWERS = 100;
    private static final int BEFORE_BUSINESS = 2108006;
    private static final int PARAMETER = 100;
    private static final int LATE_BUSINESS_EVERY = 5;
    private static final Duration LATE_BUSINESS = Duration.ofDays(14);
    private static final Duration DELAY = Duration.ofHours(1);

    private static final Map<String, ToLongFunction<DailyInsight>> SERIES =
            Map.of("reach", DailyInsight::reach, NEW_FOLLOWERS, DailyInsight::newFollowers);
    private static final Map<String, ToLongFunction<DailyInsight>> TOTALS = Map.of(
            "reach", DailyInsight::reach,
            "views", DailyInsight::views,
            "total_interactions", DailyInsight::engagements,
            "profile_views", DailyInsight::profileViews,
            "profile_links_taps", DailyInsight::clicks);
    private static final Set<String> MEDIA =
            Set.of("views", "reach", "saved", "shares", "likes", "comments", "total_interactions");
    private static final Set<String> GONE =
            Set.of("impressions", "plays", "clips_replays_count", "video_views", "ig_reels_aggregated_all_plays_count");

    private final World world;
    private final Set<String> retired;

    InstagramInsights(World world, Set<String> retired) {
        this.world = world;
        this.retired = Set.copyOf(retired);
    }

    ArrayNode ofAccount(Account account, GraphExchange exchange) {
        List<String> metrics = metrics(exchange, metric -> SERIES.containsKey(metric) || TOTALS.containsKey(metric));
        String period = exchange.parameter("period");
        if (!"day".equals(period)) {
            throw exchange.refusal(GraphError.parameter("(period) must be one of the following values: day"));
        }
        InsightsWindow window = InsightsWindow.of(exchange, MOST_DAYS);
        boolean onlyTotals = "total_value".equals(exchange.parameter("metric_type"));
        List<DailyInsight> days = window.days(world, account, exchange.at());
        ArrayNode data = Json.array();
        for (String metric : metrics) {
            Insight insight = new Insight(account.stableId(), metric, "day");
            ToLongFunction<DailyInsight> series = SERIES.get(metric);
            ToLongFunction<DailyInsight> total = TOTALS.get(metric);
            if (series != null && (!onlyTotals || total == null)) {
                add(data, insight.series(), known(metric, days, account, exchange), series);
            } else if (total != null && !days.isEmpty()) {
                data.add(insight.total(days.stream().mapToLong(total).sum()));
            }
        }
        return data;
    }

    private static void add(
            ArrayNode data, ObjectNode series, List<DailyInsight> days, ToLongFunction<DailyInsight> value) {
        if (!days.isEmpty()) {
            for (DailyInsight day : days) {
                series.withArray("values")
                        .addObject()
                        .put("value", value.applyAsLong(day))
                        .put("end_time", GraphTime.format(GraphTime.endOf(day.day())));
            }
            data.add(series);
        }
    }

    /** New followers are known of the last thirty days only, and not for small accounts. */
    private List<DailyInsight> known(String metric, List<DailyInsight> days, Account account, GraphExchange exchange) {
        if (!metric.equals(NEW_FOLLOWERS)) {
            return days;
        }
        if (world.counters(account, exchange.at()).followers() < FEWEST_FOLLOWERS) {
            return List.of();
        }
        LocalDate first = exchange.at().atZone(GraphTime.PACIFIC).toLocalDate().minusDays(NEW_FOLLOWERS_DAYS);
        return days.stream().filter(day -> !day.day().isBefore(first)).toList();
    }

    ArrayNode ofMedia(Post post, GraphExchange exchange) {
        List<String> metrics = metrics(exchange, MEDIA::contains);
        if (isBeforeBusiness(post)) {
            throw exchange.refusal(GraphError.of(
                    PARAMETER, BEFORE_BUSINESS, "(#100) The media was posted before the account became a business"));
        }
        ArrayNode data = Json.array();
        if (post.appearedAt().plus(DELAY).isAfter(exchange.at())) {
            return data;
        }
        exchange.serve(post.id());
        PostCounters counters = world.counters(post, exchange.at());
        Map<String, Long> values = new LinkedHashMap<>();
        values.put("views", post.durationSeconds() == null ? counters.impressions() : counters.views());
        values.put("reach", counters.reach());
        values.put("saved", counters.saves());
        values.put("shares", counters.shares());
        values.put("likes", counters.likes());
        values.put("comments", counters.comments());
        values.put("total_interactions", counters.likes() + counters.comments() + counters.shares() + counters.saves());
        for (String metric : metrics) {
            Long value = values.get(metric);
            if (value != null) {
                data.add(new Insight(post.id(), metric, "lifetime").single(value));
            }
        }
        return data;
    }

    /** Some accounts became a business only when the world was two weeks old; their older media have no insights. */
    private boolean isBeforeBusiness(Post post) {
        return Math.floorMod(post.account().seed(), LATE_BUSINESS_EVERY) == 0
                && post.createdAt().isBefore(world.scenario().begin().plus(LATE_BUSINESS));
    }

    private List<String> metrics(GraphExchange exchange, Predicate<String> isKnown) {
        List<String> metrics = exchange.metrics();
        for (int i = 0; i < metrics.size(); i++) {
            String metric = metrics.get(i);
            if (GONE.contains(metric) || retired.contains(metric)) {
                throw exchange.refusal(GraphError.parameter("Starting from version v22.0 and above, the " + metric
                        + " metric is no longer supported for the queried media."));
            }
            if (!isKnown.test(metric)) {
                throw exchange.refusal(
                        GraphError.parameter("metric[" + i + "] must be one of the values that the reference lists"));
            }
        }
        return metrics;
    }
}
