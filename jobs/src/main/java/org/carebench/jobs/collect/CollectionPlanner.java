package org.carebench.jobs.collect;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.CollectionState.AccountState;
import org.carebench.contract.lake.LandingManifest;
import org.carebench.contract.lake.NightManifest;
import org.carebench.jobs.config.CarebenchProperties;
import org.springframework.stereotype.Component;

/**
 * Decides whether a night asks live platforms: once per business date, as long as the day is not past, and again where an
 * earlier run of the date had to stop and the platforms can be asked again.
 */
@Component
public class CollectionPlanner {

    private final CarebenchProperties properties;
    private final CollectedNights nights;
    private final Clock clock;

    CollectionPlanner(CarebenchProperties properties, CollectedNights nights, Clock clock) {
        this.properties = properties;
        this.nights = nights;
        this.clock = clock;
    }

    public CollectionPlan plan(BusinessDate businessDate) {
        Optional<NightManifest> before = nights.before(businessDate);
        List<String> history = CollectedNights.historyAfter(before);
        String predecessor = before.map(NightManifest::release).orElse(null);
        Optional<NightManifest> earlierNight =
                nights.newestOf(businessDate).filter(night -> !night.collected().isEmpty());
        String earlier = earlierNight.map(NightManifest::release).orElse(null);
        int attempts = earlierNight.map(CollectionPlanner::attempts).orElse(0);
        if (properties.platforms().isEmpty()) {
            return new CollectionPlan(false, attempts, earlier, predecessor, history, "");
        }
        if (!isWithinReach(businessDate)) {
            String remark = earlier != null
                    ? ""
                    : "Platforms were not asked: they show only today's state, and " + businessDate + " is past.";
            return new CollectionPlan(false, attempts, earlier, predecessor, history, remark);
        }
        if (earlier == null) {
            return new CollectionPlan(true, 1, earlier, predecessor, history, "");
        }
        Optional<Instant> retry = nextRetry(earlierNight.orElseThrow());
        if (retry.isEmpty()) {
            return new CollectionPlan(false, attempts, earlier, predecessor, history, "");
        }
        boolean isTime = !retry.get().isAfter(observationClock(businessDate).instant());
        return isTime
                ? new CollectionPlan(true, attempts + 1, earlier, predecessor, history, "")
                : new CollectionPlan(
                        false,
                        attempts,
                        earlier,
                        predecessor,
                        history,
                        "The collection of " + businessDate + " is PARTIAL; it can go on from " + retry.get() + ".");
    }

    /** The clock by which a night observes: the real one, or in synthetic nights a fixed time of the next morning. */
    public Clock observationClock(BusinessDate businessDate) {
        return Optional.ofNullable(properties.collection().observeAt())
                .map(time -> Clock.fixed(
                        businessDate.day().plusDays(1).atTime(time).toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
                .orElse(clock);
    }

    private boolean isWithinReach(BusinessDate businessDate) {
        if (properties.collection().observeAt() != null) {
            return true;
        }
        LocalDate last =
                businessDate.day().plusDays(properties.collection().within().toDays());
        return !LocalDate.now(clock).isAfter(last);
    }

    /** How many revisions of the date asked platforms. */
    private static int attempts(NightManifest night) {
        return (int) night.collected().stream()
                .map(LandingManifest::release)
                .distinct()
                .count();
    }

    private Optional<Instant> nextRetry(NightManifest night) {
        List<String> platforms = night.collected().stream()
                .map(LandingManifest::platform)
                .distinct()
                .toList();
        return platforms.stream()
                .flatMap(platform -> nights.stateAfter(night, platform).values().stream())
                .map(AccountState::pending)
                .flatMap(pending -> pending.values().stream())
                .min(Comparator.naturalOrder());
    }
}
