package org.carebench.jobs.platform.x;

import org.carebench.jobs.platform.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * How far the listing of what stands under a post has come: replies first, then quotes.
 *
 * @param token of the next page; NULL for the first
 */
record InteractionsPosition(boolean isInQuotes, @Nullable String token) {

    private static final String REPLIES = "replies:";
    private static final String QUOTES = "quotes:";

    static InteractionsPosition of(Cursor cursor) {
        String text = cursor.position();
        if (text == null) {
            return new InteractionsPosition(false, null);
        }
        if (text.equals(QUOTES)) {
            return beginOfQuotes();
        }
        return text.startsWith(QUOTES)
                ? inQuotes(text.substring(QUOTES.length()))
                : inReplies(text.substring(REPLIES.length()));
    }

    static InteractionsPosition inReplies(String token) {
        return new InteractionsPosition(false, token);
    }

    static InteractionsPosition inQuotes(String token) {
        return new InteractionsPosition(true, token);
    }

    static InteractionsPosition beginOfQuotes() {
        return new InteractionsPosition(true, null);
    }

    String text() {
        return (isInQuotes ? QUOTES : REPLIES) + (token == null ? "" : token);
    }
}
