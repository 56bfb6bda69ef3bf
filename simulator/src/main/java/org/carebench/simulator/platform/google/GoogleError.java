package org.carebench.simulator.platform.google;

import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.LimitState;
import org.carebench.simulator.http.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error of a Google API (google.rpc.Status).
 *
 * @param code HTTP status, also in the body
 * @param status name of the error
 * @param reason why, in the details; NULL where there are none
 * @param quota what is used up; NULL where it is nothing
 */
record GoogleError(
        int code,
        String status,
        String message,
        @Nullable String reason,
        @Nullable Quota quota) {

    private static final String TYPES = "type.googleapis.com/google.rpc.";

    /**
     * The quota that is used up.
     *
     * @param perMinute requests that it allows; 0 for a project that is not approved
     * @param retrySeconds when to come back; 0 where that does not help
     */
    record Quota(String metric, long perMinute, long retrySeconds) {}

    GoogleError(int code, String status, String message, @Nullable String reason) {
        this(code, status, message, reason, null);
    }

    static GoogleError invalid(String message) {
        return new GoogleError(400, "INVALID_ARGUMENT", message, null);
    }

    static GoogleError unauthenticated() {
        return new GoogleError(
                401,
                "UNAUTHENTICATED",
                "Request had invalid authentication credentials. Expected OAuth 2 access token or other valid "
                        + "authentication credential.",
                "ACCESS_TOKEN_EXPIRED");
    }

    static GoogleError denied() {
        return new GoogleError(403, "PERMISSION_DENIED", "The caller does not have permission", null);
    }

    static GoogleError notFound() {
        return new GoogleError(404, "NOT_FOUND", "Requested entity was not found.", null);
    }

    static GoogleError exhausted(Quota quota) {
        return new GoogleError(
                429,
                "RESOURCE_EXHAUSTED",
                "Quota exceeded for quota metric '" + quota.metric() + "' and limit 'Requests per minute'.",
                "RATE_LIMIT_EXCEEDED",
                quota);
    }

    static GoogleError exhausted(LimitState exceeded) {
        return exhausted(new Quota(exceeded.bucket(), exceeded.limit(), exceeded.secondsToReset()));
    }

    static GoogleError unavailable() {
        return new GoogleError(503, "UNAVAILABLE", "The service is currently unavailable.", null);
    }

    Refusal refusal() {
        return new Refusal(answer());
    }

    /** The refusal of a request about a location or place. */
    Refusal about(String subject) {
        return new Refusal(answer().about(subject));
    }

    Answer answer() {
        ObjectNode error =
                Json.object().put("code", code).put("message", message).put("status", status);
        if (reason != null) {
            ArrayNode details = error.putArray("details");
            ObjectNode info = details.addObject()
                    .put("@type", TYPES + "ErrorInfo")
                    .put("reason", reason)
                    .put("domain", "googleapis.com");
            if (quota != null) {
                putQuota(details, info, quota);
            }
        }
        ObjectNode body = Json.object();
        body.set("error", error);
        return Answer.of(code, body);
    }

    private static void putQuota(ArrayNode details, ObjectNode info, Quota quota) {
        info.putObject("metadata")
                .put("quota_metric", quota.metric())
                .put("quota_limit_value", Long.toString(quota.perMinute()))
                .put("quota_unit", "1/min/{project}");
        if (quota.retrySeconds() > 0) {
            details.addObject().put("@type", TYPES + "RetryInfo").put("retryDelay", quota.retrySeconds() + "s");
        }
    }
}
