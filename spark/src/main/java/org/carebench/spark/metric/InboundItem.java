package org.carebench.spark.metric;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote to a provider and may expect an answer to.
 *
 * @param day on which it was written in the provider's calendar
 * @param firstReplyAt NULL where there is no answer
 */
record InboundItem(
        String itemId,
        String platform,
        Instant receivedAt,
        LocalDate day,
        @Nullable Instant firstReplyAt) {

    private static final double MILLIS_PER_HOUR = 3_600_000;

    /** Whether the time in which an answer counts goes on. */
    boolean isOpen(int replyHours, Instant asOf) {
        return receivedAt.plus(Duration.ofHours(replyHours)).isAfter(asOf);
    }

    /** Elapsed hours to the first answer; NULL where there was none in time. */
    @Nullable Double hoursToAnswer(int replyHours) {
        Double hours = firstReplyAt == null ? null : Double.valueOf(hoursUntil(firstReplyAt));
        return hours == null || hours > replyHours ? null : hours;
    }

    /** Elapsed hours until an instant; 0 where a clock was wrong and it is earlier. */
    double hoursUntil(Instant end) {
        return Math.max(0, Duration.between(receivedAt, end).toMillis() / MILLIS_PER_HOUR);
    }
}
