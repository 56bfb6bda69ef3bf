package org.carebench.jobs.platform;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A request to a platform.
 *
 * @param endpoint key of the endpoint, as problems and counts name it
 * @param server whose trouble it is when it does not answer: a home server on platforms of many servers
 * @param bucket which of the platform's limits it counts against
 * @param credential alias of the access that it uses; NULL for none
 * @param headers without authorization: {@link Authorizer} adds it
 * @param body sent as it is by POST; NULL for GET
 * @param cost the most that it can cost in units of the platform's quota
 * @param actualCost what it did cost, told from the answer
 */
public record ApiRequest(
        String endpoint,
        URI uri,
        String server,
        String bucket,
        @Nullable String credential,
        Map<String, String> headers,
        @Nullable String body,
        long cost,
        @Nullable ToLongFunction<Fields> actualCost) {

    public ApiRequest {
        headers = Map.copyOf(headers);
    }

    public static ApiRequest get(String endpoint, URI uri) {
        return new ApiRequest(endpoint, uri, uri.getAuthority(), "default", null, Map.of(), null, 0, null);
    }

    public ApiRequest withServer(String name) {
        return new ApiRequest(endpoint, uri, name, bucket, credential, headers, body, cost, actualCost);
    }

    public ApiRequest withBucket(String name) {
        return new ApiRequest(endpoint, uri, server, name, credential, headers, body, cost, actualCost);
    }

    public ApiRequest withCredential(@Nullable String alias) {
        return new ApiRequest(endpoint, uri, server, bucket, alias, headers, body, cost, actualCost);
    }

    public ApiRequest withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiRequest(endpoint, uri, server, bucket, credential, more, body, cost, actualCost);
    }

    /** Makes it a POST of JSON or of a form, as its content type says. */
    public ApiRequest withBody(String contentType, String content) {
        ApiRequest typed = withHeader("Content-Type", contentType);
        return new ApiRequest(endpoint, uri, server, bucket, credential, typed.headers, content, cost, actualCost);
    }

    public ApiRequest withCost(long most, @Nullable ToLongFunction<Fields> actual) {
        return new ApiRequest(endpoint, uri, server, bucket, credential, headers, body, most, actual);
    }

    /** Without the address: it may hold a token. */
    @Override
    public String toString() {
        return "ApiRequest[" + endpoint + "]";
    }
}
