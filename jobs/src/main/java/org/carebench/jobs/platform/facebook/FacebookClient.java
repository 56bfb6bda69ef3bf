package org.carebench.jobs.platform.facebook;

import java.util.List;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.graph.GraphApi;
import org.carebench.jobs.platform.graph.GraphPage;
import org.carebench.jobs.platform.graph.GraphQuery;
import org.carebench.jobs.platform.graph.InsightDays;

/** The requests to Facebook, each with the access of the Page that it is about. */
final class FacebookClient {

    static final String PAGE = "page";
    static final String POST = "post";

    private static final String FIELDS = "fields";
    private static final String METRIC = "metric";
    private static final String LIMIT = "limit";

    private static final String POST_FIELDS = "id,created_time,message,permalink_url,status_type,shares,"
            + "reactions.summary(total_count).limit(0),comments.summary(total_count).filter(stream).limit(0)";
    private static final String COMMENT_FIELDS = "id,created_time,message,from,parent{id},comment_count,like_count";
    private static final String TAGGED_FIELDS = "id,created_time,message,from";

    private static final int MOST_PER_PAGE = 100;

    private final GraphApi api;

    FacebookClient(GraphApi api) {
        this.api = api;
    }

    /** The profile of a Page, which its id or its name addresses. */
    ApiResponse page(AccountRef page, String identifier, PageFields fields) {
        return api.get(query(PAGE, page, identifier).with(FIELDS, fields.fields()));
    }

    /** Posts of the Page itself, without those of visitors. */
    GraphPage posts(AccountRef page, int limit, Cursor cursor) {
        return api.page(
                query("page/published_posts", page, page.identifier(), "published_posts")
                        .with(LIMIT, Integer.toString(limit))
                        .with(FIELDS, POST_FIELDS),
                cursor);
    }

    ApiResponse post(PostRef post) {
        return api.get(query(POST, post.account(), post.postId()).with(FIELDS, POST_FIELDS));
    }

    ApiResponse postInsights(AccountRef page, String postId, List<String> metrics) {
        return api.get(query("post/insights", page, postId, "insights").with(METRIC, String.join(",", metrics)));
    }

    /** Comments and replies in one list, the oldest first. */
    GraphPage comments(PostRef post, Cursor cursor) {
        return api.page(
                query("post/comments", post.account(), post.postId(), "comments")
                        .with("filter", "stream")
                        .with("order", "chronological")
                        .with(LIMIT, Integer.toString(MOST_PER_PAGE))
                        .with(FIELDS, COMMENT_FIELDS),
                cursor);
    }

    /** Posts of others that tag the Page. */
    GraphPage tagged(AccountRef page, Cursor cursor) {
        return api.page(
                query("page/tagged", page, page.identifier(), "tagged")
                        .with(LIMIT, Integer.toString(MOST_PER_PAGE))
                        .with(FIELDS, TAGGED_FIELDS),
                cursor);
    }

    /** Values per day. */
    ApiResponse insights(AccountRef page, List<String> metrics, InsightDays days) {
        return api.get(query("page/insights", page, page.identifier(), "insights")
                .with(METRIC, String.join(",", metrics))
                .with("period", "day")
                .with("since", days.begin())
                .with("until", days.generousEnd()));
    }

    private static GraphQuery query(String endpoint, AccountRef page, String... path) {
        return GraphQuery.of(endpoint, page.credential(), path);
    }
}
