package org.carebench.spark.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carebench.contract.mart.MetricState;

/**
 * What was observed of a provider, or of its accounts on one platform, in a period.
 *
 * @param asOf end of the business date
 * @param accounts with what was seen of them in the period, and shortly before and after
 * @param posts published in the period, without short-lived ones
 * @param items received in the period
 * @param ratings written in the period
 */
record PeriodFacts(
        Period period,
        Instant asOf,
        List<AccountSpan> accounts,
        List<OwnPost> posts,
        List<InboundItem> items,
        List<Rating> ratings) {

    /**
     * What belongs to a period.
     *
     * @param margin days before and after it of which accounts keep their observations
     */
    static PeriodFacts of(
            Period period, Instant asOf, List<AccountSpan> accounts, ProviderHistory history, int margin) {
        return new PeriodFacts(
                period,
                asOf,
                accounts.stream().map(span -> span.around(period, margin)).toList(),
                during(period, history.posts(), OwnPost::day).stream()
                        .filter(post -> !post.isShortLived())
                        .toList(),
                during(period, history.items(), InboundItem::day),
                during(period, history.ratings(), Rating::day));
    }

    private static <T> List<T> during(Period period, List<T> facts, Function<T, LocalDate> day) {
        return facts.stream().filter(fact -> period.contains(day.apply(fact))).toList();
    }

    /** What belongs to one platform. */
    PeriodFacts on(String platform) {
        return new PeriodFacts(
                period,
                asOf,
                accounts.stream()
                        .filter(span -> span.account().platform().equals(platform))
                        .toList(),
                posts.stream().filter(post -> post.platform().equals(platform)).toList(),
                items.stream().filter(item -> item.platform().equals(platform)).toList(),
                ratings.stream()
                        .filter(rating -> rating.site().equals(platform))
                        .toList());
    }

    /** Platforms on which the provider had an account by the end of the period. */
    Set<String> platforms() {
        return accounts.stream()
                .filter(span -> span.stateIn(period) != MetricState.NO_ACCOUNT)
                .map(span -> span.account().platform())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether all accounts together could be observed: one that failed leaves a hole in the sum. */
    MetricState state() {
        Set<MetricState> states =
                accounts.stream().map(span -> span.stateIn(period)).collect(Collectors.toSet());
        for (MetricState state :
                List.of(MetricState.COLLECTOR_FAILED, MetricState.KNOWN, MetricState.NOT_COLLECTABLE)) {
            if (states.contains(state)) {
                return state;
            }
        }
        return MetricState.NO_ACCOUNT;
    }

    /** As {@link #state()}, of the accounts whose posts can be read. */
    MetricState stateOfPosts() {
        PeriodFacts readable = new PeriodFacts(
                period,
                asOf,
                accounts.stream().filter(span -> span.account().offersPosts()).toList(),
                posts,
                items,
                ratings);
        MetricState state = readable.state();
        return state == MetricState.NO_ACCOUNT && state() != MetricState.NO_ACCOUNT
                ? MetricState.NOT_COLLECTABLE
                : state;
    }

    /** Observations of the period on which the account could be read, earliest first. */
    List<AccountObservation> observations(AccountSpan span) {
        return span.observations().stream()
                .filter(observation -> period.contains(observation.day()) && observation.isReadable())
                .toList();
    }

    /** Weeks of the period that lie within the time in which posts were observed. */
    long weeksObserved() {
        return IntStream.range(0, Period.WEEKS)
                .filter(week -> accounts.stream()
                        .filter(span -> span.account().offersPosts())
                        .anyMatch(span -> span.reaches(
                                period.monday(week), period.monday(week).plusDays(6))))
                .count();
    }
}
