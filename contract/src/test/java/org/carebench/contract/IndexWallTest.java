package org.carebench.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.carebench.contract.lake.CohortRule;
import org.carebench.contract.lake.IndexBaseline;
import org.carebench.contract.lake.IndexPillar;
import org.carebench.contract.lake.IndexRule;
import org.carebench.contract.lake.IndexWall;
import org.carebench.contract.lake.MetricDefinition;
import org.carebench.contract.lake.MetricRole;
import org.carebench.contract.lake.MetricScope;
import org.carebench.contract.lake.ValidityRule;
import org.junit.jupiter.api.Test;

class IndexWallTest {

    private static final MetricDefinition ENGAGEMENT = metric(
            "er_follower_7d",
            MetricRole.OUTCOME,
            MetricScope.PLATFORM,
            "post_metric_at_age.value",
            "account_day.followers");
    private static final MetricDefinition RATE =
            metric("posting_rate", MetricRole.INDEX, MetricScope.PROVIDER, "post.post_id");

    @Test
    void letsWhatProvidersDoIn() {
        assertThatCode(() -> check(metric(
                        "response_rate", MetricRole.INDEX, MetricScope.PROVIDER, "answerable_item.first_reply_at")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAnOutcomeInTheIndex() {
        assertThatThrownBy(() -> IndexWall.check(rule("er_follower_7d"), List.of(ENGAGEMENT, RATE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot build the index: component response_rate is metric er_follower_7d, which is of role"
                        + " OUTCOME; only metrics of role INDEX may feed the index");
    }

    @Test
    void refusesAResponseRateCountedFromCommentsOfTheAudience() {
        assertThatThrownBy(() -> check(
                        metric("response_rate", MetricRole.INDEX, MetricScope.PROVIDER, "post_metric_at_age.value")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot build the index: component response_rate is metric response_rate, which is made from"
                                + " post_metric_at_age.value, as is the outcome er_follower_7d: the index would be compared with"
                                + " itself. Make it from what the provider does");
    }

    @Test
    void refusesReachThatAnOutcomeIsDividedBy() {
        assertThatThrownBy(() ->
                        check(metric("response_rate", MetricRole.INDEX, MetricScope.PROVIDER, "account_day.followers")))
                .hasMessageContaining("account_day.followers, as is the outcome er_follower_7d");
    }

    @Test
    void refusesWhatIsNeitherInnerNorOuter() {
        assertThatThrownBy(() -> check(
                        metric("response_rate", MetricRole.CONTEXT, MetricScope.PROVIDER, "answerable_item.item_id")))
                .hasMessageContaining("is of role CONTEXT");
    }

    @Test
    void refusesPatientSurveys() {
        assertThatThrownBy(
                        () -> check(metric("response_rate", MetricRole.INDEX, MetricScope.PROVIDER, "outcome.value")))
                .hasMessageContaining("what patients say is an outcome");
    }

    @Test
    void refusesAMetricThatNobodyDefined() {
        assertThatThrownBy(() -> check(RATE))
                .hasMessage("Cannot build the index: component response_rate is metric response_rate, which no file of"
                        + " config/metrics defines");
    }

    @Test
    void refusesAMetricPerPlatform() {
        assertThatThrownBy(() -> check(metric(
                        "response_rate", MetricRole.INDEX, MetricScope.PLATFORM, "answerable_item.first_reply_at")))
                .hasMessageContaining("is taken per platform");
    }

    private static void check(MetricDefinition response) {
        List<MetricDefinition> metrics = new ArrayList<>(List.of(ENGAGEMENT, RATE));
        if (!response.equals(RATE)) {
            metrics.add(response);
        }
        IndexWall.check(rule("response_rate"), metrics);
    }

    /** Every pillar but dialogue is the posting rate. */
    private static IndexRule rule(String dialogueMetric) {
        return new IndexRule(
                List.of(
                        pillar("presence", "a", "posting_rate"),
                        pillar("cadence", "b", "posting_rate"),
                        pillar("dialogue", "response_rate", dialogueMetric),
                        pillar("breadth", "c", "posting_rate")),
                "dialogue",
                3,
                60,
                4,
                3,
                new IndexBaseline(IndexBaseline.FIRST, 4),
                new CohortRule(0.75, 0.65, 0.25, 0.35, 2),
                new ValidityRule(100, 500, 4, List.of()),
                "1");
    }

    private static IndexPillar pillar(String id, String component, String metric) {
        return new IndexPillar(id, 0.25, List.of(new IndexPillar.Component(component, metric, false, false)));
    }

    private static MetricDefinition metric(String id, MetricRole role, MetricScope scope, String... inputs) {
        return new MetricDefinition(
                id, "t", "q", "n", "d", "u", "never", 0, "UTC", "none", "neither", role, scope, List.of(inputs), "1");
    }
}
