package org.carebench.jobs.platform.tiktok;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Capability;
import org.carebench.jobs.platform.CapabilityMatrix;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.ItemsRead;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.Window;

/** Reads accounts of TikTok by the Display API. */
final class DisplayConnector extends TikTokConnector {

    private static final CapabilityMatrix CAPABILITIES = capabilitiesOfBoth()
            .owned(DataFamily.POST_REFRESH, Capability.full())
            .owned(DataFamily.INTERACTIONS, Capability.none("the Display API gives no comments"))
            .build();

    private final DisplayClient client;

    DisplayConnector(DisplayClient client) {
        this.client = client;
    }

    @Override
    public CapabilityMatrix capabilities() {
        return CAPABILITIES;
    }

    @Override
    public int postsPerRefresh(AccountRef account) {
        return DisplayClient.PAGE;
    }

    @Override
    Result<AccountReading> account(AccountRef account) {
        TikTokResponse response = client.user(account.credential());
        return ItemsRead.one(
                response.answer(), response.data().at("user"), user -> TikTokMapper.displayAccount(user, account));
    }

    @Override
    public Page<PostReading> posts(AccountRef account, Window window, Cursor cursor) {
        TikTokResponse response = client.videos(cursor.position(), account.credential());
        ItemsRead<PostReading> read =
                ItemsRead.of(response.answer(), response.items("videos"), "id", TikTokMapper::displayVideo);
        return new Page<>(read.items(), read.problems(), response.next());
    }

    /** Videos that are gone are left out without a word. */
    @Override
    public Map<PostRef, Result<PostReading>> refresh(List<PostRef> posts) {
        List<String> ids = posts.stream().map(PostRef::postId).distinct().toList();
        TikTokResponse response = client.videosById(ids, posts.get(0).account().credential());
        Map<String, Fields> found = new HashMap<>();
        response.items("videos").forEach(video -> video.text("id").ifPresent(id -> found.put(id, video)));
        PlatformProblem gone = PlatformProblem.of(
                ProblemCode.GONE,
                response.answer().endpoint(),
                response.answer().status() + " left out");
        Map<PostRef, Result<PostReading>> results = new LinkedHashMap<>();
        for (PostRef post : posts) {
            Fields video = found.get(post.postId());
            results.put(
                    post,
                    video == null
                            ? Result.failed(gone)
                            : ItemsRead.one(response.answer(), video, TikTokMapper::displayVideo));
        }
        return results;
    }

    @Override
    public Page<InteractionReading> interactions(PostRef post, Window window, Cursor cursor) {
        return Page.empty();
    }
}
