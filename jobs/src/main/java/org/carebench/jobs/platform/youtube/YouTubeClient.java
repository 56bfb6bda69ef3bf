package org.carebench.jobs.platform.youtube;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRequest;
import org.jspecify.annotations.Nullable;

/** Asks YouTube: a method per endpoint. Credentials are aliases; NULL asks without a key. */
final class YouTubeClient {

    /** Most ids, and most items, of one request; comments come by the hundred. */
    static final int MOST_IDS = 50;

    static final String CHANNELS = "channels.list";
    static final String PLAYLIST_ITEMS = "playlistItems.list";
    static final String VIDEOS = "videos.list";
    static final String COMMENT_THREADS = "commentThreads.list";
    static final String COMMENTS = "comments.list";

    /** Everything but searches and uploads of videos shares one allowance. */
    private static final String BUCKET = "queries";

    private static final long UNIT = 1;
    private static final String CHANNEL_PARTS = "snippet,statistics,contentDetails,status";
    private static final String COMMENTS_PER_PAGE = "100";
    private static final String PLAIN_TEXT = "plainText";

    private final ApiClient client;
    private final YouTubeProperties properties;

    YouTubeClient(ApiClient client, YouTubeProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    YouTubeResponse channels(Collection<String> ids, @Nullable String credential) {
        return get(CHANNELS, "channels", Map.of("part", CHANNEL_PARTS, "id", String.join(",", ids)), credential);
    }

    YouTubeResponse channel(String handle, @Nullable String credential) {
        String name = handle.startsWith("@") ? handle : "@" + handle;
        return get(CHANNELS, "channels", Map.of("part", CHANNEL_PARTS, "forHandle", name), credential);
    }

    YouTubeResponse playlistItems(String playlist, @Nullable String pageToken, @Nullable String credential) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("part", "contentDetails,snippet,status");
        query.put("playlistId", playlist);
        query.put("maxResults", Integer.toString(MOST_IDS));
        return get(PLAYLIST_ITEMS, "playlistItems", paged(query, pageToken), credential);
    }

    YouTubeResponse videos(Collection<String> ids, @Nullable String credential) {
        Map<String, String> query =
                Map.of("part", "snippet,statistics,contentDetails,status", "id", String.join(",", ids));
        return get(VIDEOS, "videos", query, credential);
    }

    YouTubeResponse commentThreads(String video, @Nullable String pageToken, @Nullable String credential) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("part", "snippet,replies");
        query.put("videoId", video);
        query.put("order", "time");
        query.put("maxResults", COMMENTS_PER_PAGE);
        query.put("textFormat", PLAIN_TEXT);
        return get(COMMENT_THREADS, "commentThreads", paged(query, pageToken), credential);
    }

    YouTubeResponse replies(String thread, @Nullable String pageToken, @Nullable String credential) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("part", "snippet");
        query.put("parentId", thread);
        query.put("maxResults", COMMENTS_PER_PAGE);
        query.put("textFormat", PLAIN_TEXT);
        return get(COMMENTS, "comments", paged(query, pageToken), credential);
    }

    private static Map<String, String> paged(Map<String, String> query, @Nullable String pageToken) {
        if (pageToken != null) {
            query.put("pageToken", pageToken);
        }
        return query;
    }

    private YouTubeResponse get(String endpoint, String path, Map<String, String> query, @Nullable String credential) {
        String parameters = query.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        URI uri = URI.create(properties.baseUrl() + "/" + path + "?" + parameters);
        return new YouTubeResponse(client.send(ApiRequest.get(endpoint, uri)
                .withCredential(credential)
                .withBucket(BUCKET)
                .withCost(UNIT, null)));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
