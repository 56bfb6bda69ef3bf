package org.carebench.jobs.platform.x;

/** What X calls a post in requests. */
enum Spelling {
    TWEET("tweet.fields", "referenced_tweets"),
    POST("post.fields", "referenced_posts");

    private final String parameter;
    private final String references;

    Spelling(String parameter, String references) {
        this.parameter = parameter;
        this.references = references;
    }

    /** The parameter that names the wanted fields of posts. */
    String parameter() {
        return parameter;
    }

    /** The wanted fields of posts. */
    String fields() {
        return "author_id,conversation_id,created_at,in_reply_to_user_id,lang,public_metrics," + references;
    }

    Spelling other() {
        return this == TWEET ? POST : TWEET;
    }
}
