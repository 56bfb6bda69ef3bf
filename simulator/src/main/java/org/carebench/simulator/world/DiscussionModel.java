package org.carebench.simulator.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What persons say in public about health, in the towns of the providers. */
final class DiscussionModel {

    private static final List<Topic> TOPICS = List.of(Topic.values());

    private static final Set<Platform> PLATFORMS =
            Set.of(Platform.BLUESKY, Platform.MASTODON, Platform.YOUTUBE, Platform.X);

    private final Scenario scenario;
    private final List<Provider> providers;

    DiscussionModel(Scenario scenario, List<Provider> providers) {
        this.scenario = scenario;
        this.providers = providers;
    }

    /** Discussions of a day, oldest first. */
    List<Discussion> on(Platform platform, LocalDate day) {
        if (!PLATFORMS.contains(platform) || day.isBefore(scenario.firstDay()) || day.isAfter(scenario.lastDay())) {
            return List.of();
        }
        Draws draws = Draws.of(Draws.seed(scenario.seed(), 7, platform.seedPart(), day.toEpochDay()));
        int count = draws.poisson(scenario.dialogue().discussionsPerDay());
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Discussion> discussions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant at = start.plusMillis((long) (draws.uniform() * 86_400_000));
            discussions.add(discussion(Draws.of(draws.nextSeed()), platform, at, i % PlatformIds.NUMBERS));
        }
        discussions.sort(Comparator.comparing(Discussion::createdAt).thenComparing(Discussion::id));
        return discussions;
    }

    private Discussion discussion(Draws draws, Platform platform, Instant at, int number) {
        Person author = Names.person(platform, draws.below(scenario.dialogue().persons()));
        Provider neighbor = draws.pick(providers);
        Topic topic = draws.pick(TOPICS);
        String language = "es".equals(neighbor.language()) && draws.chance(0.6) ? "es" : "en";
        String text = Texts.discussion(draws.nextSeed(), language, topic, neighbor.city(), neighbor.state());
        return new Discussion(
                platform,
                PlatformIds.post(platform, author.id(), at, PlatformIds.NO_ACCOUNT, number),
                author,
                neighbor.market(),
                language,
                topic,
                at,
                text,
                draws.negativeBinomial(8, 0.6),
                draws.poisson(1.5),
                draws.poisson(1));
    }
}
