package org.carebench.simulator.http;

import java.util.List;
import java.util.Map;

/** The API of one platform: its calls, and how it words what the harness decides. */
public interface PlatformServer {

    /** The platform's name in fault profiles and in the request log, such as "google-business". */
    String platform();

    /** First part of every path, without slashes; the platform's name unless a platform has several addresses. */
    default String prefix() {
        return platform();
    }

    /** The calls; where two paths match, the first one is taken. */
    List<Endpoint> endpoints();

    /**
     * Who a request is counted for: a token, a key, or one name for all who bring none. Goes into the request log only as a
     * fingerprint.
     */
    default String caller(Request request) {
        String bearer = request.bearer();
        return bearer == null ? request.query().first("access_token", "anonymous") : bearer;
    }

    /** How the platform answers a path or method that it does not know. */
    Answer unknown(Request request);

    /** How the platform refuses a request beyond a limit, with everything that says when to come back. */
    Answer limited(Request request, LimitState exceeded);

    /** How the platform answers when it fails itself, mostly with status 500 or 503. */
    Answer failed(Request request);

    /** Header fields by which the platform tells how its nearest limit stands; empty where it does not tell. */
    default Map<String, String> limitHeaders(LimitState nearest) {
        return Map.of();
    }
}
