package org.carebench.jobs.platform.bluesky;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Address of a record.
 *
 * @param did account that keeps it
 * @param collection kind of record
 * @param key its name there
 */
record BlueskyUri(String did, String collection, String key) {

    private static final Pattern FORM =
            Pattern.compile("at://(did:[a-z]+:[A-Za-z0-9._:%-]+)/([A-Za-z0-9.-]+)/([A-Za-z0-9._:~-]+)");

    private static final String POST = "app.bsky.feed.post";

    static Optional<BlueskyUri> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new BlueskyUri(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    boolean isPost() {
        return collection.equals(POST);
    }

    /** Public address of a post, which outlives a change of handle. */
    String permalink() {
        return "https://bsky.app/profile/" + did + "/post/" + key;
    }
}
