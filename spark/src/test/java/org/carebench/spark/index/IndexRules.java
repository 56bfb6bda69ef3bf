package org.carebench.spark.index;

import java.util.List;
import org.carebench.contract.lake.IndexBaseline;
import org.carebench.contract.lake.IndexRule;
import org.carebench.contract.lake.ValidityRule;
import org.carebench.spark.MetricDefinitions;

/** The index rule that comes with the program, and variants of it. */
public final class IndexRules {

    public static final List<String> BED_CLASSES = List.of("1-49", "50-99", "100-199", "200-399", "400+");

    private IndexRules() {}

    public static IndexRule standard() {
        return MetricDefinitions.index();
    }

    public static IndexRule withStrataOf(int stratumMinimum) {
        return of(stratumMinimum, standard().baseline(), standard().validity());
    }

    public static IndexRule of(int stratumMinimum, IndexBaseline baseline) {
        return of(stratumMinimum, baseline, standard().validity());
    }

    public static IndexRule of(int stratumMinimum, IndexBaseline baseline, ValidityRule validity) {
        IndexRule rule = standard();
        return new IndexRule(
                rule.pillars(),
                rule.requiredPillar(),
                rule.minimumPillars(),
                stratumMinimum,
                rule.rollingPeriods(),
                rule.rollingMinimum(),
                baseline,
                rule.cohorts(),
                validity,
                rule.version());
    }
}
