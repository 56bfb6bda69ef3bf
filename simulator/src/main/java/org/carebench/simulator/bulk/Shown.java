package org.carebench.simulator.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.Relation;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.AccountCounters;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.PostCounters;
import org.jspecify.annotations.Nullable;

/** Counters as a platform shows them to us: exact, rounded, hidden by the owner, or not at all. */
final class Shown {

    private static final String VERSION = "v1";
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final Instant PLAYS_OF_SHORTS =
            LocalDate.of(2025, 3, 31).atStartOfDay(PACIFIC).toInstant();
    private static final Instant PLAYS_OF_ALL =
            LocalDate.of(2026, 8, 27).atStartOfDay(PACIFIC).toInstant();
    private static final int LONGEST_SHORT_SECONDS = 180;

    private final Account account;
    private final Platform platform;
    private final boolean owned;

    Shown(Account account) {
        this.account = account;
        this.platform = account.platform();
        this.owned = account.relation() == Relation.OWNED;
    }

    /** Counters of an account. */
    record OfAccount(
            Measure followers,
            Measure following,
            Measure posts,
            Measure viewsTotal,
            Measure ratings,
            Measure ratingHundredths) {}

    /** Counters of a post. */
    record OfPost(
            Measure views,
            Measure likes,
            Measure comments,
            Measure shares,
            Measure quotes,
            Measure saves,
            Measure impressions,
            Measure reach,
            Measure clicks) {}

    /** @param counters NULL where the account cannot be read */
    OfAccount ofAccount(@Nullable AccountCounters counters, Instant at) {
        if (counters == null) {
            return new OfAccount(
                    missing("followers", MeasureState.NOT_AVAILABLE),
                    missing("following", MeasureState.NOT_AVAILABLE),
                    missing("posts", MeasureState.NOT_AVAILABLE),
                    absent("views_total"),
                    absent("ratings"),
                    absent("rating_hundredths"));
        }
        boolean google = platform == Platform.GOOGLE;
        boolean follows =
                platform != Platform.YOUTUBE && platform != Platform.FACEBOOK && platform != Platform.LINKEDIN;
        boolean counts = platform != Platform.FACEBOOK && platform != Platform.LINKEDIN;
        return new OfAccount(
                google ? absent("followers") : followers(counters),
                follows && !google ? exact("following", counters.following()) : absent("following"),
                counts && !google ? exact("posts", posts(counters)) : absent("posts"),
                platform == Platform.YOUTUBE
                        ? reported("views_total", counters.viewsTotal(), views(at, null))
                        : absent("views_total"),
                google ? exact("ratings", counters.ratings()) : absent("ratings"),
                google ? rating(counters) : absent("rating_hundredths"));
    }

    /** Bluesky leaves reposts out; Mastodon and X count them. */
    private long posts(AccountCounters counters) {
        boolean withReposts = platform == Platform.MASTODON || platform == Platform.X;
        return counters.posts() + (withReposts ? counters.reposts() : 0);
    }

    private Measure followers(AccountCounters counters) {
        if (account.followersHidden()) {
            return missing("followers", MeasureState.DISABLED);
        }
        return platform == Platform.YOUTUBE
                ? Measure.reported(rounded(counters.followers()), Precision.ROUNDED, definition("followers", VERSION))
                : exact("followers", counters.followers());
    }

    private Measure rating(AccountCounters counters) {
        if (counters.ratings() == 0) {
            return missing("rating_hundredths", MeasureState.NOT_AVAILABLE);
        }
        long tenths = Math.round(counters.ratingHundredths() / 10.0) * 10;
        return owned
                ? exact("rating_hundredths", counters.ratingHundredths())
                : Measure.reported(tenths, Precision.ROUNDED, definition("rating_hundredths", VERSION));
    }

    /** Three significant figures, downwards. */
    static long rounded(long count) {
        long unit = 1;
        while (count / unit >= 1000) {
            unit *= 10;
        }
        return count / unit * unit;
    }

    OfPost ofPost(Post post, PostCounters counters, Instant at) {
        if (post.kind() == PostKind.REPOST) {
            return withheld(MeasureState.NOT_APPLICABLE);
        }
        boolean hidden = account.likesHidden();
        boolean ownersOnly = platform == Platform.INSTAGRAM && !owned;
        return new OfPost(
                shownViews(post, counters, at),
                hidden ? missing("likes", MeasureState.DISABLED) : exact("likes", counters.likes()),
                account.commentsOff()
                        ? missing("comments", MeasureState.DISABLED)
                        : exact("comments", counters.comments()),
                ownersOnly
                        ? missing("shares", MeasureState.NOT_PERMITTED)
                        : shown(platform != Platform.YOUTUBE, "shares", counters.shares()),
                shown(platform.listsReposts(), "quotes", counters.quotes()),
                ownersOnly
                        ? missing("saves", MeasureState.NOT_PERMITTED)
                        : shown(
                                platform == Platform.BLUESKY
                                        || platform == Platform.X
                                        || platform == Platform.INSTAGRAM,
                                "saves",
                                counters.saves()),
                shown(platform == Platform.X || platform == Platform.LINKEDIN, "impressions", counters.impressions()),
                reach(counters),
                shown(platform == Platform.LINKEDIN, "clicks", counters.clicks()));
    }

    /** The counters that a platform shows, without values. */
    OfPost withheld(MeasureState state) {
        return new OfPost(
                platform == Platform.YOUTUBE ? missing("views", state) : absent("views"),
                missing("likes", state),
                missing("comments", state),
                missing("shares", state),
                platform.listsReposts() ? missing("quotes", state) : absent("quotes"),
                absent("saves"),
                absent("impressions"),
                absent("reach"),
                absent("clicks"));
    }

    private Measure shownViews(Post post, PostCounters counters, Instant at) {
        return switch (platform) {
            case YOUTUBE -> reported("views", counters.views(), views(at, post.durationSeconds()));
            case TIKTOK -> exact("views", counters.views());
            case INSTAGRAM -> instagramViews(post, counters);
            default -> absent("views");
        };
    }

    /** Others see how often a video was played; owners also how often anything else was shown. */
    private Measure instagramViews(Post post, PostCounters counters) {
        if (post.durationSeconds() != null) {
            return exact("views", counters.views());
        }
        return owned ? exact("views", counters.impressions()) : missing("views", MeasureState.NOT_AVAILABLE);
    }

    private Measure reach(PostCounters counters) {
        return switch (platform) {
            case FACEBOOK, INSTAGRAM ->
                owned ? exact("reach", counters.reach()) : missing("reach", MeasureState.NOT_PERMITTED);
            case LINKEDIN, TIKTOK -> exact("reach", counters.reach());
            default -> absent("reach");
        };
    }

    /** Version of what YouTube counts as a view, by the day on which it is read. */
    private static String views(Instant at, @Nullable Integer durationSeconds) {
        if (!at.isBefore(PLAYS_OF_ALL)) {
            return "v3";
        }
        boolean maybeShort = durationSeconds == null || durationSeconds <= LONGEST_SHORT_SECONDS;
        return !at.isBefore(PLAYS_OF_SHORTS) && maybeShort ? "v2" : "v1";
    }

    Measure likesOf(long likes) {
        return platform == Platform.LINKEDIN ? absent("likes") : exact("likes", likes);
    }

    Measure insight(String metric, long value, boolean settled) {
        String definition = platform.key() + ".insights." + metric + "." + VERSION;
        return settled
                ? Measure.reported(value, Precision.EXACT, definition)
                : Measure.missing(MeasureState.PENDING, definition);
    }

    private Measure shown(boolean isShown, String counter, long value) {
        return isShown ? exact(counter, value) : absent(counter);
    }

    private Measure exact(String counter, long value) {
        return reported(counter, value, VERSION);
    }

    private Measure reported(String counter, long value, String version) {
        return Measure.reported(value, Precision.EXACT, definition(counter, version));
    }

    private Measure absent(String counter) {
        return missing(counter, MeasureState.NOT_IN_SOURCE);
    }

    private Measure missing(String counter, MeasureState state) {
        return Measure.missing(state, definition(counter, VERSION));
    }

    private String definition(String counter, String version) {
        return platform.key() + "." + counter + "." + version;
    }
}
