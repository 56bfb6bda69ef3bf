package org.carebench.jobs.platform.x;

import java.util.List;
import java.util.Locale;
import org.carebench.jobs.platform.OwnSettings;
import org.carebench.jobs.platform.PlatformSettings;

/**
 * What only X knows.
 *
 * @param spelling what requests call a post
 * @param triesOtherSpelling whether the other spelling is tried where X refuses this one
 * @param postPrice of a post that is read, in millionths of a dollar
 * @param userPrice of a user that is read, in millionths of a dollar
 * @param ownedPrice of a post that is read from the timeline of an own account, in millionths of a dollar
 * @param readsQuotes whether quotes are listed too; X allows only 75 such requests in 15 minutes
 */
record XProperties(
        Spelling spelling,
        boolean triesOtherSpelling,
        long postPrice,
        long userPrice,
        long ownedPrice,
        boolean readsQuotes) {

    private static final String SPELLING = "spelling";
    private static final String POST_PRICE = "post-price";
    private static final String USER_PRICE = "user-price";
    private static final String OWNED_PRICE = "owned-price";
    private static final String QUOTES = "quotes";
    private static final String AUTO = "auto";

    private static final long POST_READ = 5_000;
    private static final long USER_READ = 10_000;
    private static final long OWNED_READ = 1_000;

    static XProperties of(PlatformSettings settings) {
        OwnSettings own =
                OwnSettings.of(XConnector.PLATFORM, settings, SPELLING, POST_PRICE, USER_PRICE, OWNED_PRICE, QUOTES);
        String spelling = own.choice(SPELLING, List.of("tweet", "post", AUTO));
        boolean isAuto = spelling.equals(AUTO);
        return new XProperties(
                isAuto ? Spelling.TWEET : Spelling.valueOf(spelling.toUpperCase(Locale.ROOT)),
                isAuto,
                own.count(POST_PRICE, POST_READ),
                own.count(USER_PRICE, USER_READ),
                own.count(OWNED_PRICE, OWNED_READ),
                own.flag(QUOTES));
    }
}
