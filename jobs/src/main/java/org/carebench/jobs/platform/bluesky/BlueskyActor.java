package org.carebench.jobs.platform.bluesky;

import java.util.regex.Pattern;

/** A handle or DID as the API takes it. One that it would refuse must not be sent: it would fail the accounts beside it. */
final class BlueskyActor {

    private static final Pattern DID = Pattern.compile("did:[a-z]+:[A-Za-z0-9._:%-]*[A-Za-z0-9._-]");
    private static final Pattern HANDLE = Pattern.compile(
            "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private static final int LONGEST_HANDLE = 253;

    private BlueskyActor() {}

    /** As people write it, without blanks and the leading at sign. */
    static String of(String written) {
        String actor = written.strip();
        return actor.startsWith("@") ? actor.substring(1) : actor;
    }

    static boolean isDid(String actor) {
        return DID.matcher(actor).matches();
    }

    static boolean isHandle(String actor) {
        return actor.length() <= LONGEST_HANDLE && HANDLE.matcher(actor).matches();
    }
}
