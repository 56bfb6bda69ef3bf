package org.carebench.jobs.platform.x;

import org.carebench.jobs.platform.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * How far a listing has come. X ends a listing after so many items without a word, so that they are counted.
 *
 * @param listed items so far
 * @param pages pages so far
 * @param token of the next page; NULL at the beginning and at the end
 */
record ListingPosition(long listed, long pages, @Nullable String token) {

    private static final String SEPARATOR = ":";
    private static final int PARTS = 3;

    static ListingPosition of(Cursor cursor) {
        String text = cursor.position();
        if (text == null) {
            return new ListingPosition(0, 0, null);
        }
        String[] parts = text.split(SEPARATOR, PARTS);
        return new ListingPosition(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]);
    }

    ListingPosition after(int items, @Nullable String next) {
        return new ListingPosition(listed + items, pages + 1, next);
    }

    /**
     * Whether a listing that has ended was cut at so many items. Pages may be short because deleted posts still count; then
     * the last page is empty.
     */
    boolean hasReached(int most, boolean isLastPageEmpty) {
        return listed >= most || (isLastPageEmpty && pages * XClient.PAGE > most);
    }

    @Nullable String text() {
        return token == null ? null : listed + SEPARATOR + pages + SEPARATOR + token;
    }
}
