package org.carebench.spark.index;

import java.util.List;
import org.carebench.contract.lake.CohortRule;
import org.carebench.contract.lake.IndexBaseline;
import org.carebench.contract.lake.IndexPillar;
import org.carebench.contract.lake.IndexRule;
import org.carebench.contract.lake.ValidityRule;

/** The index rule that comes with the program, for tests that need small strata. */
public final class IndexRules {

    public static final List<String> BED_CLASSES = List.of("1-49", "50-99", "100-199", "200-399", "400+");

    private IndexRules() {}

    public static IndexRule standard() {
        return withStrataOf(60);
    }

    public static IndexRule withStrataOf(int stratumMinimum) {
        return of(stratumMinimum, new IndexBaseline(IndexBaseline.FIRST, 4));
    }

    public static IndexRule of(int stratumMinimum, IndexBaseline baseline) {
        return of(stratumMinimum, baseline, new ValidityRule(100, 500, 4, List.of()));
    }

    public static IndexRule of(int stratumMinimum, IndexBaseline baseline, ValidityRule validity) {
        return new IndexRule(
                List.of(
                        pillar("presence", "channel_breadth", "profile_completeness"),
                        pillar("cadence", "posting_rate", "continuity"),
                        pillar("dialogue", "response_rate", "response_speed"),
                        pillar("breadth", "topic_breadth", "audience_breadth")),
                "dialogue",
                3,
                stratumMinimum,
                4,
                3,
                baseline,
                new CohortRule(0.75, 0.65, 0.25, 0.35, 2),
                validity,
                "1");
    }

    private static IndexPillar pillar(String id, String... components) {
        return new IndexPillar(
                id,
                0.25,
                List.of(components).stream()
                        .map(component ->
                                new IndexPillar.Component(component, component, component.equals("response_speed")))
                        .toList());
    }
}
