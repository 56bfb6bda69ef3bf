package org.carebench.jobs.benchmark;

/** The Spark application ended without success. */
public class SparkFailedException extends RuntimeException {

    public SparkFailedException(String message) {
        super(message);
    }

    public SparkFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
