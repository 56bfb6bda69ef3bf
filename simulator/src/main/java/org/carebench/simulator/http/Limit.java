package org.carebench.simulator.http;

import java.time.Duration;

/**
 * A rate limit or quota as a platform documents it, counted per caller.
 *
 * @param bucket what shares the count, such as an endpoint's name
 * @param units how much is allowed in a window
 * @param window when the count starts again
 * @param cost units that one request takes
 */
public record Limit(String bucket, long units, Window window, int cost) {

    /** So many requests within a window of fixed length. */
    public static Limit requests(String bucket, long requests, Duration window) {
        return new Limit(bucket, requests, Window.of(window), 1);
    }
}
