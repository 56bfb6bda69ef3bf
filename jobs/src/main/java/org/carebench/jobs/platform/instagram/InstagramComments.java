package org.carebench.jobs.platform.instagram;

import java.util.ArrayList;
import java.util.List;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.graph.GraphPage;
import org.jspecify.annotations.Nullable;

/** Lists the comments under an owned medium, each followed by all of its replies. */
final class InstagramComments {

    private final InstagramClient client;
    private final InstagramMapper mapper;

    InstagramComments(InstagramClient client, InstagramMapper mapper) {
        this.client = client;
        this.mapper = mapper;
    }

    Page<InteractionReading> page(PostRef post, Cursor cursor) {
        GraphPage page = client.comments(post.account(), post.postId(), cursor);
        Page<InteractionReading> comments = page.read(comment -> mapper.comment(comment, post, null));
        List<InteractionReading> items = new ArrayList<>(comments.items());
        List<ItemProblem> problems = new ArrayList<>(comments.problems());
        page.items().forEach(comment -> addReplies(post, comment, items, problems));
        boolean isEmpty = cursor.position() == null && page.items().isEmpty() && page.after() == null;
        if (isEmpty && hasComments(post)) {
            problems.add(withheld(post));
        }
        return new Page<>(items, problems, comments.next());
    }

    private void addReplies(PostRef post, Fields comment, List<InteractionReading> items, List<ItemProblem> problems) {
        String commentId = comment.optionalText("id");
        if (commentId == null) {
            return;
        }
        GraphPage replies = GraphPage.nested(InstagramClient.REPLIES, comment.at("replies"));
        String after = hasMore(comment, replies) ? replies.after() : null;
        add(replies, post, commentId, items, problems);
        try {
            while (after != null) {
                GraphPage more = client.replies(post.account(), commentId, new Cursor(after));
                add(more, post, commentId, items, problems);
                after = after.equals(more.after()) ? null : more.after();
            }
        } catch (PlatformException e) {
            if (e.problem().isOfAccess()) {
                throw e;
            }
            problems.add(new ItemProblem(commentId, e.problem()));
        }
    }

    /** A page within a field need not say that there is a next one. */
    private static boolean hasMore(Fields comment, GraphPage replies) {
        return !comment.at("replies", "paging").isAbsent("next")
                || replies.items().size() >= InstagramClient.REPLIES_PER_PAGE;
    }

    private void add(
            GraphPage replies,
            PostRef post,
            @Nullable String commentId,
            List<InteractionReading> items,
            List<ItemProblem> problems) {
        Page<InteractionReading> page = replies.read(reply -> mapper.comment(reply, post, commentId));
        items.addAll(page.items());
        problems.addAll(page.problems());
    }

    /** Apps in development mode get no comments where there are some. */
    private boolean hasComments(PostRef post) {
        ApiResponse medium = client.commentCount(post.account(), post.postId());
        return medium.body().count("comments_count").orElse(0L) > 0;
    }

    private static ItemProblem withheld(PostRef post) {
        return new ItemProblem(
                post.postId(),
                PlatformProblem.of(
                        ProblemCode.PERMISSION, InstagramClient.COMMENTS, "200 no comments though there are some"));
    }
}
