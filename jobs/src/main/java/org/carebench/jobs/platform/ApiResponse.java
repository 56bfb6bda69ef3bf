package org.carebench.jobs.platform;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a platform answered.
 *
 * @param body empty where the answer was no JSON
 * @param receivedAt by our clock
 */
public record ApiResponse(String endpoint, int status, HttpHeaders headers, Fields body, Instant receivedAt) {

    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_OTHER = 300;

    public boolean isSuccess() {
        return status >= FIRST_SUCCESS && status < FIRST_OTHER;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The server's own clock, by which its days begin; ours where it does not say. */
    public Instant serverTime() {
        return header("Date").flatMap(ApiResponse::httpDate).orElse(receivedAt);
    }

    /** {@code Retry-After}: seconds, or an HTTP date. */
    public Optional<Duration> retryAfter() {
        return header("Retry-After").flatMap(value -> {
            if (value.strip().matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value.strip())));
            }
            return httpDate(value).map(this::until);
        });
    }

    /**
     * How long until an instant that the server names; never negative. Its {@code Date} may be wrong, and so may be its clock
     * or ours. What it names lies ahead and is near, so of the waits by both clocks the shorter one holds that is not past.
     */
    public Duration until(Instant serverInstant) {
        return Stream.of(receivedAt, serverTime())
                .map(now -> Duration.between(now, serverInstant))
                .filter(wait -> wait.compareTo(Duration.ZERO) > 0)
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Without headers and body: they may hold tokens, and what persons wrote. */
    @Override
    public String toString() {
        return "ApiResponse[" + endpoint + ", " + status + "]";
    }

    private static Optional<Instant> httpDate(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
