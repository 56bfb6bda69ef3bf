package org.carebench.jobs.platform;

import java.util.Optional;

/** How one platform says that something is wrong, and how much more it allows. */
public interface ApiRules {

    /**
     * What is wrong with an answer, by its status and the platform's own codes, never by the text of a message.
     *
     * @return nothing where the answer is good. Some platforms answer errors with status 200
     */
    Optional<PlatformProblem> problem(ApiResponse response);

    /** What the headers (or the body) say about limits. */
    default LimitSignal limits(ApiResponse response) {
        return LimitSignal.NONE;
    }
}
