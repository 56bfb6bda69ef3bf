package org.carebench.jobs.platform;

/** A token, key or password. It shows itself to nobody but who asks for {@link #value()}. */
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
