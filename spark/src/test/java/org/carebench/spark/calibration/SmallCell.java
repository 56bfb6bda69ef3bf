package org.carebench.spark.calibration;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carebench.contract.mart.CohortComparison;
import org.carebench.spark.comparison.ComparedProvider;
import org.carebench.spark.comparison.ContrastKernel;

/** S10: twelve hospitals against twelve. */
record SmallCell() implements Scenario {

    private static final int EACH = 12;

    private static final String REFUSED = "share of estimators that say not enough data";
    private static final String NUMBERS = "estimators with a p value or an estimate";
    private static final String WORDS = "share of findings that say why nothing is shown";

    @Override
    public String id() {
        return "S10";
    }

    @Override
    public String world() {
        return "a peer cell of 12 against 12, with a large true difference";
    }

    @Override
    public int hospitals() {
        return 2 * EACH;
    }

    @Override
    public int repetitions(Effort effort) {
        return 20;
    }

    @Override
    public List<Gate> gates(int repetitions) {
        return List.of(Gate.exactly(REFUSED, 1), Gate.exactly(NUMBERS, 0), Gate.exactly(WORDS, 1));
    }

    @Override
    public Measured measure(int repetitions) {
        List<CohortComparison> rows = Scenario.repeat(repetitions, this::rows).stream()
                .flatMap(List::stream)
                .toList();
        // Cells within regions are smaller still: suppressed, which is the stricter word for the same.
        List<CohortComparison> ofCell = rows.stream()
                .filter(row -> row.peerDimension().equals(ContrastKernel.NATIONAL))
                .toList();
        return new Measured(
                Map.of(
                        REFUSED, Performance.mean(ofCell, row -> row.state().equals("NOT_ENOUGH_DATA") ? 1 : 0),
                        NUMBERS,
                                (double) rows.stream()
                                        .filter(row -> row.pValue() != null || row.estimate() != null)
                                        .count(),
                        WORDS,
                                Performance.mean(
                                        ofCell.stream()
                                                .filter(CohortComparison::isHeadline)
                                                .toList(),
                                        row -> "Not shown: fewer than 20 providers in a cohort.".equals(row.finding())
                                                ? 1
                                                : 0)),
                Map.of());
    }

    private List<CohortComparison> rows(int number) {
        Noise noise = Noise.of(id(), number);
        World world = World.of(WorldRule.nothing(600).withEffect(10), noise);
        List<ComparedProvider> compared = Pipeline.compared(
                world,
                Pipeline.index(CohortRules.ofOnePeriod(), world, List.of(Pipeline.components(world, noise))),
                Pipeline.INTEGRATION,
                place -> world.recommend()[place],
                null);
        return Pipeline.KERNEL.compare(
                Pipeline.recommend(Pipeline.INTEGRATION),
                Stream.of("HIGH", "LOW")
                        .flatMap(cohort -> compared.stream()
                                .filter(each -> each.cohort().equals(cohort) && each.outcome() != null)
                                .limit(EACH))
                        .toList());
    }
}
