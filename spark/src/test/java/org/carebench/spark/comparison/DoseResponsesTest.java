package org.carebench.spark.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.carebench.contract.mart.DoseResponse;
import org.junit.jupiter.api.Test;

class DoseResponsesTest {

    private final DoseResponses responses = new DoseResponses(ComparisonRules.standard(), 11);
    private final Contrast recommend = ContrastKernelTest.contrast(ComparisonRules.RECOMMEND, "dialogue", null);

    @Test
    void findsTheSlopeAndTheStepsOfAStraightLine() {
        List<DoseResponse> rows = responses.of(recommend, line(10));

        assertThat(rows).extracting(DoseResponse::step).containsExactlyElementsOf(steps());
        assertThat(rows).extracting(DoseResponse::state).containsOnly("SHOWN");
        // A standard deviation of a percentile that is uniform over 0 to 1 is about 0.29.
        assertThat(rows.get(0).adjusted()).isCloseTo(10 * 0.29, within(0.6));
        assertThat(rows.get(10).adjusted() - rows.get(1).adjusted()).isCloseTo(9, within(1.5));
        assertThat(rows.get(6).adjusted() - rows.get(5).adjusted()).isCloseTo(1, within(1.2));
        assertThat(rows.get(5).ciLow()).isLessThan(rows.get(5).adjusted());
        assertThat(rows.get(5).percentile()).isEqualTo(0.45);
        assertThat(rows.subList(1, 11).stream().mapToLong(DoseResponse::n).sum())
                .isEqualTo(rows.get(0).n());
    }

    @Test
    void isFlatWhereNothingFollowsTheExposure() {
        DoseResponse slope = responses.of(recommend, line(0)).get(0);

        assertThat(slope.adjusted()).isCloseTo(0, within(0.5));
        assertThat(slope.ciLow()).isLessThan(slope.adjusted());
    }

    @Test
    void givesRatiosOfSkewedOutcomes() {
        List<DoseResponse> rows = responses.of(
                ContrastKernelTest.contrast(ComparisonRules.RATE, "integration", null),
                World.of(3).ratio(0.1).make());

        assertThat(rows.get(0).unit()).isEqualTo("ratio");
        assertThat(rows.get(0).adjusted()).isGreaterThan(1);
        assertThat(rows.get(1).adjusted()).isPositive().isLessThan(0.2);
    }

    @Test
    void hidesStepsOfFewProviders() {
        List<ComparedProvider> all = line(10);
        List<ComparedProvider> withoutMiddle = IntStream.range(0, all.size())
                .filter(i -> all.get(i).percentile() < 0.4 || all.get(i).percentile() >= 0.5 || i % 20 == 0)
                .mapToObj(all::get)
                .toList();

        List<DoseResponse> rows = responses.of(recommend, withoutMiddle);

        assertThat(rows.get(5).state()).isEqualTo("SUPPRESSED");
        assertThat(rows.get(5).n()).isNull();
        assertThat(rows.get(5).adjusted()).isNull();
        assertThat(rows.get(4).state()).isEqualTo("SHOWN");
    }

    @Test
    void saysOfAnEmptyStepThatItIsEmpty() {
        List<ComparedProvider> withoutMiddle = line(10).stream()
                .filter(each -> each.percentile() < 0.4 || each.percentile() >= 0.5)
                .toList();

        DoseResponse empty = responses.of(recommend, withoutMiddle).get(5);

        assertThat(empty.state()).isEqualTo("NOT_ENOUGH_DATA");
        assertThat(empty.n()).isZero();
    }

    @Test
    void showsNothingOfFewProvidersOrWithoutALag() {
        Contrast described = ContrastKernelTest.contrast(ComparisonRules.RECOMMEND, "dialogue", "no exposure");

        for (List<DoseResponse> rows : List.of(
                responses.of(recommend, List.of()),
                responses.of(recommend, line(10).subList(0, 100)),
                responses.of(described, line(10)))) {
            assertThat(rows).hasSize(11).allSatisfy(row -> {
                assertThat(row.state()).isEqualTo("NOT_ENOUGH_DATA");
                assertThat(row.adjusted()).isNull();
                assertThat(row.n()).isNull();
            });
        }
    }

    @Test
    void doesNotDependOnTheOrderOfProviders() {
        assertThat(responses.of(recommend, World.shuffled(line(10), 3))).isEqualTo(responses.of(recommend, line(10)));
    }

    /** The outcome of the world and so much more from the lowest percentile to the highest. */
    private static List<ComparedProvider> line(double rise) {
        return World.of(0).sized(1500, 150).make().stream()
                .map(each -> World.with(each, each.outcome() + rise * each.percentile()))
                .toList();
    }

    private static List<Integer> steps() {
        return IntStream.rangeClosed(0, 10).boxed().toList();
    }
}
