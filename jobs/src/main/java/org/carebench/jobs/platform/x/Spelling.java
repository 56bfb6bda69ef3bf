package org.carebench.jobs.platform.x;

import org.jspecify.annotations.Nullable;

/** How requests name posts and what is wanted of them. */
enum Spelling {
    TWEET("tweet.fields", Spelling.WANTED + ",author_id,in_reply_to_user_id,referenced_tweets", null),
    POST("post.fields", Spelling.WANTED + ",author_id,in_reply_to_user_id,referenced_posts", null),
    /**
     * As OpenAPI file 2.167 lists the values: what refers to something else is an expansion there. Whatever it refers to then
     * comes with the answer, and costs money, too.
     */
    POST_EXPANDED("post.fields", Spelling.WANTED + ",text", "author_id,in_reply_to_user_id,referenced_posts");

    private static final String WANTED = "conversation_id,created_at,lang,public_metrics";

    private final String parameter;
    private final String fields;
    private final @Nullable String expansions;

    Spelling(String parameter, String fields, @Nullable String expansions) {
        this.parameter = parameter;
        this.fields = fields;
        this.expansions = expansions;
    }

    /** The parameter that names the wanted fields of posts. */
    String parameter() {
        return parameter;
    }

    /** The wanted fields of posts. */
    String fields() {
        return fields;
    }

    /** What comes with the posts; NULL for nothing. */
    @Nullable String expansions() {
        return expansions;
    }
}
