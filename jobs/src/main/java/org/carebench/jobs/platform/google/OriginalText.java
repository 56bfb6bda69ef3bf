package org.carebench.jobs.platform.google;

/** What a patient wrote, where Google put its own translation before it. */
final class OriginalText {

    private static final String TRANSLATION = "(Translated by Google)";
    private static final String ORIGINAL = "(Original)";

    private OriginalText() {}

    /** The text below the translation; the whole text where the two cannot be told apart. */
    static String of(String comment) {
        int original = comment.indexOf(ORIGINAL);
        if (!comment.startsWith(TRANSLATION) || original < 0) {
            return comment;
        }
        String text = comment.substring(original + ORIGINAL.length()).strip();
        return text.isEmpty() ? comment : text;
    }
}
