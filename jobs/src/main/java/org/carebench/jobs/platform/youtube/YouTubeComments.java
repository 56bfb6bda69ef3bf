package org.carebench.jobs.platform.youtube;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.ItemsRead;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PostRef;
import org.jspecify.annotations.Nullable;

/** Reads the threads under a video. A thread comes with a few of its replies; where there are more, they are asked for. */
final class YouTubeComments {

    private static final String ID = "id";

    private final YouTubeClient client;

    YouTubeComments(YouTubeClient client) {
        this.client = client;
    }

    /** A page of threads with all their replies, so that who looks for new comments need not know which came how. */
    Page<InteractionReading> page(PostRef post, @Nullable String pageToken) {
        YouTubeResponse threads =
                client.commentThreads(post.postId(), pageToken, post.account().credential());
        List<InteractionReading> read = new ArrayList<>();
        List<ItemProblem> problems = new ArrayList<>();
        for (Fields thread : threads.items()) {
            ItemsRead<InteractionReading> comment = ItemsRead.of(
                    threads.answer(),
                    List.of(thread.at("snippet", "topLevelComment")),
                    ID,
                    item -> YouTubeMapper.interaction(item, InteractionKind.COMMENT, post, post.postId()));
            read.addAll(comment.items());
            problems.addAll(comment.problems());
            String id = thread.optionalText(ID);
            if (id != null) {
                ItemsRead<InteractionReading> replies = ItemsRead.of(
                        threads.answer(),
                        replies(post, id, thread, problems),
                        ID,
                        item -> YouTubeMapper.interaction(item, InteractionKind.REPLY, post, id));
                read.addAll(replies.items());
                problems.addAll(replies.problems());
            }
        }
        return new Page<>(read, problems, threads.nextPageToken());
    }

    private List<Fields> replies(PostRef post, String threadId, Fields thread, List<ItemProblem> problems) {
        Map<String, Fields> replies = new LinkedHashMap<>();
        put(replies, thread.at("replies").items("comments"));
        boolean hasMore = thread.at("snippet")
                .count("totalReplyCount")
                .filter(total -> total > replies.size())
                .isPresent();
        if (hasMore) {
            try {
                putAll(replies, threadId, post.account().credential());
            } catch (PlatformException e) {
                if (e.problem().isOfAccess()) {
                    throw e;
                }
                // What came with the thread was seen all the same.
                problems.add(new ItemProblem(threadId, e.problem()));
            }
        }
        return List.copyOf(replies.values());
    }

    private void putAll(Map<String, Fields> replies, String threadId, @Nullable String credential) {
        String pageToken = null;
        do {
            YouTubeResponse page = client.replies(threadId, pageToken, credential);
            put(replies, page.items());
            pageToken = page.nextPageToken();
        } while (pageToken != null);
    }

    private static void put(Map<String, Fields> replies, List<Fields> items) {
        items.forEach(reply -> replies.put(reply.text(ID).orElse(""), reply));
    }
}
