package org.carebench.simulator.platform.linkedin;

import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error of LinkedIn.
 *
 * @param status HTTP status, also in the body
 * @param serviceErrorCode number that tells errors of one status apart; NULL where there is none
 * @param code name of the error
 */
record LinkedInError(int status, @Nullable Integer serviceErrorCode, String code, String message) {

    static LinkedInError invalid(String message) {
        return new LinkedInError(400, 100, "ILLEGAL_ARGUMENT", message);
    }

    static LinkedInError noVersion() {
        return new LinkedInError(
                400,
                null,
                "VERSION_MISSING",
                "A version must be present. Please specify a version by adding the header.");
    }

    static LinkedInError inactive(String version) {
        return new LinkedInError(426, null, "NONEXISTENT_VERSION", "Requested version " + version + "01 is not active");
    }

    static LinkedInError noToken() {
        return new LinkedInError(401, 65604, "EMPTY_ACCESS_TOKEN", "Empty oauth2 access token");
    }

    static LinkedInError unknownToken() {
        return new LinkedInError(
                401, 65601, "REVOKED_ACCESS_TOKEN", "The token used in the request has been revoked by the user");
    }

    static LinkedInError expiredToken() {
        return new LinkedInError(401, 65602, "EXPIRED_ACCESS_TOKEN", "The token used in the request has expired");
    }

    static LinkedInError denied(String what) {
        return new LinkedInError(403, 100, "ACCESS_DENIED", "Not enough permissions to access: " + what);
    }

    static LinkedInError notFound(String what) {
        return new LinkedInError(404, 0, "NOT_FOUND", "Could not find " + what);
    }

    static LinkedInError tooMany() {
        return new LinkedInError(
                429,
                101,
                "TOO_MANY_REQUESTS",
                "Resource level throttle APPLICATION DAY limit for calls to this resource is reached.");
    }

    static LinkedInError failed() {
        return new LinkedInError(500, 0, "INTERNAL_SERVER_ERROR", "Internal Server Error");
    }

    Answer answer() {
        return Answer.of(status, body());
    }

    Refusal refusal() {
        return new Refusal(answer());
    }

    ObjectNode body() {
        ObjectNode body = Json.object().put("status", status);
        if (serviceErrorCode != null) {
            body.put("serviceErrorCode", serviceErrorCode);
        }
        return body.put("code", code).put("message", message);
    }
}
