package org.carebench.simulator.platform.youtube;

import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Errors of the Data API: the reason within is what counts. */
final class YouTubeErrors {

    private static final String ANY = "youtube.parameter";

    private YouTubeErrors() {}

    static Answer answer(
            int code,
            String domain,
            String reason,
            String message,
            @Nullable String parameter,
            @Nullable String status) {
        ObjectNode error = Json.object().put("code", code).put("message", message);
        ObjectNode first =
                error.putArray("errors").addObject().put("message", message).put("domain", domain);
        first.put("reason", reason);
        if (parameter != null) {
            first.put("location", parameter).put("locationType", "parameter");
        }
        if (status != null) {
            error.put("status", status);
        }
        ObjectNode body = Json.object();
        body.set("error", error);
        return Answer.of(code, body);
    }

    static Refusal badRequest(String reason, String message, String parameter) {
        return new Refusal(answer(400, ANY, reason, message, parameter, null));
    }

    static Refusal notFound(String domain, String reason, String parameter) {
        return new Refusal(answer(
                404,
                domain,
                reason,
                "The " + parameter + " parameter identifies something that cannot be found.",
                parameter,
                null));
    }

    static Refusal commentsDisabled(String videoId) {
        return new Refusal(answer(
                403,
                "youtube.commentThread",
                "commentsDisabled",
                "The video identified by " + videoId + " has disabled comments.",
                "videoId",
                null));
    }

    static Answer keyMissing() {
        return answer(
                403,
                "global",
                "forbidden",
                "Method doesn't allow unregistered callers (callers without established identity).",
                null,
                "PERMISSION_DENIED");
    }

    static Answer keyInvalid(String message) {
        return answer(400, "global", "badRequest", message, null, "INVALID_ARGUMENT");
    }
}
