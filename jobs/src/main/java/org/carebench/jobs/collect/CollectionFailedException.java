package org.carebench.jobs.collect;

/** What was collected cannot be kept, for example because the disk is full. */
public final class CollectionFailedException extends RuntimeException {

    CollectionFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
