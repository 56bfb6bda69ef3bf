package org.carebench.jobs.platform;

/** One item of an answer lacks what identifies or dates it. The item is left out with a problem; the others are read. */
public final class UnreadableItemException extends RuntimeException {

    private final String field;

    /**
     * Names what is missing.
     *
     * @param field name in the platform's answer, never its value
     */
    public UnreadableItemException(String field) {
        super("Cannot read an item: field " + field + " is missing or is not what the contract says");
        this.field = field;
    }

    public String field() {
        return field;
    }
}
