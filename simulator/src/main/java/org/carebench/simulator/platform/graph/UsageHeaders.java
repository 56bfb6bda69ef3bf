package org.carebench.simulator.platform.graph;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.LimitState;
import tools.jackson.databind.node.ObjectNode;

/** The header fields by which the Graph API tells how much of a limit is used, in percent. */
public final class UsageHeaders {

    /** Bucket of the limit that all calls of an app share. */
    public static final String APP = "app";

    /** The field that tells of an app's limit. */
    public static final String APP_USAGE = "X-App-Usage";

    /** The field that tells of the limit of a business object. */
    public static final String BUSINESS_USAGE = "X-Business-Use-Case-Usage";

    private static final int CALLS_WITHOUT_HEADER = 3;
    private static final int SECONDS_PER_MINUTE = 60;

    private UsageHeaders() {}

    /**
     * How a limit stands; nothing for the first few calls.
     *
     * @param businessObject id of the Page or account that the limit belongs to
     * @param type of use, for example "pages"
     */
    public static Map<String, String> of(LimitState state, String businessObject, String type) {
        if (state.used() <= CALLS_WITHOUT_HEADER && state.remaining() > 0) {
            return Map.of();
        }
        ObjectNode usage = Json.object();
        if (state.bucket().equals(APP)) {
            return Map.of(APP_USAGE, text(percentages(usage, state)));
        }
        ObjectNode use = usage.putArray(businessObject).addObject().put("type", type);
        percentages(use, state)
                .put(
                        "estimated_time_to_regain_access",
                        state.remaining() > 0
                                ? 0
                                : (state.secondsToReset() + SECONDS_PER_MINUTE - 1) / SECONDS_PER_MINUTE);
        return Map.of(BUSINESS_USAGE, text(usage));
    }

    private static ObjectNode percentages(ObjectNode usage, LimitState state) {
        int percent = state.percentUsed();
        return usage.put("call_count", percent).put("total_cputime", percent).put("total_time", percent);
    }

    private static String text(ObjectNode usage) {
        return new String(Json.write(usage), StandardCharsets.UTF_8);
    }
}
