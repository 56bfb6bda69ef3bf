package org.carebench.jobs.platform;

/**
 * What a platform offers of a family of data.
 *
 * @param reason what is missing and why; empty where everything is offered
 */
public record Capability(Offer offer, String reason) {

    /** How much is offered. */
    public enum Offer {
        FULL,
        PARTIAL,
        NONE
    }

    public static Capability full() {
        return new Capability(Offer.FULL, "");
    }

    public static Capability partial(String reason) {
        return new Capability(Offer.PARTIAL, reason);
    }

    public static Capability none(String reason) {
        return new Capability(Offer.NONE, reason);
    }

    public boolean isOffered() {
        return offer != Offer.NONE;
    }
}
