package org.carebench.simulator.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.simulator.http.FaultProfile;
import org.carebench.simulator.http.SimulatedHttp;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.platform.bluesky.BlueskyServer;
import org.carebench.simulator.platform.mastodon.MastodonServer;
import org.carebench.simulator.platform.x.Spelling;
import org.carebench.simulator.platform.x.XServer;
import org.carebench.simulator.platform.youtube.YouTubeServer;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.GeneratedWorld;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.Scenario;
import org.carebench.simulator.world.Scenario.Dirt;
import org.carebench.simulator.world.Scenario.PlatformModel;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;

/** The servers of open platforms over a world in which everything that can happen to an account happens to some. */
public final class OpenPlatforms {

    public static final Instant NOW = Instant.parse("2026-06-30T02:00:00Z");
    public static final World WORLD = GeneratedWorld.of(scenario());

    private OpenPlatforms() {}

    private static Scenario scenario() {
        try {
            Scenario small = Scenario.read(Path.of("scenarios", "small.yaml"));
            Map<String, PlatformModel> platforms = new HashMap<>();
            for (String key : List.of("bluesky", "mastodon", "youtube", "x")) {
                PlatformModel model = given(small.platforms().get(key));
                platforms.put(
                        key,
                        new PlatformModel(
                                0.6,
                                model.adoptionSlope(),
                                model.postsPerWeek(),
                                model.followersFactor() * 4,
                                model.engagementFactor() * 4,
                                model.ownedShare()));
            }
            Dirt dirt = small.dirt();
            return new Scenario(
                    "open",
                    small.seed(),
                    120,
                    small.firstDay(),
                    small.lastDay(),
                    small.population(),
                    platforms,
                    small.dialogue(),
                    small.effects(),
                    new Dirt(
                            dirt.renamed(),
                            0.05,
                            dirt.hiddenCounters(),
                            dirt.commentsOff(),
                            dirt.backdated(),
                            dirt.deletedPosts(),
                            dirt.editedPosts(),
                            dirt.deletedComments(),
                            dirt.restated(),
                            dirt.purged()),
                    small.planted());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SimulatedHttp start() {
        return start(FaultProfile.NONE, Spelling.BOTH);
    }

    public static SimulatedHttp start(FaultProfile profile, Spelling spelling) {
        Tokens tokens = new Tokens();
        return new SimulatedHttp(
                List.of(
                        new BlueskyServer(WORLD, tokens),
                        new MastodonServer(WORLD, tokens),
                        new YouTubeServer(WORLD),
                        new XServer(WORLD, tokens, spelling)),
                NOW,
                profile,
                tokens);
    }

    public static Account account(Platform platform, Predicate<Account> test) {
        return WORLD.accounts(platform).stream()
                .filter(account -> account.existsAt(NOW))
                .filter(test)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The world has no such account of " + platform));
    }

    public static Account readable(Platform platform) {
        return account(
                platform,
                account ->
                        account.isReadableAt(NOW) && WORLD.posts(account, NOW).size() > 20);
    }

    public static Account with(Platform platform, AccountStatus status) {
        return account(platform, account -> account.statusAt(NOW) == status);
    }

    /** An account that bears another handle than it bore at first. */
    public static Account renamed(Platform platform) {
        return account(
                platform,
                account -> account.isReadableAt(NOW)
                        && !account.handleAt(NOW)
                                .equals(account.handles().get(0).name()));
    }

    /** All posts of readable accounts. */
    public static Stream<Post> posts(Platform platform) {
        return WORLD.accounts(platform).stream()
                .filter(account -> account.isReadableAt(NOW))
                .flatMap(account -> WORLD.posts(account, NOW).stream());
    }

    public static Post post(Platform platform, Predicate<Post> test) {
        return posts(platform)
                .filter(test)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The world has no such post of " + platform));
    }

    /** A post under which the test holds for the comments. */
    public static Post commented(Platform platform, Predicate<List<Interaction>> test) {
        return post(platform, post -> test.test(WORLD.comments(post, NOW)));
    }

    /** A post that was there at some instant before and is not any more. */
    public static Post deleted(Platform platform, BiPredicate<Account, Post> test) {
        for (Account account : WORLD.accounts(platform)) {
            if (account.isReadableAt(NOW)) {
                for (int day = 10; day < 100; day += 10) {
                    Instant before = NOW.minusSeconds(day * 86_400L);
                    for (Post post : WORLD.posts(account, before)) {
                        if (!post.isVisibleAt(NOW) && test.test(account, post)) {
                            return post;
                        }
                    }
                }
            }
        }
        throw new AssertionError("The world has no such post of " + platform);
    }

    /** An answer that is still there although what it answers is deleted. */
    public static Interaction orphan(Platform platform) {
        return posts(platform)
                .flatMap(post -> WORLD.comments(post, NOW).stream())
                .filter(answer -> {
                    String parent = answer.parentId();
                    return parent != null
                            && WORLD.post(platform, parent, NOW).isEmpty()
                            && WORLD.interaction(platform, parent, NOW).isEmpty();
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError("The world has no orphan on " + platform));
    }

    public static List<String> ids(List<Interaction> interactions) {
        return interactions.stream().map(Interaction::id).toList();
    }

    /** What a test knows to be there. */
    public static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value, "The world does not hold what this test needs.");
    }

    /** Whether a comment, reply, quote or mention can be seen; false for no id. */
    public static boolean isThere(Platform platform, @Nullable String interactionId) {
        return interactionId != null
                && WORLD.interaction(platform, interactionId, NOW).isPresent();
    }

    /** So many texts, all equal. */
    public static List<String> copies(String text, int times) {
        List<String> copies = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            copies.add(text);
        }
        return copies;
    }
}
