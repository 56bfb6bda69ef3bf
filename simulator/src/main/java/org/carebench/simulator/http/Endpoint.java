package org.carebench.simulator.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call that a platform offers.
 *
 * @param key name of the call in the request log and in fault profiles, such as "accounts/{id}/statuses"
 * @param method GET, POST …
 * @param path path below the platform's prefix; a part in braces stands for anything, as in "2/users/{id}/tweets"
 * @param limits rate limits and quotas that each request is counted against
 * @param handler what answers
 */
public record Endpoint(String key, String method, String path, List<Limit> limits, Handler handler) {

    /** A call with GET and no limit yet. */
    public static Endpoint get(String key, String path, Handler handler) {
        return new Endpoint(key, "GET", path, List.of(), handler);
    }

    /** A call with POST and no limit yet. */
    public static Endpoint post(String key, String path, Handler handler) {
        return new Endpoint(key, "POST", path, List.of(), handler);
    }

    /** This call, counted against these limits. */
    public Endpoint limited(Limit... by) {
        return new Endpoint(key, method, path, List.of(by), handler);
    }

    /** What the placeholders stand for in a path, or null where the path is another one. */
    @Nullable Map<String, String> match(List<String> segments) {
        String[] parts = path.split("/", -1);
        if (parts.length != segments.size()) {
            return null;
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            String segment = segments.get(i);
            if (part.startsWith("{") && part.endsWith("}")) {
                variables.put(part.substring(1, part.length() - 1), segment);
            } else if (!part.equals(segment)) {
                return null;
            }
        }
        return variables;
    }
}
