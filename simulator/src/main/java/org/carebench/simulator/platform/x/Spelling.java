package org.carebench.simulator.platform.x;

import org.carebench.simulator.http.Parameters;

/**
 * How the service spells what its schema renamed: which of the two it is, nobody has announced.
 */
public enum Spelling {
    /** As prose pages and samples do: tweet.fields, retweet_count, referenced_tweets. */
    TWEETS("tweet", "retweet"),
    /** As the published schema does: post.fields, repost_count, referenced_posts. */
    POSTS("post", "repost"),
    /** Takes both, and answers as it was asked; as the schema does where that cannot be told. */
    BOTH("post", "repost");

    private final String post;
    private final String repost;

    Spelling(String post, String repost) {
        this.post = post;
        this.repost = repost;
    }

    /** The spelling of the answer to a request. */
    Spelling answering(Parameters query) {
        if (this != BOTH) {
            return this;
        }
        return query.first("tweet.fields") == null ? POSTS : TWEETS;
    }

    /** Whether a parameter is spelled as it is known. */
    boolean knows(String parameter) {
        return switch (parameter) {
            case "tweet.fields" -> this != POSTS;
            case "post.fields" -> this != TWEETS;
            default -> true;
        };
    }

    String fieldsParameter() {
        return post + ".fields";
    }

    String referenced() {
        return "referenced_" + post + "s";
    }

    String editHistory() {
        return "edit_history_" + post + "_ids";
    }

    String repostCount() {
        return repost + "_count";
    }

    String postCount() {
        return post + "_count";
    }
}
