package org.carebench.jobs.platform.linkedin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A version of LinkedIn's API.
 *
 * @param name year and month, for example 202607
 * @param sunset day from which on LinkedIn refuses it
 */
record ApiVersion(String name, LocalDate sunset) {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMM");
    private static final Period WARNED_BEFORE = Period.ofDays(60);
    /** Version 202508 ended on 17 August 2026. */
    private static final int USUAL_DAY = 17;

    /**
     * A version that ends when versions usually do: in the same month of the next year.
     *
     * @throws DateTimeException where the name is no year and month
     */
    static ApiVersion of(String name) {
        return new ApiVersion(name, YearMonth.parse(name, NAME).plusYears(1).atDay(USUAL_DAY));
    }

    /** What has to be said of the version at an instant; nothing while its end is far. */
    Optional<String> warning(Instant now) {
        if (LocalDate.ofInstant(now, ZoneOffset.UTC).isBefore(sunset.minus(WARNED_BEFORE))) {
            return Optional.empty();
        }
        return Optional.of("LinkedIn ends version " + name + " of its API about " + sunset
                + ": set a newer one in the profile (platform linkedin, setting 'version'), and compare what changed.");
    }
}
