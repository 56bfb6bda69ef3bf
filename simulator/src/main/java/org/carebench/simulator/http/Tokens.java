package org.carebench.simulator.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that the simulated platforms accept. "sim-&lt;platform&gt;-token", also with "-&lt;alias&gt;" behind it, is
 * always valid and "sim-&lt;platform&gt;-expired" has always expired; further tokens are issued and live as long as they are
 * issued for.
 */
public final class Tokens {

    private final AtomicLong sequence = new AtomicLong();
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    /** How a platform judges a token. */
    public enum State {
        VALID,
        EXPIRED,
        UNKNOWN
    }

    /**
     * A token that was given out.
     *
     * @param token the token
     * @param platform the platform that accepts it
     * @param purpose what it is good for, such as "access" or "refresh"
     * @param subject whose it is
     * @param expires when it expires
     */
    public record Issued(String token, String platform, String purpose, String subject, Instant expires) {}

    /** Gives out a token; equal requests in equal order give equal tokens. */
    public Issued issue(String platform, String purpose, String subject, Instant time, Duration lifetime) {
        String token = "sim-" + platform + "-" + purpose + "-" + sequence.incrementAndGet();
        Issued given = new Issued(token, platform, purpose, subject, time.plus(lifetime));
        issued.put(token, given);
        return given;
    }

    /** The token that was given out under this text, expired or not. */
    public Optional<Issued> find(String token) {
        return Optional.ofNullable(issued.get(token));
    }

    /** Judges a token; null is UNKNOWN. */
    public State state(String platform, @Nullable String token, Instant time) {
        if (token == null) {
            return State.UNKNOWN;
        }
        String standing = "sim-" + platform + "-token";
        if (token.equals(standing) || token.startsWith(standing + "-")) {
            return State.VALID;
        }
        if (token.equals("sim-" + platform + "-expired")) {
            return State.EXPIRED;
        }
        Issued given = issued.get(token);
        if (given == null
                || !given.platform().equals(platform)
                || !given.purpose().equals("access")) {
            return State.UNKNOWN;
        }
        return time.isBefore(given.expires()) ? State.VALID : State.EXPIRED;
    }

    /** Lets a token that was given out expire now; false where none was given out under this text, or it had expired. */
    public boolean expire(String token, Instant time) {
        Issued given = issued.get(token);
        if (given == null || !time.isBefore(given.expires())) {
            return false;
        }
        issued.put(token, new Issued(token, given.platform(), given.purpose(), given.subject(), time));
        return true;
    }
}
