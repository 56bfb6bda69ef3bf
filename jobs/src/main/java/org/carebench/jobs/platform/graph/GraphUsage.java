package org.carebench.jobs.platform.graph;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.LimitSignal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much of its limits an answer says is used. The headers come only after some calls.
 *
 * @param percent highest of all shares; NULL where none is told
 * @param regainIn longest time until access is regained; NULL where none is told
 */
record GraphUsage(@Nullable Integer percent, @Nullable Duration regainIn) {

    private static final String APP = "X-App-Usage";
    private static final String BUSINESS = "X-Business-Use-Case-Usage";
    private static final String[] SHARES = {"call_count", "total_time", "total_cputime"};
    private static final String REGAIN_MINUTES = "estimated_time_to_regain_access";
    private static final GraphUsage UNTOLD = new GraphUsage(null, null);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static GraphUsage of(ApiResponse response) {
        GraphUsage usage = json(response, APP).map(GraphUsage::entry).orElse(UNTOLD);
        Optional<Fields> business = json(response, BUSINESS);
        if (business.isPresent()) {
            for (Map.Entry<String, JsonNode> entries : business.get().node().properties()) {
                for (Fields entry : business.get().items(entries.getKey())) {
                    usage = usage.and(entry(entry));
                }
            }
        }
        return usage;
    }

    LimitSignal signal() {
        return new LimitSignal(null, regainIn, percent);
    }

    private GraphUsage and(GraphUsage other) {
        return new GraphUsage(larger(percent, other.percent), larger(regainIn, other.regainIn));
    }

    private static <T extends Comparable<? super T>> @Nullable T larger(@Nullable T one, @Nullable T other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static GraphUsage entry(Fields entry) {
        Integer percent = null;
        for (String share : SHARES) {
            percent =
                    larger(percent, entry.count(share).map(GraphUsage::bounded).orElse(null));
        }
        Duration regainIn = entry.count(REGAIN_MINUTES)
                .filter(minutes -> minutes > 0)
                .map(Duration::ofMinutes)
                .orElse(null);
        return new GraphUsage(percent, regainIn);
    }

    private static int bounded(long percent) {
        return (int) Math.min(percent, Integer.MAX_VALUE);
    }

    private static Optional<Fields> json(ApiResponse response, String header) {
        return response.header(header).flatMap(GraphUsage::parse);
    }

    /** A header that cannot be read says nothing; the answer is as good as without it. */
    private static Optional<Fields> parse(String header) {
        try {
            JsonNode node = JSON.readTree(header);
            return node.isObject() ? Optional.of(Fields.of(node)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
