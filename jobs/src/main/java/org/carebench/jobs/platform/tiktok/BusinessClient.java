package org.carebench.jobs.platform.tiktok;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Address;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRequest;
import org.carebench.jobs.platform.PostRef;
import org.jspecify.annotations.Nullable;

/** The endpoints of the Business API that are used. An account is named by its business id. */
final class BusinessClient {

    private static final String ROOT = "/open_api/v1.3/business/";
    private static final int PAGE = 20;
    private static final String PROFILE_FIELDS = list(List.of(
            "username",
            "display_name",
            "profile_image",
            "bio_description",
            "is_verified",
            "followers_count",
            "following_count",
            "videos_count"));
    private static final String VIDEO_FIELDS = list(List.of(
            "item_id", "create_time", "caption", "share_url", "likes", "comments", "shares", "video_views", "reach"));

    private final ApiClient http;
    private final URI base;

    BusinessClient(ApiClient http, URI base) {
        this.http = http;
        this.base = base;
    }

    TikTokResponse profile(AccountRef account) {
        return send("business/get", address("get/", account).with("fields", PROFILE_FIELDS), account);
    }

    TikTokResponse videos(AccountRef account, @Nullable String cursor) {
        Address address = address("video/list/", account).with("fields", VIDEO_FIELDS);
        return send("business/video/list", page(address, cursor), account);
    }

    TikTokResponse comments(PostRef post, @Nullable String cursor) {
        Address address = address("comment/list/", post.account()).with("video_id", post.postId());
        return send("business/comment/list", page(address, cursor), post.account());
    }

    TikTokResponse replies(PostRef post, String commentId, @Nullable String cursor) {
        Address address = address("comment/reply/list/", post.account())
                .with("video_id", post.postId())
                .with("comment_id", commentId);
        return send("business/comment/reply/list", page(address, cursor), post.account());
    }

    private Address address(String path, AccountRef account) {
        return Address.of(base, ROOT + path).with("business_id", account.identifier());
    }

    private static Address page(Address address, @Nullable String cursor) {
        return address.with("max_count", PAGE).with("cursor", cursor);
    }

    private TikTokResponse send(String endpoint, Address address, AccountRef account) {
        return new TikTokResponse(
                http.send(ApiRequest.get(endpoint, address.uri()).withCredential(account.credential())));
    }

    /** A list as JSON, which is how the Business API takes it. */
    private static String list(List<String> names) {
        return names.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }
}
