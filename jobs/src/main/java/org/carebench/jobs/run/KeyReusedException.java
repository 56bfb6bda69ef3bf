package org.carebench.jobs.run;

/** A key that names one request came with another one. */
public class KeyReusedException extends RuntimeException {

    public KeyReusedException(String message) {
        super(message);
    }
}
