package org.carebench.spark.metric;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.CoverageState;
import org.carebench.contract.mart.MetricState;

/**
 * From when to when something of an account was seen. A listing reaches back, so what lies between is observed.
 *
 * @param first day on which a post or the readable account was seen first; empty where it never was
 * @param last day on which it was seen last
 */
record AccountSpan(
        ProviderAccount account,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        List<OwnPost> posts,
        List<AccountObservation> observations) {

    static AccountSpan of(ProviderAccount account, ProviderHistory history) {
        List<OwnPost> posts = history.posts().stream()
                .filter(post -> post.accountId().equals(account.accountId()))
                .toList();
        List<AccountObservation> observations = history.observations().stream()
                .filter(observation -> observation.accountId().equals(account.accountId()))
                .toList();
        List<LocalDate> days = Stream.concat(
                        posts.stream().map(OwnPost::day),
                        observations.stream()
                                .filter(AccountObservation::isReadable)
                                .map(AccountObservation::day))
                .sorted()
                .toList();
        return new AccountSpan(
                account,
                days.stream().findFirst(),
                days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() - 1)),
                posts,
                observations);
    }

    /** What was seen in a period, and of observations also so many days before and after, for they may be the nearest. */
    AccountSpan around(Period period, int days) {
        LocalDate from = period.start().minusDays(days);
        LocalDate to = period.end().plusDays(days);
        return new AccountSpan(
                account,
                first,
                last,
                posts.stream().filter(post -> period.contains(post.day())).toList(),
                observations.stream()
                        .filter(observation -> !observation.day().isBefore(from)
                                && !observation.day().isAfter(to))
                        .toList());
    }

    /** Whether anything of the days from one to another lies between the first and the last sight. */
    boolean reaches(LocalDate from, LocalDate to) {
        return first.isPresent()
                && !first.get().isAfter(to)
                && !last.orElseThrow().isBefore(from);
    }

    /** Whether the account could be observed in a period, and if not, why. */
    MetricState stateIn(Period period) {
        if (first.isEmpty()) {
            return wasTried() ? MetricState.COLLECTOR_FAILED : MetricState.NOT_COLLECTABLE;
        }
        if (first.get().isAfter(period.end())) {
            return MetricState.NO_ACCOUNT;
        }
        List<AccountObservation> seen = observations.stream()
                .filter(observation -> period.contains(observation.day()))
                .toList();
        if (posts.stream().anyMatch(post -> period.contains(post.day()))
                || seen.stream().anyMatch(AccountObservation::isReadable)) {
            return MetricState.KNOWN;
        }
        return whyUnreadable(seen);
    }

    private boolean wasTried() {
        return account.coverage().values().stream().anyMatch(state -> state != CoverageState.NOT_OFFERED);
    }

    private static MetricState whyUnreadable(List<AccountObservation> seen) {
        List<AccountStatus> statuses =
                seen.stream().map(AccountObservation::status).toList();
        if (statuses.contains(AccountStatus.PRIVATE)) {
            return MetricState.NOT_COLLECTABLE;
        }
        boolean isGone = !statuses.isEmpty()
                && statuses.stream()
                        .allMatch(status -> status == AccountStatus.DEACTIVATED || status == AccountStatus.SUSPENDED);
        return isGone ? MetricState.NO_ACCOUNT : MetricState.COLLECTOR_FAILED;
    }
}
