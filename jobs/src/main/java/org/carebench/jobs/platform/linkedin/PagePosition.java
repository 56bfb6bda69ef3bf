package org.carebench.jobs.platform.linkedin;

import org.jspecify.annotations.Nullable;

/**
 * Where a page of a finder begins.
 *
 * @param start number of elements before it
 * @param token for finders that go on by token; NULL for the others and for the first page
 */
record PagePosition(long start, @Nullable String token) {

    static final PagePosition START = new PagePosition(0, null);

    private static final String TOKEN = "token:";

    static PagePosition of(@Nullable String text) {
        if (text == null) {
            return START;
        }
        return text.startsWith(TOKEN)
                ? new PagePosition(0, text.substring(TOKEN.length()))
                : new PagePosition(Long.parseLong(text), null);
    }

    String text() {
        return token == null ? Long.toString(start) : TOKEN + token;
    }
}
