package org.carebench.spark.metric;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** The fixed grid of periods: every thirteen weeks, before and after its origin. */
public final class PeriodGrid {

    /** A Monday on which a period starts. */
    public static final LocalDate ORIGIN = LocalDate.of(2024, 1, 1);

    private PeriodGrid() {}

    /** The period that a day of the provider's calendar belongs to. */
    public static Period of(LocalDate day) {
        return new Period(day.minusDays(Math.floorMod(ChronoUnit.DAYS.between(ORIGIN, day), Period.DAYS)));
    }

    /** Whether a period starts on that day. */
    static boolean isStart(LocalDate day) {
        return Math.floorMod(ChronoUnit.DAYS.between(ORIGIN, day), Period.DAYS) == 0;
    }

    /**
     * The periods from the one of the first day to the last that ended on or before the business date, in order; none where
     * no such period has ended.
     */
    public static List<Period> ended(LocalDate firstDay, LocalDate businessDate) {
        return Stream.iterate(of(firstDay), period -> !period.end().isAfter(businessDate), period -> period.plus(1))
                .toList();
    }
}
