package org.carebench.spark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.carebench.contract.mart.MetricState.COLLECTOR_FAILED;
import static org.carebench.contract.mart.MetricState.KNOWN;
import static org.carebench.contract.mart.MetricState.NOT_COLLECTABLE;
import static org.carebench.contract.mart.MetricState.NOT_REACHED;
import static org.carebench.contract.mart.MetricState.NO_DENOMINATOR;
import static org.carebench.contract.mart.MetricState.TOO_FEW;
import static org.carebench.spark.metric.Facts.PERIOD;
import static org.carebench.spark.metric.Facts.at;

import java.util.Map;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.CoverageState;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.mart.MetricState;
import org.carebench.contract.mart.ProviderMetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexInputMetricsTest {

    private final Facts facts = new Facts();

    @Test
    void countsPlatformsWithFourOriginalPosts() {
        posts("facebook", 4);
        posts("x", 3);
        posts("bluesky", 9);
        facts.observed("facebook", 500L).observed("x", 500L).observed("bluesky", 500L);

        assertKnown(facts.metric("channel_breadth"), 1);
        assertThat(facts.metric("channel_breadth").items()).isEqualTo(2);
    }

    @Test
    void leavesAPlatformOutThatCannotBeCollected() {
        facts.observed("facebook", 500L).account("tiktok", Map.of(DataFamily.POSTS, CoverageState.NOT_OFFERED));

        assertKnown(facts.metric("channel_breadth"), 0);
        assertThat(facts.metric("channel_breadth").excluded()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"channel_breadth", "posting_rate", "continuity", "response_rate", "topic_breadth"})
    void doesNotTakeAPlatformThatFailedForASilentOne(String metric) {
        facts.observed("facebook", 500L).account("x", Map.of(DataFamily.POSTS, CoverageState.FAILED));

        assertMissing(facts.metric(metric), COLLECTOR_FAILED);
    }

    @Test
    void takesTheShareOfFilledFieldsFromTheLatestObservationOfEachAccount() {
        facts.account("facebook")
                .account("x")
                .observation("facebook", PERIOD.start(), AccountStatus.ACTIVE, 1L, 4, 4)
                .observation("facebook", PERIOD.end(), AccountStatus.ACTIVE, 1L, 4, 2)
                .observation("facebook", PERIOD.end().plusDays(1), AccountStatus.ACTIVE, 1L, 4, 4)
                .observation("x", PERIOD.end(), AccountStatus.ACTIVE, 1L, 5, 5);

        assertKnown(facts.metric("profile_completeness"), 0.75);
    }

    @Test
    void doesNotCallAProfileEmptyOfWhichNothingIsKnown() {
        facts.account("facebook").observation("facebook", PERIOD.end(), AccountStatus.ACTIVE, 1L, 0, 0);

        assertMissing(facts.metric("profile_completeness"), NOT_COLLECTABLE);
    }

    @Test
    void countsATextOnSeveralPlatformsOnceWithinTwoDays() {
        facts.observed("facebook", 500L)
                .observed("x", 500L)
                .post("facebook", 0, post -> post.text("a"))
                .post("x", 2, post -> post.text("a"))
                .post("x", 2, post -> post.text("a").hour(13))
                .post("x", 20, post -> post.text("b"))
                .post("facebook", 20)
                .post("x", 20);

        ProviderMetric rate = facts.metric("posting_rate");

        assertKnown(rate, Math.log1p(5 / 13.0));
        assertThat(rate.numerator()).isEqualTo(5);
        assertThat(rate.denominator()).isEqualTo(13);
        assertThat(rate.excluded()).isEqualTo(1);
    }

    @Test
    void knowsThatAnObservedProviderPostedNothing() {
        facts.observed("facebook", 500L);

        assertKnown(facts.metric("posting_rate"), 0);
        assertKnown(facts.metric("continuity"), 0);
    }

    @Test
    void leavesPostsOutThatWereSoonRemoved() {
        facts.observed("facebook", 500L)
                .post("facebook", 1, Facts.PostBuilder::shortLived)
                .post("facebook", 8);

        assertThat(facts.metric("posting_rate").numerator()).isEqualTo(1);
        assertKnown(facts.metric("posts", "facebook"), 1);
    }

    @Test
    void countsWeeksWithPostsNotPosts() {
        facts.observed("facebook", 500L);
        for (int day : new int[] {0, 6, 7, 7, 7, 90}) {
            facts.post("facebook", day);
        }

        assertKnown(facts.metric("continuity"), 3 / 13.0);
    }

    @ParameterizedTest
    @CsvSource({"34, KNOWN", "35, KNOWN", "42, TOO_FEW"})
    void asksForEightObservedWeeks(int firstDay, MetricState state) {
        facts.account("facebook")
                .observation("facebook", PERIOD.start().plusDays(firstDay), 1L)
                .observation("facebook", PERIOD.end(), 1L);

        assertThat(facts.metric("continuity").state()).isEqualTo(state);
    }

    @Test
    void dividesAnsweredItemsByThoseThatExpectAnAnswer() {
        facts.observed("facebook", 500L)
                .item("facebook", at(1, 0), at(1, 3))
                .item("facebook", at(1, 0), at(8, 0))
                .item("facebook", at(1, 0), at(8, 1))
                .item("facebook", at(1, 0), null);

        ProviderMetric rate = facts.metric("response_rate");

        assertKnown(rate, 0.5);
        assertThat(rate.numerator()).isEqualTo(2);
        assertThat(rate.denominator()).isEqualTo(4);
    }

    @Test
    void leavesItemsOutThatMayStillBeAnsweredInTime() {
        facts.observed("facebook", 500L)
                .item("facebook", at(1, 0), at(1, 3))
                .item("facebook", at(85, 0), at(85, 1))
                .item("facebook", at(84, 0), null)
                .asOf(PERIOD.end());

        ProviderMetric rate = facts.metric("response_rate");

        assertThat(rate.denominator()).isEqualTo(2);
        assertThat(rate.numerator()).isEqualTo(1);
        assertThat(rate.excluded()).isEqualTo(1);
    }

    @Test
    void hasNoResponseRateWhereNobodyAsked() {
        facts.observed("facebook", 500L);

        assertMissing(facts.metric("response_rate"), NO_DENOMINATOR);
        assertKnown(facts.metric("inbound_volume", "facebook"), 0);
    }

    @Test
    void doesNotKnowThatNobodyAskedWhereItemsCannotBeRead() {
        facts.account("facebook", Map.of(DataFamily.POSTS, CoverageState.COMPLETE))
                .observation("facebook", PERIOD.start(), 500L);

        assertMissing(facts.metric("response_rate"), NOT_COLLECTABLE);
        assertMissing(facts.metric("response_hours"), NOT_COLLECTABLE);
        assertMissing(facts.metric("inbound_volume", "facebook"), NOT_COLLECTABLE);
    }

    @Test
    void takesTheMedianHoursOverAnsweredAndUnanswered() {
        facts.observed("facebook", 500L)
                .item("facebook", at(1, 0), at(1, 2))
                .item("facebook", at(1, 0), at(1, 4))
                .item("facebook", at(1, 0), at(1, 8))
                .item("facebook", at(1, 0), null)
                .item("facebook", at(1, 0), null);

        assertKnown(facts.metric("response_hours"), 8);
    }

    @Test
    void countsElapsedHoursWhereAClockWasWrong() {
        facts.observed("facebook", 500L);
        for (int i = 0; i < 5; i++) {
            facts.item("facebook", at(2, 0), at(1, 0));
        }

        assertKnown(facts.metric("response_hours"), 0);
    }

    @Test
    void hasNoMedianHoursWhereFewerThanHalfWereAnsweredOrFewAsked() {
        facts.observed("facebook", 500L).item("facebook", at(1, 0), at(1, 2));
        assertMissing(facts.metric("response_hours"), TOO_FEW);

        for (int i = 0; i < 4; i++) {
            facts.item("facebook", at(1, 0), at(20, 0));
        }

        assertMissing(facts.metric("response_hours"), NOT_REACHED);
        assertKnown(facts.metric("response_rate"), 0.2);
    }

    @Test
    void splitsAPostOfTwoTopics() {
        facts.observed("facebook", 500L);
        for (int i = 0; i < 10; i++) {
            facts.post("facebook", i, post -> post.topics("billing", "prevention"));
            facts.post("facebook", i, post -> post.topics("billing"));
        }
        facts.post("facebook", 3, post -> post.topics("other"));

        ProviderMetric breadth = facts.metric("topic_breadth");

        double entropy = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)) + 1 / 40.0;
        assertKnown(breadth, Math.exp(entropy));
        assertThat(breadth.items()).isEqualTo(20);
        assertThat(breadth.excluded()).isEqualTo(1);
    }

    @Test
    void breadthIsNeverMoreThanThereAreTags() {
        facts.observed("facebook", 500L);
        for (int i = 0; i < 24; i++) {
            String topic = Facts.TOPICS.get(i % 4);
            String audience = Facts.AUDIENCES.get(i % 3);
            facts.post("facebook", i, post -> post.topics(topic).audiences(audience));
        }

        assertKnown(facts.metric("topic_breadth"), 4);
        assertKnown(facts.metric("audience_breadth"), 1);
    }

    @Test
    void asksForTwentyTaggedPosts() {
        facts.observed("facebook", 500L);
        for (int i = 0; i < 19; i++) {
            facts.post("facebook", i, post -> post.topics("billing").audiences("patients"));
        }
        facts.post("facebook", 20);

        assertMissing(facts.metric("topic_breadth"), TOO_FEW);
        assertMissing(facts.metric("audience_breadth"), TOO_FEW);
        assertThat(facts.metric("topic_breadth").items()).isEqualTo(19);
    }

    private void posts(String platform, int count) {
        for (int i = 0; i < count; i++) {
            facts.post(platform, i);
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
