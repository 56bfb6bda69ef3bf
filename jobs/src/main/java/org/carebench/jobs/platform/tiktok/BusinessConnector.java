package org.carebench.jobs.platform.tiktok;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Capability;
import org.carebench.jobs.platform.CapabilityMatrix;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.ItemsRead;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.Window;
import org.jspecify.annotations.Nullable;

/** Reads business accounts of TikTok by the Business API. */
final class BusinessConnector extends TikTokConnector {

    private static final CapabilityMatrix CAPABILITIES = capabilitiesOfBoth()
            .owned(DataFamily.POST_REFRESH, Capability.none("counters are read again with the listing of videos"))
            .owned(DataFamily.INTERACTIONS, Capability.full())
            .build();

    private final BusinessClient client;

    BusinessConnector(BusinessClient client) {
        this.client = client;
    }

    @Override
    public CapabilityMatrix capabilities() {
        return CAPABILITIES;
    }

    @Override
    public int postsPerRefresh(AccountRef account) {
        return 1;
    }

    @Override
    Result<AccountReading> account(AccountRef account) {
        TikTokResponse response = client.profile(account);
        return ItemsRead.one(
                response.answer(), response.data(), profile -> TikTokMapper.businessAccount(profile, account));
    }

    @Override
    public Page<PostReading> posts(AccountRef account, Window window, Cursor cursor) {
        TikTokResponse response = client.videos(account, cursor.position());
        ItemsRead<PostReading> read =
                ItemsRead.of(response.answer(), response.items("videos"), "item_id", TikTokMapper::businessVideo);
        return new Page<>(read.items(), read.problems(), response.next());
    }

    @Override
    public Map<PostRef, Result<PostReading>> refresh(List<PostRef> posts) {
        return Map.of();
    }

    @Override
    public Page<InteractionReading> interactions(PostRef post, Window window, Cursor cursor) {
        TikTokResponse response = client.comments(post, cursor.position());
        List<Fields> comments = response.items("comments");
        ItemsRead<InteractionReading> read = read(response, comments, post, null);
        List<InteractionReading> items = new ArrayList<>(read.items());
        List<ItemProblem> problems = new ArrayList<>(read.problems());
        for (Fields comment : comments) {
            if (comment.count("replies").orElse(0L) > 0) {
                comment.text("comment_id").ifPresent(id -> readReplies(post, id, items, problems));
            }
        }
        return new Page<>(items, problems, response.next());
    }

    private void readReplies(
            PostRef post, String commentId, List<InteractionReading> items, List<ItemProblem> problems) {
        Set<String> cursors = new HashSet<>();
        String cursor = null;
        try {
            do {
                TikTokResponse response = client.replies(post, commentId, cursor);
                ItemsRead<InteractionReading> replies = read(response, response.items("comments"), post, commentId);
                items.addAll(replies.items());
                problems.addAll(replies.problems());
                cursor = response.next();
            } while (cursor != null && cursors.add(cursor));
        } catch (PlatformException e) {
            if (!isRefusal(e)) {
                throw e;
            }
            problems.add(new ItemProblem(commentId, e.problem()));
        }
    }

    private static ItemsRead<InteractionReading> read(
            TikTokResponse response, List<Fields> comments, PostRef post, @Nullable String parentId) {
        return ItemsRead.of(
                response.answer(),
                comments,
                "comment_id",
                comment -> TikTokMapper.comment(
                        comment, post.postId(), parentId, post.account().identifier()));
    }
}
