package org.carebench.simulator.platform.graph;

import org.carebench.simulator.http.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * One metric of insights.
 *
 * @param object id of the account, Page or post
 * @param period "day" or "lifetime"
 */
public record Insight(String object, String metric, String period) {

    /** The metric with a list of values, into which the caller puts them. */
    public ObjectNode series() {
        ObjectNode insight = Json.object().put("name", metric).put("period", period);
        insight.putArray("values");
        return described(insight);
    }

    /** The metric with one value without a time. */
    public ObjectNode single(long value) {
        ObjectNode insight = series();
        insight.withArray("values").addObject().put("value", value);
        return insight;
    }

    /** The metric with one value for the whole window. */
    public ObjectNode total(long value) {
        ObjectNode insight = Json.object().put("name", metric).put("period", period);
        insight.putObject("total_value").put("value", value);
        return described(insight);
    }

    private ObjectNode described(ObjectNode insight) {
        return insight.put("title", metric.replace('_', ' '))
                .put("description", "")
                .put("id", object + "/insights/" + metric + "/" + period);
    }
}
