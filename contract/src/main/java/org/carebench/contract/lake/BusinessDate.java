package org.carebench.contract.lake;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The day that a night describes. Never "today": it is always passed in. */
public record BusinessDate(LocalDate day) {

    /**
     * Reads an ISO date such as 2025-12-06.
     *
     * @throws IllegalArgumentException where the text is not a calendar day
     */
    public static BusinessDate parse(String text) {
        try {
            return new BusinessDate(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Cannot read business date '" + text
                            + "': write a calendar day as YYYY-MM-DD, for example 2025-12-06",
                    e);
        }
    }

    @Override
    public String toString() {
        return day.toString();
    }
}
