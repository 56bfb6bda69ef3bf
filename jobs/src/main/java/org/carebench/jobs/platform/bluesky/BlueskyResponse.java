package org.carebench.jobs.platform.bluesky;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.jspecify.annotations.Nullable;

/** What is read of an answer of Bluesky. */
record BlueskyResponse(String endpoint, Fields body) {

    private static final String NOT_FOUND_POST = "app.bsky.feed.defs#notFoundPost";
    private static final String BLOCKED_POST = "app.bsky.feed.defs#blockedPost";

    /**
     * A thread, laid flat.
     *
     * @param top the post that was asked for
     * @param replies everything below it, each before what answers it
     * @param deleted replies that the thread names but does not show any more
     * @param blocked replies that are not shown because somebody blocks somebody
     */
    record PostThread(Fields top, List<Fields> replies, int deleted, int blocked) {}

    /**
     * The elements of a list that the answer must have.
     *
     * @throws PlatformException CONTRACT_DRIFT where it has no such list: an empty one would say that there is nothing
     */
    List<Fields> list(String field) {
        if (!body.node().path(field).isArray()) {
            throw drift(field);
        }
        return body.items(field);
    }

    /** Where the next page begins; NULL at the end. */
    @Nullable String cursor() {
        return body.optionalText("cursor");
    }

    /**
     * The thread.
     *
     * @throws PlatformException GONE where the post is not there any more, PERMISSION where it is not shown to us
     */
    PostThread thread() {
        Fields top = body.at("thread");
        switch (type(top)) {
            case NOT_FOUND_POST -> throw problem(ProblemCode.GONE, "200 notFoundPost");
            case BLOCKED_POST -> throw problem(ProblemCode.PERMISSION, "200 blockedPost");
            default -> {
                if (top.at("post").isEmpty()) {
                    throw drift("thread.post");
                }
            }
        }
        List<Fields> replies = new ArrayList<>();
        int deleted = 0;
        int blocked = 0;
        Deque<Fields> open = new ArrayDeque<>();
        pushReplies(top, open);
        while (!open.isEmpty()) {
            Fields next = open.pop();
            switch (type(next)) {
                case NOT_FOUND_POST -> deleted++;
                case BLOCKED_POST -> blocked++;
                default -> {
                    if (!next.at("post").isEmpty()) {
                        replies.add(next.at("post"));
                    }
                    pushReplies(next, open);
                }
            }
        }
        return new PostThread(top.at("post"), replies, deleted, blocked);
    }

    private static void pushReplies(Fields node, Deque<Fields> open) {
        List<Fields> replies = node.items("replies");
        for (int i = replies.size() - 1; i >= 0; i--) {
            open.push(replies.get(i));
        }
    }

    private static String type(Fields node) {
        return node.text("$type").orElse("");
    }

    private PlatformException drift(String field) {
        return problem(ProblemCode.CONTRACT_DRIFT, "200 without " + field);
    }

    private PlatformException problem(ProblemCode code, String evidence) {
        return new PlatformException(PlatformProblem.of(code, endpoint, evidence));
    }
}
