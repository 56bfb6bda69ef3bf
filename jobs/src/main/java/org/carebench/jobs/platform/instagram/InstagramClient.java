package org.carebench.jobs.platform.instagram;

import java.util.List;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.graph.GraphApi;
import org.carebench.jobs.platform.graph.GraphPage;
import org.carebench.jobs.platform.graph.GraphQuery;
import org.carebench.jobs.platform.graph.InsightDays;

/** The requests to Instagram, each with the access of the account that it is about. */
final class InstagramClient {

    static final String DISCOVERY = "business_discovery";
    static final String USER = "ig-user";
    static final String COMMENTS = "ig-media/comments";
    static final String REPLIES = "ig-comment/replies";
    static final int REPLIES_PER_PAGE = 50;

    private static final String MEDIUM = "ig-media";
    private static final String FIELDS = "fields";
    private static final String METRIC = "metric";
    private static final String LIMIT = "limit";

    private static final String PROFILE_FIELDS =
            "id,username,name,biography,website,profile_picture_url,followers_count,follows_count,media_count";
    private static final String MEDIA_FIELDS =
            "id,caption,timestamp,permalink,media_type,media_product_type,like_count,comments_count";
    private static final String DISCOVERED_MEDIA_FIELDS = MEDIA_FIELDS + ",view_count";
    private static final String REPLY_FIELDS = "id,text,timestamp,username,from,parent_id,like_count";
    private static final String COMMENT_FIELDS =
            REPLY_FIELDS + ",replies.limit(" + REPLIES_PER_PAGE + "){" + REPLY_FIELDS + "}";
    private static final String TAG_FIELDS = "id,caption,timestamp,username,like_count";

    private static final int MEDIA_PER_PAGE = 50;

    private static final int COMMENTS_PER_PAGE = 50;

    private final GraphApi api;

    InstagramClient(GraphApi api) {
        this.api = api;
    }

    /** The profile of an owned account. */
    ApiResponse user(AccountRef account, String id) {
        return api.get(query(USER, account, id).with(FIELDS, PROFILE_FIELDS));
    }

    /** The profile of any professional account, which only its name addresses. */
    ApiResponse discoverUser(AccountRef account, String ownId, String username) {
        return discover(account, ownId, username, PROFILE_FIELDS);
    }

    /** A page of media of any professional account. */
    ApiResponse discoverMedia(AccountRef account, String ownId, String username, Cursor cursor) {
        String after = cursor.position() == null ? "" : ".after(" + cursor.position() + ")";
        String media = "media" + after + ".limit(" + MEDIA_PER_PAGE + "){" + DISCOVERED_MEDIA_FIELDS + "}";
        return GraphApi.resumed(cursor, () -> discover(account, ownId, username, "id,username," + media));
    }

    private ApiResponse discover(AccountRef account, String ownId, String username, String fields) {
        return api.get(query(DISCOVERY, account, ownId)
                .with(FIELDS, "business_discovery.username(" + username + "){" + fields + "}"));
    }

    GraphPage media(AccountRef account, String id, Cursor cursor) {
        return api.page(
                query("ig-user/media", account, id, "media")
                        .with(FIELDS, MEDIA_FIELDS)
                        .with(LIMIT, Integer.toString(MEDIA_PER_PAGE)),
                cursor);
    }

    ApiResponse medium(AccountRef account, String mediaId) {
        return api.get(query(MEDIUM, account, mediaId).with(FIELDS, MEDIA_FIELDS));
    }

    /** How many comments a medium says it has. */
    ApiResponse commentCount(AccountRef account, String mediaId) {
        return api.get(query(MEDIUM, account, mediaId).with(FIELDS, "comments_count"));
    }

    ApiResponse mediaInsights(AccountRef account, String mediaId, List<String> metrics) {
        return api.get(
                query("ig-media/insights", account, mediaId, "insights").with(METRIC, String.join(",", metrics)));
    }

    /** Values per day. */
    ApiResponse insights(AccountRef account, String id, List<String> metrics, InsightDays days) {
        return api.get(
                insights(account, id, metrics).with("since", days.begin()).with("until", days.generousEnd()));
    }

    /** One value for all the days. */
    ApiResponse totals(AccountRef account, String id, List<String> metrics, InsightDays days) {
        return api.get(insights(account, id, metrics)
                .with("metric_type", "total_value")
                .with("since", days.begin())
                .with("until", days.end()));
    }

    private static GraphQuery insights(AccountRef account, String id, List<String> metrics) {
        return query("ig-user/insights", account, id, "insights")
                .with(METRIC, String.join(",", metrics))
                .with("period", "day");
    }

    GraphPage comments(AccountRef account, String mediaId, Cursor cursor) {
        return api.page(
                query(COMMENTS, account, mediaId, "comments")
                        .with(FIELDS, COMMENT_FIELDS)
                        .with(LIMIT, Integer.toString(COMMENTS_PER_PAGE)),
                cursor);
    }

    /** Replies to a comment, beyond those that came with it. */
    GraphPage replies(AccountRef account, String commentId, Cursor cursor) {
        return api.page(
                query(REPLIES, account, commentId, "replies")
                        .with(FIELDS, REPLY_FIELDS)
                        .with(LIMIT, Integer.toString(REPLIES_PER_PAGE)),
                cursor);
    }

    /** Media of others in which the account is tagged. */
    GraphPage tags(AccountRef account, String id, Cursor cursor) {
        return api.page(
                query("ig-user/tags", account, id, "tags")
                        .with(FIELDS, TAG_FIELDS)
                        .with(LIMIT, Integer.toString(COMMENTS_PER_PAGE)),
                cursor);
    }

    private static GraphQuery query(String endpoint, AccountRef account, String... path) {
        return GraphQuery.of(endpoint, account.credential(), path);
    }
}
