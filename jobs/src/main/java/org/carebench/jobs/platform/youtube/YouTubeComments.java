package org.carebench.jobs.platform.youtube;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PostRef;
import org.jspecify.annotations.Nullable;

/** Reads the threads under a video. A thread comes with a few of its replies; where there are more, they are asked for. */
final class YouTubeComments {

    private final YouTubeClient client;

    YouTubeComments(YouTubeClient client) {
        this.client = client;
    }

    Page<InteractionReading> page(PostRef post, @Nullable String pageToken) {
        YouTubeReadings<InteractionReading> readings = new YouTubeReadings<>();
        YouTubeResponse threads =
                client.commentThreads(post.postId(), pageToken, post.account().credential());
        for (Fields thread : threads.items()) {
            Fields comment = thread.at("snippet", "topLevelComment");
            readings.add(
                    threads,
                    comment,
                    () -> YouTubeMapper.interaction(comment, InteractionKind.COMMENT, post, post.postId()));
            thread.text("id").ifPresent(id -> replies(post, id, threads, thread, readings));
        }
        return readings.page(threads.nextPageToken());
    }

    private void replies(
            PostRef post,
            String threadId,
            YouTubeResponse threads,
            Fields thread,
            YouTubeReadings<InteractionReading> readings) {
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
                if (YouTubeRules.concernsEveryRequest(e.problem())) {
                    throw e;
                }
                // What came with the thread was seen all the same.
                readings.failed(threadId, e.problem());
            }
        }
        for (Fields reply : replies.values()) {
            readings.add(threads, reply, () -> YouTubeMapper.interaction(reply, InteractionKind.REPLY, post, threadId));
        }
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
        items.forEach(reply -> replies.put(reply.text("id").orElse(""), reply));
    }
}
