package org.carebench.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Hides campaigns and pain points in the world, to be found by those who look for them. */
final class Planting {

    private static final List<PainTheme> THEMES = List.of(PainTheme.values());

    private static final long KEY = 6;
    private static final List<Platform> CAMPAIGN_PLATFORMS = List.of(
            Platform.FACEBOOK, Platform.BLUESKY, Platform.X, Platform.YOUTUBE, Platform.MASTODON, Platform.INSTAGRAM);
    private static final List<Topic> CAMPAIGN_TOPICS =
            List.of(Topic.AWARENESS, Topic.EARLY_DIAGNOSIS, Topic.PREVENTION, Topic.RECRUITING);
    private static final List<String> TAGS =
            List.of("LightUpForHearts", "ScreenNow", "RollUpYourSleeve", "JoinTheRounds");

    private Planting() {}

    static List<Campaign> campaigns(Scenario scenario, Map<Platform, List<Account>> accounts) {
        List<Campaign> campaigns = new ArrayList<>();
        for (int i = 0; i < scenario.planted().campaigns(); i++) {
            Draws draws = Draws.of(Draws.seed(scenario.seed(), KEY, 1, i));
            Platform platform = CAMPAIGN_PLATFORMS.get(i % CAMPAIGN_PLATFORMS.size());
            Instant from = dayWithin(scenario, draws, 0.2, 0.8);
            int kind = i % CAMPAIGN_TOPICS.size();
            List<String> members = new ArrayList<>();
            for (Account account : accounts.getOrDefault(platform, List.of())) {
                if (!account.organizationIds().isEmpty() && draws.chance(0.1)) {
                    members.add(account.stableId());
                }
            }
            campaigns.add(new Campaign(
                    "campaign-" + (i + 1),
                    TAGS.get(kind) + (i + 1),
                    CAMPAIGN_TOPICS.get(kind),
                    platform,
                    from,
                    from.plus(Duration.ofDays(14 + draws.below(15))),
                    scenario.planted().campaignEngagementFactor(),
                    members));
        }
        return List.copyOf(campaigns);
    }

    static List<PainPoint> painPoints(Scenario scenario, List<Provider> providers) {
        List<PainPoint> points = new ArrayList<>();
        for (int i = 0; i < scenario.planted().painPoints(); i++) {
            Draws draws = Draws.of(Draws.seed(scenario.seed(), KEY, 2, i));
            Instant from = dayWithin(scenario, draws, 0, 0.6);
            points.add(new PainPoint(
                    draws.pick(providers),
                    THEMES.get(i % THEMES.size()),
                    from,
                    from.plus(Duration.ofDays(60 + draws.below(120))),
                    scenario.planted().painShare()));
        }
        return List.copyOf(points);
    }

    private static Instant dayWithin(Scenario scenario, Draws draws, double from, double to) {
        long days = Duration.between(scenario.begin(), scenario.end()).toDays();
        return scenario.begin().plus(Duration.ofDays((long) (days * draws.uniform(from, to))));
    }
}
