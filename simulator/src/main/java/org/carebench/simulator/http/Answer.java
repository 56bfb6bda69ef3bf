package org.carebench.simulator.http;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a platform answers, before limits and faults are laid over it.
 *
 * @param status HTTP status
 * @param headers further header fields; Content-Type is JSON unless it stands here
 * @param body JSON body
 * @param subjects stable ids of the accounts that the request is about; a permanent fault strikes by the only one
 * @param served ids of the items in the body, for the request log
 */
public record Answer(
        int status, Map<String, String> headers, JsonNode body, List<String> subjects, List<String> served) {

    /** An answer without further header fields. */
    public static Answer of(int status, JsonNode body) {
        return new Answer(status, Map.of(), body, List.of(), List.of());
    }

    /** Status 200. */
    public static Answer ok(JsonNode body) {
        return of(200, body);
    }

    /** This answer with one more header field. */
    public Answer with(String header, String value) {
        return with(Map.of(header, value));
    }

    /** This answer with more header fields. */
    public Answer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body, subjects, served);
    }

    /** This answer, about accounts with these stable ids. */
    public Answer about(Collection<String> accounts) {
        return new Answer(status, headers, body, List.copyOf(accounts), served);
    }

    /** This answer, about the account with this stable id. */
    public Answer about(String account) {
        return about(List.of(account));
    }

    /** This answer, serving items with these ids. */
    public Answer serving(Collection<String> items) {
        return new Answer(status, headers, body, subjects, List.copyOf(items));
    }

    Answer with(JsonNode otherBody) {
        return new Answer(status, headers, otherBody, subjects, served);
    }
}
