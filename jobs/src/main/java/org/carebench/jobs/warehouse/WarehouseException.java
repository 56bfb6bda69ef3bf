package org.carebench.jobs.warehouse;

/** The warehouse cannot be opened or closed. */
public class WarehouseException extends RuntimeException {

    public WarehouseException(String message) {
        super(message);
    }

    public WarehouseException(String message, Throwable cause) {
        super(message, cause);
    }
}
