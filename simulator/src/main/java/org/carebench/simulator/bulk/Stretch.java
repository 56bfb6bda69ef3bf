package org.carebench.simulator.bulk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.simulator.world.Post;

/**
 * The days that one night stands for, and when things were read in them.
 *
 * @param release the night
 * @param from first instant; what was written before it is left out
 * @param rosterAt when the roster was written down
 * @param accountEvery time between two readings of an account
 * @param ages of posts at which their counters are read; never later than the night
 */
record Stretch(ReleaseId release, Instant from, Instant rosterAt, Duration accountEvery, List<Duration> ages) {

    private static final Duration HOUR_OF_READING = Duration.ofHours(23);

    Stretch {
        ages = ages.stream().sorted().toList();
    }

    LocalDate businessDate() {
        return release.businessDate().day();
    }

    /** When the night reads. */
    Instant until() {
        return readingOn(businessDate());
    }

    /** The first reading after an instant, as nights read once a day; never later than the night. */
    Instant nextReading(Instant after) {
        Instant sameDay = readingOn(after.atZone(ZoneOffset.UTC).toLocalDate());
        Instant next = sameDay.isBefore(after) ? sameDay.plus(Duration.ofDays(1)) : sameDay;
        return next.isAfter(until()) ? until() : next;
    }

    private static Instant readingOn(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(HOUR_OF_READING);
    }

    /** When an account is read: at regular intervals back from the night. */
    List<Instant> accountReadings() {
        List<Instant> readings = new ArrayList<>();
        for (Instant at = until(); !at.isBefore(from); at = at.minus(accountEvery)) {
            readings.add(0, at);
        }
        return readings;
    }

    /** When the counters of a post are read: at each age, and tonight while it is too young for the last one. */
    List<Instant> postReadings(Post post) {
        List<Instant> readings = new ArrayList<>();
        for (Duration age : ages) {
            Instant at = post.appearedAt().plus(age);
            if (at.isAfter(until())) {
                readings.add(until());
                break;
            }
            readings.add(at);
        }
        return readings;
    }

    /** Whether a later night still reads the post. */
    boolean isFollowed(Post post) {
        return post.createdAt().plus(ages.get(ages.size() - 1)).isAfter(until());
    }
}
