package org.carebench.spark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.carebench.contract.mart.MetricState.COLLECTOR_FAILED;
import static org.carebench.contract.mart.MetricState.KNOWN;
import static org.carebench.contract.mart.MetricState.NOT_COLLECTABLE;
import static org.carebench.contract.mart.MetricState.NO_DENOMINATOR;
import static org.carebench.contract.mart.MetricState.TOO_FEW;
import static org.carebench.spark.metric.Facts.PERIOD;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.CoverageState;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.RatingScale;
import org.carebench.contract.mart.MetricState;
import org.carebench.contract.mart.ProviderMetric;
import org.carebench.spark.metric.Facts.PostBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceMetricsTest {

    private final Facts facts = new Facts();

    @Test
    void takesTheMedianOverPostsAndPoolsSumsNotRatios() {
        facts.observed("facebook", 1000L);
        for (int i = 0; i < 7; i++) {
            facts.post("facebook", i, post -> post.counted(10, 0, 0));
        }
        facts.post("facebook", 8, post -> post.counted(1000, 0, 0));

        assertKnown(facts.metric("er_follower_7d", "facebook"), 1);
        ProviderMetric pooled = facts.metric("er_pooled", "facebook");
        assertKnown(pooled, 100 * 1070 / 8000.0);
        assertThat(pooled.numerator()).isEqualTo(1070);
        assertThat(pooled.denominator()).isEqualTo(8000);
        assertKnown(facts.metric("interactions", "facebook"), 1070);
    }

    @Test
    void neverCountsTheOwnersComments() {
        facts.observed("facebook", 1000L);
        posts(8, post -> post.counted(1, 5, 2).ownComments(4L));

        assertKnown(facts.metric("interactions", "facebook"), 8 * (1 + 1 + 2));
        assertKnown(facts.metric("conversation", "facebook"), 1);
        assertKnown(facts.metric("applause", "facebook"), 1);
        assertKnown(facts.metric("amplification", "facebook"), 2);
    }

    @Test
    void ownCommentsThatTheCounterDoesNotShowYetLeaveNothing() {
        facts.observed("facebook", 1000L);
        posts(8, post -> post.counted(0, 2, 0).ownComments(3L));

        assertKnown(facts.metric("conversation", "facebook"), 0);
    }

    @Test
    void doesNotTrustCommentsOfUnknownAuthorsButKnowsThatNoneIsNone() {
        facts.observed("facebook", 1000L);
        posts(8, post -> post.counted(1, 5, 2).ownComments(null));
        posts(8, post -> post.counted(1, 0, 2).ownComments(null));

        ProviderMetric conversation = facts.metric("conversation", "facebook");
        assertKnown(conversation, 0);
        assertThat(conversation.excluded()).isEqualTo(8);
        assertKnown(facts.metric("applause", "facebook"), 1);
    }

    @Test
    void leavesPostsOfAnotherAgeOutAndCountsThem() {
        facts.observed("facebook", 1000L);
        posts(8, post -> post.counted(10, 0, 0));
        posts(2, post -> post.counted(999, 0, 0).counter("likes", 999L, false));
        posts(3, post -> post.counted(999, 0, 0).counter("shares", null, true));

        ProviderMetric rate = facts.metric("er_follower_7d", "facebook");

        assertKnown(rate, 1);
        assertThat(rate.items()).isEqualTo(8);
        assertThat(rate.excluded()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"er_follower_7d", "er_pooled", "applause", "conversation", "amplification"})
    void asksForEightPostsAndAHundredFollowers(String metric) {
        facts.observed("facebook", 100L);
        posts(7, post -> post.counted(1, 0, 0));
        assertMissing(facts.metric(metric, "facebook"), TOO_FEW);

        posts(1, post -> post.counted(1, 0, 0));
        assertThat(facts.metric(metric, "facebook").state()).isEqualTo(KNOWN);

        Facts small = new Facts().observed("facebook", 99L);
        for (int i = 0; i < 8; i++) {
            small.post("facebook", i, post -> post.counted(1, 0, 0));
        }
        assertMissing(small.metric(metric, "facebook"), NO_DENOMINATOR);
    }

    @Test
    void takesFollowersFromTheNearestObservationWithinThreeDays() {
        facts.account("facebook")
                .observation("facebook", PERIOD.start().minusDays(2), 200L)
                .observation("facebook", PERIOD.start().plusDays(3), 400L)
                .observation("facebook", PERIOD.start().plusDays(20), 800L);
        for (int i = 0; i < 8; i++) {
            facts.post("facebook", 0, post -> post.counted(2, 0, 0));
        }
        facts.post("facebook", 10, post -> post.counted(2, 0, 0));

        ProviderMetric rate = facts.metric("er_follower_7d", "facebook");
        assertKnown(rate, 1);
        assertThat(rate.items()).isEqualTo(8);
        assertThat(rate.excluded()).isEqualTo(1);
    }

    @Test
    void ofTwoObservationsAsNearTakesTheEarlier() {
        facts.account("facebook")
                .observation("facebook", PERIOD.start().plusDays(1), 200L)
                .observation("facebook", PERIOD.start().plusDays(3), 400L);
        for (int i = 0; i < 8; i++) {
            facts.post("facebook", 2, post -> post.counted(2, 0, 0));
        }

        assertKnown(facts.metric("er_follower_7d", "facebook"), 1);
    }

    @Test
    void hasNoRateWhereNoPostCarriesTheCounters() {
        facts.observed("facebook", 1000L);
        posts(9, post -> post.counter("likes", null, true));

        assertMissing(facts.metric("er_follower_7d", "facebook"), NOT_COLLECTABLE);
        assertMissing(facts.metric("interactions", "facebook"), NOT_COLLECTABLE);
    }

    @Test
    void hasTooFewWhereAllPostsAreImmature() {
        facts.observed("facebook", 1000L);
        posts(9, post -> post.counter("likes", null, false));

        assertMissing(facts.metric("er_follower_7d", "facebook"), TOO_FEW);
        assertThat(facts.metric("er_follower_7d", "facebook").excluded()).isEqualTo(9);
    }

    @Test
    void asksAPlatformOnlyForCountersThatItHas() {
        facts.observed("youtube", 1000L);
        for (int i = 0; i < 8; i++) {
            facts.post("youtube", i, post -> post.counter("likes", 10L, true).counter("comments", 0L, true));
        }

        assertKnown(facts.metric("er_follower_7d", "youtube"), 1);
        assertMissing(facts.metric("amplification", "youtube"), NOT_COLLECTABLE);
    }

    @Test
    void dividesByViewsOnlyForOwnedAccounts() {
        Map<DataFamily, CoverageState> coverage = Map.of(DataFamily.POSTS, CoverageState.COMPLETE);
        Facts owned = new Facts().account("own page", "facebook", coverage);
        Facts other = new Facts().account("page", "facebook", coverage);
        for (int i = 0; i < 8; i++) {
            owned.post(
                    "own page",
                    i,
                    post -> post.counted(10, 0, 0).counter("views", 400L, true).counter("impressions", 500L, true));
            other.post("page", i, post -> post.counted(10, 0, 0).counter("views", 400L, true));
        }

        assertKnown(owned.metric("er_view", "facebook"), 2);
        assertMissing(other.metric("er_view", "facebook"), NOT_COLLECTABLE);
    }

    @Test
    void growsInLogPointsPerThirtyDays() {
        facts.account("facebook")
                .observation("facebook", PERIOD.start(), 1000L)
                .observation("facebook", PERIOD.start().plusDays(60), 1210L)
                .observation("facebook", PERIOD.end().plusDays(1), 9999L);

        assertKnown(facts.metric("follower_growth_30d", "facebook"), Math.log(1.1));
    }

    @ParameterizedTest
    @CsvSource({
        "99, 27, 150, TOO_FEW",
        "99, 60, 150, TOO_FEW",
        "100, 27, 110, TOO_FEW",
        "100, 28, 110, KNOWN",
        "100, 28, 0, NO_DENOMINATOR"
    })
    void asksForAHundredFollowersAndFourWeeks(long start, int days, long end, MetricState state) {
        facts.account("facebook")
                .observation("facebook", PERIOD.start(), start)
                .observation("facebook", PERIOD.start().plusDays(days), end);

        assertThat(facts.metric("follower_growth_30d", "facebook").state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"1200, KNOWN", "1201, NO_DENOMINATOR", "800, KNOWN", "799, NO_DENOMINATOR"})
    void callsAJumpOfAFifthADayNoGrowth(long next, MetricState state) {
        facts.account("facebook")
                .observation("facebook", PERIOD.start(), 1000L)
                .observation("facebook", PERIOD.start().plusDays(1), next)
                .observation("facebook", PERIOD.start().plusDays(40), next);

        assertThat(facts.metric("follower_growth_30d", "facebook").state()).isEqualTo(state);
    }

    @Test
    void poolsTheAccountsOfAProviderOnDaysOnWhichAllWereObserved() {
        Map<DataFamily, CoverageState> coverage = Map.of(DataFamily.ACCOUNT, CoverageState.COMPLETE);
        facts.account("a", "facebook", coverage)
                .account("b", "facebook", coverage)
                .observation("a", PERIOD.start(), 1L)
                .observation("a", PERIOD.start().plusDays(1), 600L)
                .observation("b", PERIOD.start().plusDays(1), 400L)
                .observation("a", PERIOD.start().plusDays(31), 700L)
                .observation("b", PERIOD.start().plusDays(31), 400L);

        assertKnown(facts.metric("follower_growth_30d", "facebook"), Math.log(1.1));
        assertKnown(facts.metric("followers", "facebook"), Math.log(1100));
    }

    @Test
    void ratesEverySiteAloneFromElevenReviewsOn() {
        for (int i = 0; i < 11; i++) {
            facts.rating("google", RatingScale.STARS_1_5, i < 5 ? 1 : 5)
                    .rating("facebook", RatingScale.RECOMMEND_YES_NO, i < 4 ? 1 : 0);
        }
        for (int i = 0; i < 10; i++) {
            facts.rating("yelp", RatingScale.STARS_1_5, 5);
        }

        ProviderMetric google = facts.metric("review_star", "google");
        assertKnown(google, 35 / 11.0);
        assertThat(google.numerator()).isEqualTo(35);
        assertMissing(facts.metric("review_star", "yelp"), TOO_FEW);
        assertKnown(facts.metric("recommend_social", "facebook"), 400 / 11.0);
        assertThat(facts.metrics())
                .filteredOn(row -> row.metricId().equals("review_star"))
                .extracting(ProviderMetric::platform)
                .containsExactly("google", "yelp");
    }

    @Test
    void saysWhyAnAccountWasNotObserved() {
        Map<DataFamily, CoverageState> coverage = Map.of(DataFamily.POSTS, CoverageState.COMPLETE);
        facts.account("facebook", coverage)
                .account("instagram", coverage)
                .account("linkedin", Map.of(DataFamily.POSTS, CoverageState.NOT_OFFERED))
                .account("x", coverage)
                .observation("facebook", PERIOD.start().minusDays(1), 10L)
                .observation("facebook", PERIOD.end().plusDays(1), 10L)
                .observation("instagram", PERIOD.start().minusDays(1), 10L)
                .observation("instagram", PERIOD.start(), AccountStatus.PRIVATE, null, 0, 0)
                .observation("x", PERIOD.end().plusDays(1), 10L);

        assertMissing(facts.metric("posts", "facebook"), COLLECTOR_FAILED);
        assertMissing(facts.metric("posts", "instagram"), NOT_COLLECTABLE);
        assertMissing(facts.metric("posts", "linkedin"), NOT_COLLECTABLE);
        assertThat(facts.metrics())
                .noneMatch(
                        row -> row.platform().equals("x") && row.periodStart().equals(PERIOD.start()));
    }

    @Test
    void computesOnlyPeriodsThatHaveEnded() {
        facts.observed("facebook", 1000L);

        assertThat(facts.asOf(PERIOD.end()).metrics())
                .extracting(ProviderMetric::periodStart)
                .containsOnly(PERIOD.start());
        assertThat(facts.asOf(PERIOD.end().minusDays(1)).metrics()).isEmpty();
    }

    @Test
    void neverAddsPlatforms() {
        assertThat(facts.observed("facebook", 10L).observed("x", 10L).metrics())
                .filteredOn(row -> row.platform().equals("all"))
                .extracting(ProviderMetric::metricId)
                .doesNotContain("interactions", "er_pooled", "followers");
    }

    private void posts(int count, UnaryOperator<PostBuilder> details) {
        for (int i = 0; i < count; i++) {
            facts.post("facebook", i, details);
        }
    }

    private static void assertKnown(ProviderMetric metric, double value) {
        assertThat(metric.state()).isEqualTo(KNOWN);
        assertThat(metric.value()).isCloseTo(value, within(1e-12));
    }

    private static void assertMissing(ProviderMetric metric, MetricState state) {
        assertThat(metric.state()).isEqualTo(state);
        assertThat(metric.value()).isNull();
    }
}
