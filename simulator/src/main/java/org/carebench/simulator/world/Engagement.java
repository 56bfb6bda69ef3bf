package org.carebench.simulator.world;

import java.time.Duration;
import java.time.Instant;
import org.carebench.contract.dataset.PostKind;
import org.carebench.simulator.world.Post.Form;

/**
 * What a post gets in the end, and how much of it has come by an instant. Comments and quotes are only numbers here; they
 * are written by {@link Conversations}.
 *
 * @param likes in the end, before any are taken back
 * @param fallShare of likes taken back from {@code fallsAt} on; 0 for most posts
 */
record Engagement(
        int likes,
        int comments,
        int shares,
        int quotes,
        int saves,
        long views,
        long impressions,
        long reach,
        double fallShare,
        Instant fallsAt) {

    static final double FAST_SHARE = 0.75;
    static final double FAST_HOURS = 10;
    static final double SLOW_HOURS = 120;

    private static final double DISPERSION = 1.2;
    private static final int MOST_INTERACTIONS = 200_000;
    private static final double COMMENT_SHARE = 0.03;
    private static final int MOST_COMMENTS = 40;

    static Engagement of(AccountModel model, Post post) {
        Draws draws = Draws.of(Draws.seed(post.seed(), 1));
        Platform platform = model.account.platform();
        boolean hasOwnCounters = post.kind() != PostKind.REPOST && post.kind() != PostKind.REPLY;
        double expected = hasOwnCounters ? model.expectedInteractions(post.appearedAt()) * model.boost(post) : 0;
        long followers = Math.max(1, model.followers(post.appearedAt()));
        boolean silent = followers < 1000 && draws.chance(0.05 + 0.1 * (1 - followers / 1000.0));
        int total = silent ? 0 : Math.min(MOST_INTERACTIONS, draws.negativeBinomial(expected, DISPERSION));
        int comments = post.account().commentsOff()
                ? 0
                : Math.min(MOST_COMMENTS, Math.min(total, draws.poisson(total * COMMENT_SHARE)));
        int passedOn = Math.min(total - comments, draws.poisson(total * 0.1));
        int quotes = platform.listsReposts() ? Math.min(20, (int) (passedOn * draws.uniform() * 0.3)) : 0;
        int saves = Math.min(total - comments - passedOn, draws.poisson(total * 0.04));
        int likes = total - comments - passedOn - saves;
        long reach = hasOwnCounters ? Math.round(followers * draws.uniform(0.05, 0.3) + total * 8.0) : 0;
        long impressions = Math.round(reach * draws.uniform(1.1, 1.5));
        boolean video = post.form() == Form.VIDEO || post.form() == Form.SHORT_VIDEO;
        long views = video ? Math.round(impressions * draws.uniform(0.4, 0.9)) : 0;
        boolean falls = draws.chance(model.restatedShare());
        double fallShare = falls ? draws.uniform(0.05, 0.3) : 0;
        Instant fallsAt = post.appearedAt().plusSeconds((long) (draws.uniform(1, 10) * 86_400));
        return new Engagement(
                likes, comments, passedOn - quotes, quotes, saves, views, impressions, reach, fallShare, fallsAt);
    }

    /** Share of everything that has come by an instant: 0 before the post, nearly 1 after a month. */
    static double grown(Instant appearedAt, Instant at) {
        double hours = Duration.between(appearedAt, at).toMillis() / 3_600_000.0;
        if (hours <= 0) {
            return 0;
        }
        return FAST_SHARE * (1 - Math.exp(-hours / FAST_HOURS))
                + (1 - FAST_SHARE) * (1 - Math.exp(-hours / SLOW_HOURS));
    }

    /** @param comments and quotes that are visible, as the platform counts them */
    PostCounters at(Instant appearedAt, Instant at, long comments, long quotes) {
        double grown = grown(appearedAt, at);
        double kept = at.isBefore(fallsAt) ? 1 : 1 - fallShare;
        return new PostCounters(
                part(likes, grown * kept),
                comments,
                part(shares, grown),
                quotes,
                part(saves, grown),
                part(views, grown),
                part(impressions, grown),
                part(reach, grown),
                part(impressions, grown * 0.01));
    }

    private static long part(long whole, double share) {
        return (long) Math.floor(whole * share + 0.5);
    }
}
