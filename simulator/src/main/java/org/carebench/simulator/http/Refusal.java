package org.carebench.simulator.http;

/** Ends the handling of a request with an error answer of the platform, from wherever the reason was found. */
public final class Refusal extends RuntimeException {

    private final transient Answer answer;

    /** The answer that the caller gets. */
    public Refusal(Answer answer) {
        super("The simulated platform answers " + answer.status() + ".", null, false, false);
        this.answer = answer;
    }

    /** The answer that the caller gets. */
    public Answer answer() {
        return answer;
    }
}
