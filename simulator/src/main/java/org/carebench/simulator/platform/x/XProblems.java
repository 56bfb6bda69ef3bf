package org.carebench.simulator.platform.x;

import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Refusal;
import tools.jackson.databind.node.ObjectNode;

/** Problems in the form of RFC 7807: some refuse the request, some stand beside the data. */
final class XProblems {

    private static final String TYPES = "https://api.x.com/2/problems/";

    private XProblems() {}

    static Answer answer(int status, String title, String detail, String type) {
        return Answer.of(
                status,
                Json.object()
                        .put("title", title)
                        .put("detail", detail)
                        .put("type", type)
                        .put("status", status));
    }

    static Answer unauthorized() {
        return answer(401, "Unauthorized", "Unauthorized", "about:blank");
    }

    static Answer tooMany() {
        return answer(429, "Too Many Requests", "Too Many Requests", TYPES + "rate-limit-exceeded");
    }

    static Answer unavailable() {
        return answer(503, "Service Unavailable", "Service Unavailable", "about:blank");
    }

    static Answer notFound() {
        return answer(404, "Not Found", "Not Found", "about:blank");
    }

    static Refusal invalid(String parameter, String value, String message) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putArray("errors").addObject();
        error.putObject("parameters").putArray(parameter).add(value);
        error.put("message", message);
        body.put("title", "Invalid Request")
                .put("detail", "One or more parameters to your request was invalid.")
                .put("type", TYPES + "invalid-request");
        return new Refusal(Answer.of(400, body));
    }

    /** Deleted, suspended, renamed or never known: which of them, the service does not say. */
    static ObjectNode resourceNotFound(String resource, String parameter, String value) {
        return Json.object()
                .put("value", value)
                .put("detail", "Could not find " + resource + " with " + parameter + ": [" + value + "].")
                .put("title", "Not Found Error")
                .put("resource_type", resource)
                .put("parameter", parameter)
                .put("resource_id", value)
                .put("type", TYPES + "resource-not-found");
    }

    /** A protected account. */
    static ObjectNode notAuthorized(String parameter, String value) {
        return Json.object()
                .put("value", value)
                .put("detail", "Sorry, you are not authorized to see the user with " + parameter + ": [" + value + "].")
                .put("title", "Authorization Error")
                .put("resource_type", "user")
                .put("parameter", parameter)
                .put("resource_id", value)
                .put("type", TYPES + "not-authorized-for-resource");
    }
}
