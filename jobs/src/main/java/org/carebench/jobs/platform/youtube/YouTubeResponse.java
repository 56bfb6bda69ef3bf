package org.carebench.jobs.platform.youtube;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.PlatformProblem;
import org.jspecify.annotations.Nullable;

/** One answer of YouTube: a list that may lack its items, and leaves out without a word what it does not give. */
record YouTubeResponse(ApiResponse answer) {

    List<Fields> items() {
        return answer.body().items("items");
    }

    Map<String, Fields> itemsById() {
        Map<String, Fields> items = new HashMap<>();
        items().forEach(item -> item.text("id").ifPresent(id -> items.putIfAbsent(id, item)));
        return items;
    }

    @Nullable String nextPageToken() {
        return answer.body().optionalText("nextPageToken");
    }

    Instant receivedAt() {
        return answer.receivedAt();
    }

    /** Something that was asked for is not in the answer. */
    PlatformProblem missing(ProblemCode code) {
        return PlatformProblem.of(code, answer.endpoint(), answer.status() + " without the item");
    }
}
