package org.carebench.jobs.cli;

/** The configuration cannot be used. */
final class ConfigurationException extends RuntimeException {

    ConfigurationException(String message) {
        super(message);
    }
}
