package org.carebench.jobs.platform.linkedin;

import org.carebench.jobs.platform.Cursor;
import org.jspecify.annotations.Nullable;

/** How far daily statistics were read: shares first, then followers. */
record InsightPosition(DailyStatistics statistics, PagePosition page) {

    private static final char SEPARATOR = '/';

    static InsightPosition of(Cursor cursor) {
        String text = cursor.position();
        if (text == null) {
            return new InsightPosition(DailyStatistics.SHARES, PagePosition.START);
        }
        int end = text.indexOf(SEPARATOR);
        return new InsightPosition(
                DailyStatistics.valueOf(text.substring(0, end)), PagePosition.of(text.substring(end + 1)));
    }

    /** What is read after a page; NULL at the end of all. */
    @Nullable String after(@Nullable PagePosition nextPage) {
        if (nextPage != null) {
            return text(statistics, nextPage);
        }
        return statistics == DailyStatistics.SHARES ? text(DailyStatistics.FOLLOWERS, PagePosition.START) : null;
    }

    private static String text(DailyStatistics statistics, PagePosition page) {
        return statistics.name() + SEPARATOR + page.text();
    }
}
