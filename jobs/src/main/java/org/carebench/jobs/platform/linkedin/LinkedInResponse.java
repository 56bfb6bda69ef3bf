package org.carebench.jobs.platform.linkedin;

import java.util.List;
import java.util.Optional;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.jspecify.annotations.Nullable;

/** One page of a finder of LinkedIn. Finders go on by offset or by token, and tell which in their answers. */
record LinkedInResponse(ApiResponse answer) {

    List<Fields> elements() {
        return answer.body().items("elements");
    }

    /**
     * Makes sure that this is the answer of a finder.
     *
     * @throws PlatformException where there are no elements, not even none
     */
    LinkedInResponse requireElements() {
        if (answer.body().isAbsent("elements")) {
            throw new PlatformException(PlatformProblem.of(
                    ProblemCode.CONTRACT_DRIFT, answer.endpoint(), answer.status() + " without elements"));
        }
        return this;
    }

    /** Where the next page begins; NULL at the end. */
    @Nullable PagePosition next(PagePosition asked) {
        Optional<String> token = answer.body().at("metadata").text("nextPageToken");
        if (token.isPresent()) {
            return new PagePosition(0, token.get());
        }
        long start = asked.start() + step();
        return asked.token() == null && start > asked.start() && hasNext(start) ? new PagePosition(start, null) : null;
    }

    /**
     * How far the next page is. Servers give fewer elements than they promise, whether they leave some out or cap the page:
     * to go on behind the last one that came repeats some, but loses none.
     */
    private long step() {
        return elements().isEmpty()
                ? paging().count("count").orElse(0L)
                : elements().size();
    }

    private boolean hasNext(long start) {
        if (paging().isEmpty()) {
            return elements().size() >= LinkedInClient.PAGE;
        }
        boolean isLinked = paging().items("links").stream()
                .anyMatch(link -> link.text("rel").filter("next"::equals).isPresent());
        boolean isCounted = paging().count("total")
                .map(total -> start < total)
                .orElse(!elements().isEmpty());
        boolean isIgnored =
                paging().count("start").filter(given -> given + step() < start).isPresent();
        return (isLinked || isCounted) && !isIgnored;
    }

    private Fields paging() {
        return answer.body().at("paging");
    }
}
