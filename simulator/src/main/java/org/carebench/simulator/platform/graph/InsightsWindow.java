package org.carebench.simulator.platform.graph;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.DailyInsight;
import org.carebench.simulator.world.World;

/**
 * The days that a request for insights asks for: those that end after "since", and no later than "until".
 *
 * @param since begin, the platform's midnight or not
 * @param until end
 */
public record InsightsWindow(Instant since, Instant until) {

    private static final int YEARS_KEPT = 2;

    /**
     * Reads "since" and "until"; the last day where neither is given.
     *
     * @param mostDays that one request may ask for
     * @throws org.carebench.simulator.http.Refusal where the window is longer, or ends before it begins
     */
    public static InsightsWindow of(GraphExchange exchange, int mostDays) {
        String untilAsked = exchange.parameter("until");
        Instant until = untilAsked == null ? exchange.at() : GraphTime.parse("until", untilAsked);
        String sinceAsked = exchange.parameter("since");
        Instant since = sinceAsked == null ? until.minus(Duration.ofDays(1)) : GraphTime.parse("since", sinceAsked);
        Duration longest = Duration.ofDays(mostDays).plusHours(1);
        if (Duration.between(since, until).compareTo(longest) > 0) {
            throw GraphError.parameter("There cannot be more than " + mostDays + " days ("
                            + Duration.ofDays(mostDays).toSeconds() + " s) between since and until")
                    .refusal();
        }
        if (until.isBefore(since)) {
            throw GraphError.parameter("since must be before until").refusal();
        }
        return new InsightsWindow(since, until);
    }

    /** What the platform tells of the days of the window, first day first; it keeps two years. */
    public List<DailyInsight> days(World world, Account account, Instant at) {
        LocalDate oldest = day(at).minusYears(YEARS_KEPT);
        LocalDate first = day(since).isBefore(oldest) ? oldest : day(since);
        return world.insights(account, first, day(until), at);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(GraphTime.PACIFIC).toLocalDate();
    }
}
