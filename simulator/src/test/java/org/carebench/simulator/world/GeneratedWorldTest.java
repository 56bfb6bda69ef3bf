package org.carebench.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carebench.contract.dataset.PostKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedWorldTest {

    private static final World WORLD = Worlds.small();
    private static final Instant AT = Instant.parse("2026-06-30T02:00:00Z");
    private static final Instant LATER = AT.plus(Duration.ofDays(7));

    @ParameterizedTest
    @EnumSource(Platform.class)
    void everyAccountIsFoundByItsIdAndItsHandleOfTheMoment(Platform platform) {
        assertThat(WORLD.accounts(platform)).isNotEmpty();
        for (Account account : WORLD.accounts(platform)) {
            assertThat(WORLD.account(platform, account.stableId())).contains(account);
            String server = account.homeServer();
            String handle = account.handleAt(AT) + (server == null ? "" : "@" + server);
            if (account.existsAt(AT)) {
                assertThat(WORLD.accountByHandle(platform, handle, AT)).contains(account);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Platform.class, mode = EnumSource.Mode.EXCLUDE, names = "GOOGLE")
    void everyPostAndEverythingWrittenUnderItIsFoundByItsId(Platform platform) {
        Set<String> ids = new HashSet<>();
        for (Account account : WORLD.accounts(platform).subList(0, 3)) {
            for (Post post : WORLD.posts(account, AT)) {
                assertThat(ids.add(post.id())).as(post.id()).isTrue();
                assertThat(WORLD.post(platform, post.id(), AT)).contains(post);
                for (Interaction comment : WORLD.comments(post, AT)) {
                    assertThat(WORLD.interaction(platform, comment.id(), AT)).contains(comment);
                    Person author = comment.author();
                    if (author != null) {
                        assertThat(WORLD.person(platform, author.id())).contains(author);
                    }
                }
            }
            for (Interaction mention : WORLD.mentions(account, WORLD.scenario().begin(), AT, AT)) {
                assertThat(WORLD.interaction(platform, mention.id(), AT)).contains(mention);
            }
        }
        assertThat(ids).isNotEmpty();
    }

    @Test
    void answersDoNotDependOnWhatWasAskedBefore() {
        World other = Worlds.small();
        List<Account> accounts = WORLD.accounts(Platform.BLUESKY);
        for (int i = accounts.size() - 1; i >= 0; i--) {
            other.counters(accounts.get(i), LATER);
        }
        Account account = accounts.get(0);
        assertThat(other.posts(account, AT)).isEqualTo(WORLD.posts(account, AT)).isNotEmpty();
        for (Post post : WORLD.posts(account, AT)) {
            assertThat(other.counters(post, AT)).isEqualTo(WORLD.counters(post, AT));
            assertThat(other.comments(post, AT)).isEqualTo(WORLD.comments(post, AT));
            assertThat(other.text(post, AT)).isEqualTo(WORLD.text(post, AT));
        }
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void whatIsVisibleStaysVisibleUntilItIsDeleted(Platform platform) {
        for (Account account : WORLD.accounts(platform)) {
            Set<String> later = new HashSet<>();
            WORLD.posts(account, LATER).forEach(p -> later.add(p.id()));
            for (Post post : WORLD.posts(account, AT)) {
                Instant deleted = post.deletedAt();
                assertThat(later.contains(post.id())).isEqualTo(deleted == null || deleted.isAfter(LATER));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void countersAreNeverNegativeAndLikesFallOnlyWhereTheyAreTakenBack(Platform platform) {
        int fallen = 0;
        int seen = 0;
        for (Account account : WORLD.accounts(platform)) {
            assertThat(WORLD.counters(account, AT).followers()).isNotNegative();
            for (Post post : WORLD.posts(account, AT)) {
                PostCounters now = WORLD.counters(post, AT);
                PostCounters then = WORLD.counters(post, AT.minus(Duration.ofDays(3)));
                assertThat(List.of(now.likes(), now.comments(), now.shares(), now.views(), now.reach()))
                        .allSatisfy(c -> assertThat(c).isNotNegative());
                assertThat(now.views()).isGreaterThanOrEqualTo(then.views());
                fallen += now.likes() < then.likes() ? 1 : 0;
                seen++;
            }
        }
        assertThat(fallen).isLessThanOrEqualTo(seen / 10);
    }

    @Test
    void commentsAreCountedAsTheyStand() {
        for (Account account : WORLD.accounts(Platform.FACEBOOK)) {
            for (Post post : WORLD.posts(account, AT)) {
                assertThat(WORLD.counters(post, AT).comments())
                        .isEqualTo(WORLD.comments(post, AT).size());
            }
        }
        for (Account account : WORLD.accounts(Platform.BLUESKY)) {
            for (Post post : WORLD.posts(account, AT)) {
                assertThat(WORLD.counters(post, AT).comments())
                        .isEqualTo(WORLD.comments(post, AT).stream()
                                .filter(c -> post.id().equals(c.parentId()))
                                .count());
            }
        }
    }

    @Test
    void anAnswerOfTheOwnerIsAReplyAmongItsPostsWherePlatformsListThem() {
        int answers = 0;
        for (Account account : WORLD.accounts(Platform.BLUESKY)) {
            Set<String> replies = new HashSet<>();
            for (Post post : WORLD.posts(account, AT)) {
                if (post.kind() == PostKind.REPLY) {
                    replies.add(post.id());
                }
            }
            for (Post post : WORLD.posts(account, AT)) {
                for (Interaction comment : WORLD.comments(post, AT)) {
                    if (comment.isByOwner()) {
                        assertThat(replies).contains(comment.id());
                        answers++;
                    }
                }
            }
        }
        assertThat(answers).isPositive();
    }

    @Test
    void earlierHandlesFindNothingOnceTheAccountIsRenamed() {
        int renamed = 0;
        for (Platform platform : Platform.values()) {
            for (Account account : WORLD.accounts(platform)) {
                if (account.handles().size() > 1
                        && account.handles().get(1).from().isBefore(AT)) {
                    String server = account.homeServer();
                    String earlier = account.handles().get(0).name() + (server == null ? "" : "@" + server);
                    assertThat(WORLD.accountByHandle(platform, earlier, AT)).isEmpty();
                    renamed++;
                }
            }
        }
        assertThat(renamed).isPositive();
    }

    @Test
    void backdatedPostsStandWhereTheyClaimToBe() {
        List<Post> backdated = WORLD.accounts(Platform.BLUESKY).stream()
                .flatMap(a -> WORLD.posts(a, AT).stream())
                .filter(Post::isBackdated)
                .toList();
        assertThat(backdated).isNotEmpty();
        for (Post post : backdated) {
            List<Post> posts = WORLD.posts(post.account(), AT);
            int place = posts.indexOf(post);
            assertThat(place == 0 || !posts.get(place - 1).createdAt().isBefore(post.createdAt()))
                    .isTrue();
            assertThat(WORLD.posts(post.account(), post.appearedAt().minusSeconds(1)))
                    .doesNotContain(post);
        }
    }

    @Test
    void discussionsAreFoundByTheirIdAndNameTheirMarket() {
        Instant from = AT.minus(Duration.ofDays(5));
        List<Discussion> discussions = WORLD.discussions(Platform.BLUESKY, from, AT, AT);
        assertThat(discussions).hasSizeGreaterThan(30);
        for (Discussion discussion : discussions) {
            assertThat(WORLD.discussion(Platform.BLUESKY, discussion.id(), AT)).contains(discussion);
            assertThat(discussion.matches(discussion.market().substring(3))).isTrue();
        }
    }

    @Test
    void reviewsAreFromOneToFiveStarsAndRepliesComeAfterThem() {
        int replied = 0;
        for (Account account : WORLD.accounts(Platform.GOOGLE)) {
            List<Review> reviews = WORLD.reviews(account, AT);
            assertThat(WORLD.counters(account, AT).ratings()).isEqualTo(reviews.size());
            for (Review review : reviews) {
                assertThat(review.stars()).isBetween(1, 5);
                Review.Reply reply = review.reply();
                if (reply != null) {
                    assertThat(reply.updatedAt()).isAfter(review.createdAt());
                    replied++;
                }
            }
        }
        assertThat(replied).isPositive();
    }

    @Test
    void insightsOfADayAppearWhenItIsOverAndSettleTwoDaysLater() {
        Account account = WORLD.accounts(Platform.INSTAGRAM).get(1);
        List<DailyInsight> days = WORLD.insights(
                account, java.time.LocalDate.parse("2026-06-20"), java.time.LocalDate.parse("2026-07-03"), AT);
        assertThat(days.get(days.size() - 1).day()).isEqualTo("2026-06-28");
        assertThat(days).extracting(DailyInsight::settled).endsWith(true, false, false);
    }
}
