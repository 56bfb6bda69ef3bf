package org.carebench.spark.metric;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Thirteen ISO weeks of the grid, in the provider's calendar.
 *
 * @param start its first day, a Monday, which identifies it
 */
public record Period(LocalDate start) implements Comparable<Period> {

    public static final int WEEKS = 13;
    public static final int DAYS = 7 * WEEKS;

    /** @throws IllegalArgumentException where no period of the grid starts on that day */
    public Period {
        if (!PeriodGrid.isStart(start)) {
            throw new IllegalArgumentException("Cannot create a period: none starts on " + start
                    + "; periods start every " + WEEKS + " weeks from " + PeriodGrid.ORIGIN);
        }
    }

    /** Its last day, a Sunday. */
    public LocalDate end() {
        return start.plusDays(DAYS - 1);
    }

    /** The Monday of one of its weeks, counted from 0. */
    public LocalDate monday(int week) {
        return start.plusWeeks(week);
    }

    /** The week of the period, counted from 0, that one of its days belongs to. */
    public int weekOf(LocalDate day) {
        return (int) (ChronoUnit.DAYS.between(start, day) / 7);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end());
    }

    /** The period so many periods later, or earlier where the number is negative. */
    public Period plus(int periods) {
        return new Period(start.plusWeeks((long) periods * WEEKS));
    }

    @Override
    public int compareTo(Period other) {
        return start.compareTo(other.start);
    }
}
