package org.carebench.simulator.world;

/** The platforms of the world. */
public enum Platform {
    BLUESKY("bluesky"),
    MASTODON("mastodon"),
    YOUTUBE("youtube"),
    INSTAGRAM("instagram"),
    FACEBOOK("facebook"),
    X("x"),
    LINKEDIN("linkedin"),
    TIKTOK("tiktok"),
    /** Reviews of places; owned ones through Business Profile, others through Places. It has no posts. */
    GOOGLE("google");

    private final String key;

    Platform(String key) {
        this.key = key;
    }

    /** Name of the platform in the roster, the lake and the paths of the servers. */
    public String key() {
        return key;
    }

    /** What distinguishes the platform's seeds from those of others. */
    long seedPart() {
        return key.hashCode();
    }

    /** Whether an account's replies to others stand among its own posts, as posts of kind REPLY. */
    public boolean listsReplies() {
        return this == BLUESKY || this == MASTODON || this == X;
    }

    /** Whether posts of others can be passed on, with or without a remark, among an account's posts. */
    public boolean listsReposts() {
        return listsReplies();
    }

    /** Whether the counter of comments counts direct answers only, and not what answers those. */
    public boolean countsDirectReplies() {
        return listsReplies();
    }

    /**
     * The platform with this key.
     *
     * @throws IllegalArgumentException where no platform has it
     */
    public static Platform ofKey(String key) {
        for (Platform platform : values()) {
            if (platform.key.equals(key)) {
                return platform;
            }
        }
        throw new IllegalArgumentException("Cannot find platform '" + key + "': the world has no such platform");
    }

    @Override
    public String toString() {
        return key;
    }
}
