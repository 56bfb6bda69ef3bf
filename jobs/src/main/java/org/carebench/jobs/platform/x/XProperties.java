package org.carebench.jobs.platform.x;

import java.util.List;
import org.carebench.jobs.platform.OwnSettings;
import org.carebench.jobs.platform.PlatformSettings;

/**
 * What only X knows.
 *
 * @param spellings how requests name posts: the first, and where X refuses it, the next
 * @param postPrice of a post that is read, in millionths of a dollar
 * @param userPrice of a user that is read, in millionths of a dollar
 * @param ownedPrice of a post that is read from the timeline of an own account, in millionths of a dollar
 * @param readsQuotes whether quotes are listed too; X allows only 75 such requests in 15 minutes
 */
record XProperties(List<Spelling> spellings, long postPrice, long userPrice, long ownedPrice, boolean readsQuotes) {

    private static final String SPELLING = "spelling";
    private static final String POST_PRICE = "post-price";
    private static final String USER_PRICE = "user-price";
    private static final String OWNED_PRICE = "owned-price";
    private static final String QUOTES = "quotes";
    private static final String TWEET = "tweet";
    private static final String POST = "post";
    private static final String AUTO = "auto";

    private static final long POST_READ = 5_000;
    private static final long USER_READ = 10_000;
    private static final long OWNED_READ = 1_000;

    static XProperties of(PlatformSettings settings) {
        OwnSettings own =
                OwnSettings.of(XConnector.PLATFORM, settings, SPELLING, POST_PRICE, USER_PRICE, OWNED_PRICE, QUOTES);
        return new XProperties(
                spellings(own.choice(SPELLING, List.of(TWEET, POST, AUTO))),
                own.count(POST_PRICE, POST_READ),
                own.count(USER_PRICE, USER_READ),
                own.count(OWNED_PRICE, OWNED_READ),
                own.flag(QUOTES));
    }

    private static List<Spelling> spellings(String choice) {
        return switch (choice) {
            case TWEET -> List.of(Spelling.TWEET);
            case POST -> List.of(Spelling.POST, Spelling.POST_EXPANDED);
            default -> List.of(Spelling.values());
        };
    }
}
