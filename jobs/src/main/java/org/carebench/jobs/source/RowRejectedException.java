package org.carebench.jobs.source;

import org.carebench.contract.dataset.ProblemCode;
import org.jspecify.annotations.Nullable;

/** A row cannot be read and becomes a problem. The message never quotes the row, which may hold personal data. */
public class RowRejectedException extends RuntimeException {

    private final ProblemCode code;
    private final @Nullable String column;
    private final String sentence;

    public RowRejectedException(ProblemCode code, @Nullable String column, String message) {
        super(message);
        this.sentence = message;
        this.code = code;
        this.column = column;
    }

    public ProblemCode code() {
        return code;
    }

    /** What was found and what to do. */
    public String sentence() {
        return sentence;
    }

    /** The column that shows the problem; NULL where the whole row does. */
    public @Nullable String column() {
        return column;
    }
}
