package org.carebench.jobs.platform.tiktok;

import java.util.List;
import java.util.Optional;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.jspecify.annotations.Nullable;

/** A good answer of either API: what was asked for stands under {@code data}. */
record TikTokResponse(ApiResponse answer) {

    Fields data() {
        return answer.body().at("data");
    }

    /**
     * The elements of a list.
     *
     * @throws PlatformException where there is no such list, not even an empty one, though there should be more of it
     */
    List<Fields> items(String list) {
        boolean hasMore = data().isTrue("has_more");
        if (data().isEmpty() || (hasMore && data().isAbsent(list))) {
            throw drift("without " + list);
        }
        return data().items(list);
    }

    /**
     * Where the next page begins; NULL at the end. TikTok leaves videos out of pages, so that only its own word tells the end.
     *
     * @throws PlatformException where there is more, but no way to it
     */
    @Nullable String next() {
        if (!data().isTrue("has_more")) {
            return null;
        }
        Optional<String> cursor = data().text("cursor");
        return cursor.orElseThrow(() -> drift("without cursor"));
    }

    private PlatformException drift(String evidence) {
        return new PlatformException(
                PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, answer.endpoint(), answer.status() + " " + evidence));
    }
}
