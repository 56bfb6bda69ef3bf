package org.carebench.jobs.source;

import java.io.BufferedReader;
import java.io.IOException;

/** Lines of a text as the CSV reader counts them: ended by LF, CR or CRLF. */
final class TextLines {

    private static final int END = -1;

    private TextLines() {}

    /** Line breaks in a text. */
    static long breaks(String text) {
        long breaks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isHalfOfCrLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if ((c == '\n' || c == '\r') && !isHalfOfCrLf) {
                breaks++;
            }
        }
        return breaks;
    }

    /**
     * Skips a line, all lines before it, and blank lines on its place.
     *
     * @param line number of the line, the first being 1
     * @return number of the line that was skipped last: the given one, or the first behind it that is not blank
     */
    static long skip(BufferedReader text, long line) throws IOException {
        long skipped = 0;
        boolean isBlank = true;
        while (skipped < line || isBlank) {
            long length = skipLine(text);
            if (length == END) {
                return skipped;
            }
            isBlank = length == 0;
            skipped++;
        }
        return skipped;
    }

    /** Skips one line without keeping it; gives its length, or -1 at the end of the text. */
    private static long skipLine(BufferedReader text) throws IOException {
        int c = text.read();
        if (c == END) {
            return END;
        }
        long length = 0;
        for (; c != END && c != '\n' && c != '\r'; c = text.read()) {
            length++;
        }
        if (c == '\r') {
            skipLineFeed(text);
        }
        return length;
    }

    private static void skipLineFeed(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\n') {
            text.reset();
        }
    }
}
