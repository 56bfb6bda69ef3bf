package org.carebench.jobs.platform;

import org.jspecify.annotations.Nullable;

/**
 * Where a listing goes on.
 *
 * @param position opaque; NULL for the first page
 */
public record Cursor(@Nullable String position) {

    public static final Cursor START = new Cursor(null);
}
