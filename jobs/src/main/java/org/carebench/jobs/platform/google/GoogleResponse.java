package org.carebench.jobs.platform.google;

import java.util.List;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.PlatformProblem;
import org.jspecify.annotations.Nullable;

/** One answer of Google: a page of reviews with the rating of the location, or a place. */
record GoogleResponse(ApiResponse answer) {

    Fields body() {
        return answer.body();
    }

    /** None where the page leaves them out. */
    List<Fields> reviews() {
        return answer.body().items("reviews");
    }

    @Nullable String nextPageToken() {
        return answer.body().optionalText("nextPageToken");
    }

    /** An item of the answer is not what the contract says. */
    PlatformProblem incomplete(String field) {
        return PlatformProblem.of(
                ProblemCode.INCOMPLETE_RECORD, answer.endpoint(), answer.status() + " without " + field);
    }
}
