package org.carebench.jobs.source;

/** A source file as a whole cannot be read. The message says which file, what was found, and what to do. */
public class SourceFileException extends RuntimeException {

    public SourceFileException(String message) {
        super(message);
    }

    public SourceFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
