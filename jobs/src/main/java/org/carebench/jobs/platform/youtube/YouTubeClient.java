package org.carebench.jobs.platform.youtube;

import java.util.Collection;
import org.carebench.jobs.platform.Address;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks YouTube: a method per endpoint. Credentials are aliases; NULL asks without a key. Everything but searches and uploads
 * of videos shares one allowance, in which each of these requests is one unit.
 */
final class YouTubeClient {

    /** Most ids of one request, and most entries of a page of uploads. */
    static final int MOST_IDS = 50;

    static final String CHANNELS = "channels.list";
    static final String PLAYLIST_ITEMS = "playlistItems.list";
    static final String VIDEOS = "videos.list";
    static final String COMMENT_THREADS = "commentThreads.list";
    static final String COMMENTS = "comments.list";

    private static final long UNIT = 1;
    private static final String PARTS = "snippet,statistics,contentDetails,status";
    private static final int MOST_COMMENTS = 100;

    private final ApiClient client;
    private final YouTubeProperties properties;

    YouTubeClient(ApiClient client, YouTubeProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    YouTubeResponse channels(Collection<String> ids, @Nullable String credential) {
        return get(CHANNELS, at("/channels", PARTS).with("id", String.join(",", ids)), credential);
    }

    YouTubeResponse channel(String handle, @Nullable String credential) {
        String name = handle.startsWith("@") ? handle : "@" + handle;
        return get(CHANNELS, at("/channels", PARTS).with("forHandle", name), credential);
    }

    YouTubeResponse playlistItems(String playlist, @Nullable String pageToken, @Nullable String credential) {
        Address address = at("/playlistItems", "contentDetails,snippet,status")
                .with("playlistId", playlist)
                .with("maxResults", MOST_IDS)
                .with("pageToken", pageToken);
        return get(PLAYLIST_ITEMS, address, credential);
    }

    YouTubeResponse videos(Collection<String> ids, @Nullable String credential) {
        return get(VIDEOS, at("/videos", PARTS).with("id", String.join(",", ids)), credential);
    }

    YouTubeResponse commentThreads(String video, @Nullable String pageToken, @Nullable String credential) {
        Address address =
                at("/commentThreads", "snippet,replies").with("videoId", video).with("order", "time");
        return get(COMMENT_THREADS, asComments(address, pageToken), credential);
    }

    YouTubeResponse replies(String thread, @Nullable String pageToken, @Nullable String credential) {
        return get(COMMENTS, asComments(at("/comments", "snippet").with("parentId", thread), pageToken), credential);
    }

    private static Address asComments(Address address, @Nullable String pageToken) {
        return address.with("maxResults", MOST_COMMENTS)
                .with("textFormat", "plainText")
                .with("pageToken", pageToken);
    }

    private Address at(String path, String parts) {
        return Address.of(properties.baseUrl(), path).with("part", parts);
    }

    private YouTubeResponse get(String endpoint, Address address, @Nullable String credential) {
        return new YouTubeResponse(client.send(ApiRequest.get(endpoint, address.uri())
                .withCredential(credential)
                .withCost(UNIT, null)));
    }
}
