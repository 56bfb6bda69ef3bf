package org.carebench.simulator.world;

import java.time.Duration;
import java.time.Instant;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.simulator.world.Account.StatusChange;
import org.carebench.simulator.world.Provider.Ownership;
import org.carebench.simulator.world.Scenario.PlatformModel;

/** What is peculiar to an account through its whole life: size of its audience, zeal, appeal, and how it answers. */
final class AccountModel {

    private static final double DAYS_PER_QUARTER = 91.25;
    private static final double MEAN_ENGAGEMENT_RATE = 0.006;

    final Account account;
    final PlatformModel model;
    final double weeklyPosts;
    final double activeWeekShare;
    final double[] topicWeights;
    final double mentionsPerDay;
    final double replyShare;
    final double delayScaleHours;
    private final double followersAtBegin;
    private final double growthPerDay;
    private final double purgedShare;
    private final Instant purgedAt;
    private final double engagementRate;
    private final Scenario scenario;

    AccountModel(Scenario scenario, Account account, PlatformModel model) {
        this.scenario = scenario;
        this.account = account;
        this.model = model;
        Provider provider = account.provider();
        Draws own = Draws.of(Draws.seed(account.seed(), 1));
        Draws shared = Draws.of(Draws.seed(scenario.seed(), 4, provider.index()));
        double fame = 0.8 * shared.normal() + 0.6 * own.normal();
        followersAtBegin = model.followersFactor() * Math.exp(7.164 + audience(provider) + 1.25 * fame);
        growthPerDay = Math.max(0, own.normal(0.0004, 0.0003));
        boolean purged = own.chance(scenario.dirt().purged());
        purgedShare = own.uniform(0.03, 0.15) * (purged ? 1 : 0);
        purgedAt = scenario.begin().plusSeconds((long) (own.uniform()
                * Duration.between(scenario.begin(), scenario.end()).toSeconds()));
        weeklyPosts = model.postsPerWeek() * Math.exp(0.55 * provider.integration() + 0.7 * own.normal());
        double steadiness = Draws.expit(0.6 * provider.integration() + own.normal());
        activeWeekShare = 1 - Math.exp(-weeklyPosts * steadiness);
        engagementRate = Math.exp(own.normal(Math.log(MEAN_ENGAGEMENT_RATE), 0.8)
                + scenario.effects().engagementPerIntegration() * provider.integration());
        topicWeights = topicWeights(provider, shared);
        double size = Math.log(provider.beds() / 110.0);
        mentionsPerDay =
                scenario.dialogue().mentionsPerQuarter() * Math.exp(0.5 * size + 0.2 * own.normal()) / DAYS_PER_QUARTER;
        replyShare = Draws.expit(scenario.dialogue().replyIntercept()
                + scenario.dialogue().replySlope() * provider.dialogue()
                + 0.6 * own.normal());
        delayScaleHours = scenario.dialogue().medianHours()
                * Math.exp(-scenario.dialogue().delaySlope() * provider.dialogue());
    }

    private static double audience(Provider provider) {
        return 0.708 * Math.log(provider.beds() / 100.0)
                - (provider.ownership() == Ownership.FOR_PROFIT ? 1.286 : 0)
                - (provider.ownership() == Ownership.GOVERNMENT ? 0.377 : 0)
                + (provider.teaching() ? 0.876 : 0)
                - (provider.rural() ? 0 : 0.054);
    }

    /** A draw from a Dirichlet distribution, up to its sum. */
    private static double[] topicWeights(Provider provider, Draws draws) {
        double concentration = Math.exp(2.6 + 0.35 * provider.integration());
        Topic[] topics = Topic.values();
        double[] weights = new double[topics.length];
        for (int i = 0; i < topics.length; i++) {
            double share = switch (topics[i]) {
                case GENERAL_HEALTH -> 0.358;
                case SPECIAL_DAYS -> 0.150;
                case STAFF -> 0.118;
                default -> 0.0374;
            };
            weights[i] = draws.gamma(concentration * share);
        }
        return weights;
    }

    Tendencies tendencies() {
        return new Tendencies(weeklyPosts, activeWeekShare, replyShare, delayScaleHours, engagementRate);
    }

    /** Followers as they stand; a purge of false accounts makes them fall once. */
    long followers(Instant at) {
        double days = Duration.between(scenario.begin(), at).toSeconds() / 86_400.0;
        double kept = at.isBefore(purgedAt) ? 1 : 1 - purgedShare;
        return Math.max(0, Math.round(followersAtBegin * Math.exp(growthPerDay * Math.max(-400, days)) * kept));
    }

    /** Interactions that a post of that instant is expected to get in the end, before chance. */
    double expectedInteractions(Instant at) {
        double followers = Math.max(1, followers(at));
        return followers * engagementRate * model.engagementFactor() * Math.pow(followers / 1000, -0.2);
    }

    /** Instant from which the account does nothing any more; the end of the world where it never stops. */
    Instant silentFrom() {
        for (StatusChange change : account.statuses()) {
            if (change.status() != AccountStatus.ACTIVE) {
                return change.from().isBefore(scenario.end()) ? change.from() : scenario.end();
            }
        }
        return scenario.end();
    }

    /** Delay until the owner answers. */
    Duration answerDelay(Draws draws) {
        double hours = delayScaleHours * Math.exp(scenario.dialogue().delaySigma() * draws.normal());
        return Duration.ofMillis((long) (Math.min(hours, 720) * 3_600_000));
    }

    /** By how much more a post of a planted campaign is engaged with. */
    double boost(Post post) {
        return post.campaign() == null ? 1 : scenario.planted().campaignEngagementFactor();
    }

    double restatedShare() {
        return scenario.dirt().restated();
    }
}
