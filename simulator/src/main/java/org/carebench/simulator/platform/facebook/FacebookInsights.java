package org.carebench.simulator.platform.facebook;

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

/** Insights of owned Pages and their posts. One metric that the platform does not know fails the whole request. */
final class FacebookInsights {

    private static final int MOST_DAYS = 90;
    private static final String FOLLOWS = "page_follows";

    private static final Map<String, ToLongFunction<DailyInsight>> PAGE = Map.of(
            "page_media_view", DailyInsight::impressions,
            "page_total_media_view_unique", DailyInsight::reach,
            "page_views_total", DailyInsight::profileViews,
            "page_post_engagements", DailyInsight::engagements,
            "page_video_views", DailyInsight::views,
            "page_daily_follows_unique", DailyInsight::newFollowers,
            "page_daily_unfollows_unique", DailyInsight::lostFollowers);
    private static final Map<String, ToLongFunction<PostCounters>> POST = Map.of(
            "post_media_view", PostCounters::impressions,
            "post_total_media_view_unique", PostCounters::reach,
            "post_video_views", PostCounters::views,
            "post_clicks", PostCounters::clicks);

    private final World world;
    private final Set<String> retired;

    FacebookInsights(World world, Set<String> retired) {
        this.world = world;
        this.retired = Set.copyOf(retired);
    }

    ArrayNode ofPage(Account page, GraphExchange exchange) {
        List<String> metrics = metrics(exchange, metric -> PAGE.containsKey(metric) || metric.equals(FOLLOWS));
        String period = exchange.parameter("period");
        if (period != null && !period.equals("day")) {
            throw exchange.refusal(GraphError.parameter("The metrics are offered for the period day"));
        }
        InsightsWindow window = InsightsWindow.of(exchange, MOST_DAYS);
        List<DailyInsight> days = window.days(world, page, exchange.at());
        ArrayNode data = Json.array();
        for (String metric : metrics) {
            ObjectNode series = new Insight(page.stableId(), metric, "day").series();
            for (DailyInsight day : days) {
                series.withArray("values")
                        .addObject()
                        .put("value", value(page, metric, day))
                        .put("end_time", GraphTime.format(GraphTime.endOf(day.day())));
            }
            if (!days.isEmpty()) {
                data.add(series);
            }
        }
        return data;
    }

    private long value(Account page, String metric, DailyInsight day) {
        ToLongFunction<DailyInsight> value = PAGE.get(metric);
        return value == null ? world.counters(page, GraphTime.endOf(day.day())).followers() : value.applyAsLong(day);
    }

    ArrayNode ofPost(Post post, GraphExchange exchange) {
        List<String> metrics = metrics(exchange, POST::containsKey);
        PostCounters counters = world.counters(post, exchange.at());
        ArrayNode data = Json.array();
        for (String metric : metrics) {
            ToLongFunction<PostCounters> value = POST.get(metric);
            if (value != null) {
                data.add(new Insight(post.id(), metric, "lifetime").single(value.applyAsLong(counters)));
            }
        }
        return data;
    }

    private List<String> metrics(GraphExchange exchange, Predicate<String> isKnown) {
        List<String> metrics = exchange.metrics();
        for (String metric : metrics) {
            if (!isKnown.test(metric) || retired.contains(metric)) {
                throw exchange.refusal(GraphError.parameter("The value must be a valid insights metric"));
            }
        }
        return metrics;
    }
}
