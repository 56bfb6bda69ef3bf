package org.carebench.simulator.bulk;

import java.util.Set;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Platform;
import org.jspecify.annotations.Nullable;

/**
 * What a platform offers of a family of data.
 *
 * @param limit what is not offered, or not completely; NULL where everything is
 */
record Offer(boolean isOffered, @Nullable String limit) {

    private static final Offer FULL = new Offer(true, null);

    private static final Set<Platform> OWNED_ONLY = Set.of(Platform.LINKEDIN, Platform.TIKTOK);

    static Offer of(Account account, DataFamily family) {
        Platform platform = account.platform();
        boolean owned = account.relation() == Relation.OWNED;
        if (OWNED_ONLY.contains(platform) && !owned) {
            return none("the platform shows accounts to their owners only");
        }
        return switch (family) {
            case ACCOUNT -> platform == Platform.GOOGLE ? partial("rating and number of ratings only") : FULL;
            case POSTS, POST_REFRESH -> posts(platform, owned);
            case INTERACTIONS -> interactions(platform, owned);
            case MENTIONS -> mentions(platform, owned);
            case REVIEWS -> platform == Platform.GOOGLE && owned ? FULL : none("the platform gives no reviews");
            case INSIGHTS -> insights(platform, owned);
        };
    }

    private static Offer posts(Platform platform, boolean owned) {
        return switch (platform) {
            case GOOGLE -> none("the platform has no posts");
            case INSTAGRAM, FACEBOOK -> owned ? FULL : partial("public counters only");
            default -> FULL;
        };
    }

    private static Offer interactions(Platform platform, boolean owned) {
        return switch (platform) {
            case GOOGLE -> none("the platform has no comments");
            case INSTAGRAM -> owned ? FULL : none("the platform gives counts of others' comments only");
            case FACEBOOK ->
                owned ? FULL : partial("the platform gives no ids, authors and parents of others' comments");
            default -> FULL;
        };
    }

    private static Offer mentions(Platform platform, boolean owned) {
        return switch (platform) {
            case BLUESKY, X -> FULL;
            case MASTODON, INSTAGRAM, FACEBOOK -> owned ? FULL : none("the platform tells mentions to the owner only");
            default -> none("the platform knows no mentions");
        };
    }

    private static Offer insights(Platform platform, boolean owned) {
        return switch (platform) {
            case INSTAGRAM, FACEBOOK -> owned ? FULL : none("the platform tells insights to the owner only");
            default -> none("the platform gives no daily figures that are read");
        };
    }

    private static Offer partial(String limit) {
        return new Offer(true, limit);
    }

    private static Offer none(String why) {
        return new Offer(false, why);
    }
}
