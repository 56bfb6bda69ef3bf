package org.carebench.simulator.platform.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error of the Graph API.
 *
 * @param status HTTP status
 * @param code by which callers tell errors apart
 * @param subcode that says more; NULL where there is none
 * @param userMessage message in the language of the user; NULL where there is none
 */
public record GraphError(
        int status,
        int code,
        @Nullable Integer subcode,
        String message,
        @Nullable String userMessage) {

    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;
    private static final int TOKEN = 190;
    private static final int PARAMETER = 100;
    private static final int TEMPORARY = 2;

    public static GraphError of(int code, String message) {
        return new GraphError(BAD_REQUEST, code, null, message, null);
    }

    public static GraphError of(int code, int subcode, String message) {
        return new GraphError(BAD_REQUEST, code, subcode, message, null);
    }

    /** A parameter has a value that the call does not take. */
    public static GraphError parameter(String message) {
        return of(PARAMETER, "(#100) " + message);
    }

    /** The object does not exist, or the token may not see it. */
    public static GraphError noObject(String id) {
        return of(
                PARAMETER,
                33,
                "Unsupported get request. Object with ID '" + id
                        + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation");
    }

    /** The path has parts that do not exist. */
    public static GraphError unknownPath(String path) {
        return of(2500, "Unknown path components: /" + path);
    }

    public static GraphError noToken() {
        return of(104, "An access token is required to request this resource.");
    }

    public static GraphError unknownToken() {
        return of(TOKEN, "Invalid OAuth access token - Cannot parse access token");
    }

    public static GraphError expiredToken() {
        return of(TOKEN, 463, "Error validating access token: Session has expired.");
    }

    /** The service failed, and will work again. */
    public static GraphError temporary() {
        return new GraphError(
                SERVER_ERROR,
                TEMPORARY,
                null,
                "An unexpected error has occurred. Please retry your request later.",
                null);
    }

    public Refusal refusal() {
        return new Refusal(answer());
    }

    public Answer answer() {
        ObjectNode error = Json.object().put("message", message).put("type", "OAuthException");
        if (code <= TEMPORARY) {
            error.put("is_transient", true);
        }
        error.put("code", code);
        if (subcode != null) {
            error.put("error_subcode", subcode);
        }
        if (userMessage != null) {
            error.put("is_transient", false)
                    .put("error_user_title", userMessage)
                    .put("error_user_msg", userMessage);
        }
        error.put("fbtrace_id", trace());
        ObjectNode body = Json.object();
        body.set("error", error);
        return Answer.of(status, body);
    }

    private String trace() {
        UUID digest = UUID.nameUUIDFromBytes(message.getBytes(StandardCharsets.UTF_8));
        return "A"
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(digest.toString().substring(0, 8).getBytes(StandardCharsets.UTF_8));
    }
}
