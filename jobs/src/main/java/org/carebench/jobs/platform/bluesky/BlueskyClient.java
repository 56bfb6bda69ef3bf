package org.carebench.jobs.platform.bluesky;

import java.net.URI;
import java.util.List;
import org.carebench.jobs.platform.Address;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRequest;
import org.carebench.jobs.platform.Window;
import org.jspecify.annotations.Nullable;

/** One method per method of Bluesky's API that is read. */
final class BlueskyClient {

    static final String PROFILE = "app.bsky.actor.getProfile";
    static final String PROFILES = "app.bsky.actor.getProfiles";
    static final String AUTHOR_FEED = "app.bsky.feed.getAuthorFeed";
    static final String POSTS = "app.bsky.feed.getPosts";
    static final String THREAD = "app.bsky.feed.getPostThread";
    static final String QUOTES = "app.bsky.feed.getQuotes";
    static final String SEARCH = "app.bsky.feed.searchPosts";
    static final String NOTIFICATIONS = "app.bsky.notification.listNotifications";

    /** Most actors or posts that one request may name. */
    static final int MOST_IDS = 25;

    static final List<String> REASONS = List.of("mention", "reply", "quote");

    private static final int PAGE = 100;
    private static final int WHOLE_THREAD = 1_000;

    private final ApiClient api;
    private final URI appView;
    private final BlueskySessions sessions;

    BlueskyClient(ApiClient api, URI appView, BlueskySessions sessions) {
        this.api = api;
        this.appView = appView;
        this.sessions = sessions;
    }

    BlueskyResponse profile(String actor) {
        return open(PROFILE, address(appView, PROFILE).with("actor", actor));
    }

    BlueskyResponse profiles(List<String> actors) {
        return open(PROFILES, address(appView, PROFILES).withEach("actors", actors));
    }

    BlueskyResponse authorFeed(String did, @Nullable String cursor) {
        return open(
                AUTHOR_FEED,
                address(appView, AUTHOR_FEED)
                        .with("actor", did)
                        .with("limit", PAGE)
                        .with("filter", "posts_with_replies")
                        .with("cursor", cursor));
    }

    BlueskyResponse posts(List<String> uris) {
        return open(POSTS, address(appView, POSTS).withEach("uris", uris));
    }

    BlueskyResponse thread(String uri) {
        return open(
                THREAD,
                address(appView, THREAD)
                        .with("uri", uri)
                        .with("depth", WHOLE_THREAD)
                        .with("parentHeight", 0));
    }

    BlueskyResponse quotes(String uri, @Nullable String cursor) {
        return open(
                QUOTES,
                address(appView, QUOTES).with("uri", uri).with("limit", PAGE).with("cursor", cursor));
    }

    /**
     * Searches posts that name an account.
     *
     * @param words the search needs some; those who name an account write its handle
     * @param credential NULL to search without one, which not every provider allows
     */
    BlueskyResponse search(
            String words, String did, Window window, @Nullable String cursor, @Nullable String credential) {
        Address address = address(credential == null ? appView : sessions.service(credential), SEARCH)
                .with("q", words)
                .with("mentions", did)
                .with("sort", "latest")
                .with("since", window.from())
                .with("until", window.until())
                .with("limit", PAGE)
                .with("cursor", cursor);
        return send(ApiRequest.get(SEARCH, address.uri()).withCredential(credential));
    }

    BlueskyResponse notifications(String credential, @Nullable String cursor) {
        Address address = address(sessions.service(credential), NOTIFICATIONS)
                .withEach("reasons", REASONS)
                .with("limit", PAGE)
                .with("cursor", cursor);
        return send(ApiRequest.get(NOTIFICATIONS, address.uri()).withCredential(credential));
    }

    static Address address(URI server, String method) {
        return Address.of(server, "/xrpc/" + method);
    }

    private BlueskyResponse open(String method, Address address) {
        return send(ApiRequest.get(method, address.uri()));
    }

    private BlueskyResponse send(ApiRequest request) {
        return new BlueskyResponse(request.endpoint(), api.send(request).body());
    }
}
