package org.carebench.simulator.http;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts requests against the limits of platforms, per caller. */
public final class Limits {

    private final Map<String, Double> shares;
    private final boolean limitless;
    private final Map<Key, Count> counts = new HashMap<>();

    private record Key(String platform, String caller, String bucket) {}

    private record Count(Instant begin, long used) {}

    /**
     * What taking units led to.
     *
     * @param granted whether every limit had enough left; if not, nothing was taken
     * @param nearest the limit with the smallest share left, or the one that refused; empty where nothing limits the call
     */
    public record Taken(boolean granted, Optional<LimitState> nearest) {}

    /**
     * Counts that begin at nothing.
     *
     * @param shares by platform, the share of the documented units that is granted; all of them where a platform is not named
     */
    public Limits(Map<String, Double> shares) {
        this(shares, false);
    }

    private Limits(Map<String, Double> shares, boolean limitless) {
        this.shares = Map.copyOf(shares);
        this.limitless = limitless;
    }

    /** Grants everything and counts nothing. */
    public static Limits none() {
        return new Limits(Map.of(), true);
    }

    /** Takes the cost of one request from all its limits, or nothing where one of them has not enough left. */
    synchronized Taken take(String platform, String caller, List<Limit> limits, Instant time) {
        if (limitless || limits.isEmpty()) {
            return new Taken(true, Optional.empty());
        }
        double share = shares.getOrDefault(platform, 1.0);
        for (Limit limit : limits) {
            LimitState state = state(platform, caller, limit, share, time, 0);
            if (state.remaining() < limit.cost()) {
                return new Taken(false, Optional.of(state));
            }
        }
        return new Taken(
                true,
                limits.stream()
                        .map(limit -> state(platform, caller, limit, share, time, limit.cost()))
                        .min(Comparator.comparingDouble(state -> (double) state.remaining() / state.limit())));
    }

    private LimitState state(String platform, String caller, Limit limit, double share, Instant time, long taken) {
        Key key = new Key(platform, caller, limit.bucket());
        Count count = counts.get(key);
        if (count == null
                || time.isBefore(count.begin())
                || !time.isBefore(limit.window().end(count.begin()))) {
            count = new Count(time, 0);
        }
        count = new Count(count.begin(), count.used() + taken);
        counts.put(key, count);
        return new LimitState(
                limit.bucket(),
                Math.max(1, Math.round(limit.units() * share)),
                count.used(),
                count.begin(),
                limit.window().end(count.begin()),
                time);
    }
}
