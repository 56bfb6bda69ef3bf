package org.carebench.spark.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carebench.contract.lake.ComparisonRule.Outcome;
import org.carebench.spark.comparison.ComparedProvider.Pillars;
import org.carebench.spark.comparison.ComparedProvider.Traits;
import org.carebench.spark.comparison.ContrastPlan.Planned;
import org.carebench.spark.comparison.ProviderPanel.Exposed;
import org.carebench.spark.comparison.ProviderPanel.Observed;
import org.junit.jupiter.api.Test;

class ContrastPlanTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private final ContrastPlan plan = new ContrastPlan(ComparisonRules.standard());

    @Test
    void comparesAMetricWithTheCohortsOfThePeriodBefore() {
        List<Planned> planned = of(ComparisonRules.RATE, panel(3, metric(0, 1.0), metric(1, 2.0), metric(2, 3.0)));

        assertThat(planned).hasSize(3);
        for (int i = 0; i < 2; i++) {
            Contrast contrast = planned.get(i).contrast();
            assertThat(contrast.exposureEnd()).isEqualTo(end(i));
            assertThat(contrast.outcomeStart()).isEqualTo(start(i + 1)).isAfter(contrast.exposureEnd());
            assertThat(contrast.onlyDescribed()).isNull();
            assertThat(planned.get(i).providers())
                    .singleElement()
                    .satisfies(provider -> assertThat(provider.cohort()).isEqualTo("HIGH"));
            assertThat(planned.get(i).providers().get(0).outcome()).isEqualTo(i + 2.0);
            assertThat(planned.get(i).providers().get(0).traits().lnFollowers()).isEqualTo(7.0);
        }
    }

    @Test
    void onlyDescribesTheLastPeriodByItself() {
        Planned last = of(ComparisonRules.RATE, panel(2, metric(0, 1.0), metric(1, 2.0)))
                .get(1);

        assertThat(last.contrast().onlyDescribed()).isEqualTo("the period after the exposure is not known yet");
        assertThat(last.contrast().outcomeStart()).isEqualTo(start(1));
        assertThat(last.contrast().exposureEnd()).isEqualTo(end(1));
    }

    @Test
    void meetsASurveyWithTheLastCohortsBeforeIt() {
        Contrast contrast = of(ComparisonRules.RECOMMEND, panel(3, survey(end(1).plusDays(1), 70)))
                .get(0)
                .contrast();

        assertThat(contrast.exposureEnd()).isEqualTo(end(1));
        assertThat(contrast.onlyDescribed()).isNull();
    }

    @Test
    void doesNotMeetASurveyThatBeganBeforeTheExposureEnded() {
        Contrast contrast = of(ComparisonRules.RECOMMEND, panel(3, survey(end(1), 70)))
                .get(0)
                .contrast();

        assertThat(contrast.exposureEnd()).isEqualTo(end(0));
    }

    @Test
    void onlyDescribesASurveyBeforeAllExposures() {
        List<Planned> planned = of(ComparisonRules.RECOMMEND, panel(3, survey(LocalDate.of(2022, 7, 1), 70)));

        assertThat(planned).singleElement().satisfies(each -> {
            assertThat(each.contrast().onlyDescribed()).isEqualTo("no exposure before the outcome period");
            assertThat(each.contrast().exposureEnd()).isEqualTo(end(2));
            assertThat(each.providers().get(0).outcome()).isEqualTo(70);
        });
    }

    @Test
    void onlyDescribesASurveyOfAnUnknownPeriod() {
        assertThat(of(ComparisonRules.RECOMMEND, panel(3, survey(null, 70)))
                        .get(0)
                        .contrast()
                        .onlyDescribed())
                .isEqualTo("the outcome period is not known");
    }

    @Test
    void plansOneContrastPerExposurePeriodAtMost() {
        List<Planned> planned = of(
                ComparisonRules.RECOMMEND,
                panel(2, survey(LocalDate.of(2021, 1, 1), 60), survey(LocalDate.of(2022, 1, 1), 61)),
                panel(2, survey(end(1).plusDays(30), 62), survey(end(1).plusDays(60), 63)));

        assertThat(planned).singleElement().satisfies(each -> {
            assertThat(each.contrast().onlyDescribed()).isNull();
            assertThat(each.contrast().outcomeStart()).isEqualTo(end(1).plusDays(30));
            assertThat(each.providers()).extracting(ComparedProvider::outcome).containsExactlyInAnyOrder(null, 62.0);
        });
    }

    @Test
    void plansNothingWithoutExposureOrOutcome() {
        assertThat(of(ComparisonRules.RATE, panel(0, metric(0, 1.0)))).isEmpty();
        assertThat(of(ComparisonRules.RATE, panel(3))).isEmpty();
        assertThat(of(ComparisonRules.RATE)).isEmpty();
    }

    @Test
    void leavesPeriodsOutBeforeThereWereCohorts() {
        ProviderPanel panel = panel(List.of("INSUFFICIENT", "INSUFFICIENT", "LOW"), metric(0, 1.0), metric(2, 2.0));

        assertThat(of(ComparisonRules.RATE, panel))
                .singleElement()
                .satisfies(each -> assertThat(each.contrast().exposureEnd()).isEqualTo(end(2)));
    }

    @Test
    void saysOfTheNewestPeriodThatThereNeverWereCohorts() {
        ProviderPanel panel = panel(List.of("UNKNOWN", "INSUFFICIENT", "MIDDLE"), metric(0, 1.0), metric(2, 2.0));

        assertThat(of(ComparisonRules.RATE, panel))
                .singleElement()
                .satisfies(each -> assertThat(each.contrast().exposureEnd()).isEqualTo(end(2)));
    }

    @Test
    void refusesTwoOutcomesOfAProviderInAPeriod() {
        assertThatThrownBy(() -> of(ComparisonRules.RATE, panel(2, metric(1, 1.0), metric(1, 2.0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("has two outcomes in the period from 2024-04-01; read only one source of them");
    }

    private List<Planned> of(Outcome outcome, ProviderPanel... panels) {
        return plan.of(outcome, outcome.platforms().get(0), "unit", List.of(panels));
    }

    private static ProviderPanel panel(int periods, Observed... outcomes) {
        return panel(Collections.nCopies(periods, "HIGH"), outcomes);
    }

    private static ProviderPanel panel(List<String> cohorts, Observed... outcomes) {
        return new ProviderPanel(
                "test:" + outcomes.length + (outcomes.length == 0 ? "" : outcomes[0].value()),
                "system",
                new Traits(100, "NON_PROFIT", false, false, "SOUTH", "AL", null),
                Map.of(),
                IntStream.range(0, cohorts.size())
                        .mapToObj(period -> new Exposed(
                                "dialogue",
                                start(period),
                                end(period),
                                cohorts.get(period),
                                0.9,
                                new Pillars(null, null, 0.9, null),
                                "all",
                                "all",
                                false))
                        .toList(),
                List.of(outcomes));
    }

    private static Observed metric(int period, double value) {
        return new Observed(start(period), end(period), value, 7.0);
    }

    private static Observed survey(LocalDate start, double value) {
        return new Observed(start, start == null ? null : start.plusYears(1), value, null);
    }

    private static LocalDate start(int period) {
        return FIRST.plusWeeks(13L * period);
    }

    private static LocalDate end(int period) {
        return start(period + 1).minusDays(1);
    }
}
