package org.carebench.simulator.platform.bluesky;

import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Refusal;

/** Errors in the words of XRPC: a name to go by, and a message for people. */
final class XrpcError {

    private XrpcError() {}

    static Answer answer(int status, String error, String message) {
        return Answer.of(status, Json.object().put("error", error).put("message", message));
    }

    static Refusal refusal(int status, String error, String message) {
        return new Refusal(answer(status, error, message));
    }

    static Refusal invalidParameters(String nsid, String problem) {
        return refusal(400, "InvalidRequest", "Invalid " + nsid + " params: " + problem);
    }

    /** What an unknown, renamed or, for most calls, closed account leads to. */
    static Refusal profileNotFound() {
        return refusal(400, "InvalidRequest", "Profile not found");
    }

    static Answer internal() {
        return answer(500, "InternalServerError", "Internal Server Error");
    }
}
