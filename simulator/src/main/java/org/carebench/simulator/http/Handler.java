package org.carebench.simulator.http;

/** Answers the requests of one endpoint. */
@FunctionalInterface
public interface Handler {

    /**
     * Answers a request.
     *
     * @throws Refusal with the platform's error answer
     */
    Answer answer(Request request);
}
