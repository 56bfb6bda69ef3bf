package org.carebench.jobs.publish;

/** A fatal quality check failed; what was published before stays published. */
public class QualityGateException extends RuntimeException {

    public QualityGateException(String message) {
        super(message);
    }
}
