package org.carebench.jobs.platform.google;

import java.util.List;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Fields;
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
}
