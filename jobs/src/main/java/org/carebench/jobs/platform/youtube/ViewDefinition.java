package org.carebench.jobs.platform.youtube;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What YouTube counts as a view, by the day on which a counter was read. It changed twice, and a trend across a change shows
 * a jump that nobody caused.
 */
final class ViewDefinition {

    /** A view is counted after some time of watching. */
    static final String WATCHED = "v1";

    /** Every play of a Short is counted, since 31 March 2025. */
    static final String SHORTS_PLAYED = "v2";

    /** Every play is counted whatever the format, since 27 August 2026. */
    static final String PLAYED = "v3";

    /** The API does not say which videos are Shorts; no longer one is. */
    private static final long LONGEST_SHORT_SECONDS = 180;

    private static final Instant SHORTS_SINCE = pacific(LocalDate.of(2025, 3, 31));
    private static final Instant ALL_SINCE = pacific(LocalDate.of(2026, 8, 27));

    private ViewDefinition() {}

    /** The version for all videos of a channel together. */
    static String ofChannel(Instant observedAt) {
        if (!observedAt.isBefore(ALL_SINCE)) {
            return PLAYED;
        }
        return observedAt.isBefore(SHORTS_SINCE) ? WATCHED : SHORTS_PLAYED;
    }

    /**
     * The version for one video.
     *
     * @param durationSeconds NULL where it is not known; such a video may be a Short
     */
    static String ofVideo(Instant observedAt, @Nullable Long durationSeconds) {
        boolean isTooLongForAShort = durationSeconds != null && durationSeconds > LONGEST_SHORT_SECONDS;
        String version = ofChannel(observedAt);
        return version.equals(SHORTS_PLAYED) && isTooLongForAShort ? WATCHED : version;
    }

    private static Instant pacific(LocalDate day) {
        return day.atStartOfDay(YouTubeRules.PACIFIC).toInstant();
    }
}
