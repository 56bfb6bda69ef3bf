package org.carebench.simulator.platform.google;

import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error of a Google API (google.rpc.Status).
 *
 * @param code HTTP status, also in the body
 * @param status name of the error
 * @param reason why, in the details; NULL where there are none
 */
record GoogleError(
        int code, String status, String message, @Nullable String reason) {

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

    static GoogleError exhausted(String quota) {
        return new GoogleError(
                429,
                "RESOURCE_EXHAUSTED",
                "Quota exceeded for quota metric '" + quota + "' and limit 'Requests per minute'.",
                "RATE_LIMIT_EXCEEDED");
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
            error.putArray("details")
                    .addObject()
                    .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
                    .put("reason", reason)
                    .put("domain", "googleapis.com");
        }
        ObjectNode body = Json.object();
        body.set("error", error);
        return Answer.of(code, body);
    }
}
