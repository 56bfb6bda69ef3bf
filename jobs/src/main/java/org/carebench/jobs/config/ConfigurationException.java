package org.carebench.jobs.config;

/** The configuration cannot be used. The message says which file or key, what was found, and what to do. */
public class ConfigurationException extends RuntimeException {

    public ConfigurationException(String message) {
        super(message);
    }

    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
