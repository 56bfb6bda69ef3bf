package org.carebench.jobs.platform.tiktok;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carebench.jobs.platform.Address;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The endpoints of the Display API that are used. The token says whose account it is. */
final class DisplayClient {

    static final int PAGE = 20;

    private static final String USER_FIELDS =
            "open_id,display_name,avatar_url,follower_count,following_count,likes_count,video_count";
    private static final String VIDEO_FIELDS =
            "id,create_time,share_url,title,video_description,duration,like_count,comment_count,share_count,view_count";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ApiClient http;
    private final URI base;

    DisplayClient(ApiClient http, URI base) {
        this.http = http;
        this.base = base;
    }

    TikTokResponse user(@Nullable String credential) {
        return send(request("user/info", USER_FIELDS), credential);
    }

    TikTokResponse videos(@Nullable String cursor, @Nullable String credential) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("max_count", PAGE);
        if (cursor != null) {
            body.put("cursor", Long.valueOf(cursor));
        }
        return send(request("video/list", VIDEO_FIELDS).withBody("application/json", json(body)), credential);
    }

    TikTokResponse videosById(List<String> ids, @Nullable String credential) {
        String body = json(Map.of("filters", Map.of("video_ids", ids)));
        return send(request("video/query", VIDEO_FIELDS).withBody("application/json", body), credential);
    }

    private ApiRequest request(String endpoint, String fields) {
        URI uri =
                Address.of(base, "/v2/" + endpoint + "/").with("fields", fields).uri();
        // Every endpoint has a limit of its own.
        return ApiRequest.get(endpoint, uri).withBucket(endpoint);
    }

    private TikTokResponse send(ApiRequest request, @Nullable String credential) {
        return new TikTokResponse(http.send(request.withCredential(credential)));
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
