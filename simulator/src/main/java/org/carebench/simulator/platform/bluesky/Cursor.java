package org.carebench.simulator.platform.bluesky;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carebench.simulator.http.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: time and cid of its last item, as "1795345030826__bafy…". Lists are sorted newest first, and by cid where
 * times are equal.
 */
record Cursor(long milliseconds, String cid) {

    private static final Pattern FORM = Pattern.compile("(-?\\d{1,18})__([a-z0-9]+)");
    private static final Comparator<Cursor> NEWEST_FIRST = Comparator.comparingLong(Cursor::milliseconds)
            .thenComparing(Cursor::cid)
            .reversed();

    /** One page: its items, and the cursor of the next one or null. */
    record Page<T>(List<T> items, @Nullable String cursor) {}

    /**
     * The page that begins behind a cursor. Some pages are shorter than the limit although more follow, as on the real
     * network, where items are filtered after they were counted.
     */
    static <T> Page<T> page(
            List<T> all, Function<T, Instant> time, Function<T, String> uri, @Nullable String cursor, int limit) {
        Cursor from = cursor == null ? null : parse(cursor);
        record Placed<T>(Cursor place, T item) {}
        List<Placed<T>> rest = new ArrayList<>();
        for (T item : all) {
            Cursor place = new Cursor(time.apply(item).toEpochMilli(), Cid.of(uri.apply(item)));
            if (from == null || NEWEST_FIRST.compare(place, from) > 0) {
                rest.add(new Placed<>(place, item));
            }
        }
        rest.sort(Comparator.comparing(Placed::place, NEWEST_FIRST));
        if (rest.size() < limit) {
            return new Page<>(rest.stream().map(Placed::item).toList(), null);
        }
        Cursor last = rest.get(limit - 1).place();
        int shown = limit > 2 && last.milliseconds() % 4 == 0 ? limit - 1 : limit;
        Cursor next = rest.get(shown - 1).place();
        return new Page<>(
                rest.subList(0, shown).stream().map(Placed::item).toList(), next.milliseconds() + "__" + next.cid());
    }

    /** Reads a cursor; the real network answers a malformed one with its own failure, and so does this. */
    private static Cursor parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new Refusal(XrpcError.internal());
        }
        return new Cursor(Long.parseLong(matcher.group(1)), matcher.group(2));
    }
}
