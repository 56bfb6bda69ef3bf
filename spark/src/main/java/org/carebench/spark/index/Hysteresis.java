package org.carebench.spark.index;

import java.util.ArrayDeque;
import java.util.Deque;
import org.carebench.contract.lake.CohortRule;

/** Remembers in which cohort one provider is. Starts in the middle. */
final class Hysteresis {

    private final CohortRule rule;
    private final Deque<Double> recent = new ArrayDeque<>();
    private Cohort cohort = Cohort.MIDDLE;

    Hysteresis(CohortRule rule) {
        this.rule = rule;
    }

    /** The cohort after a period in which the provider had this rank among its peers. */
    Cohort next(double percentile) {
        recent.addLast(percentile);
        if (recent.size() > rule.periods()) {
            recent.removeFirst();
        }
        if (recent.size() == rule.periods()) {
            cohort = decided();
        }
        return cohort;
    }

    private Cohort decided() {
        if (recent.stream().allMatch(u -> u > rule.highEnter())) {
            return Cohort.HIGH;
        }
        if (recent.stream().allMatch(u -> u < rule.lowEnter())) {
            return Cohort.LOW;
        }
        boolean isLeft = switch (cohort) {
            case HIGH -> recent.stream().allMatch(u -> u <= rule.highLeave());
            case LOW -> recent.stream().allMatch(u -> u >= rule.lowLeave());
            default -> true;
        };
        return isLeft ? Cohort.MIDDLE : cohort;
    }

    /** After a period without a rank: nothing says that the provider left its cohort, but counting starts anew. */
    void interrupt() {
        recent.clear();
    }

    /** After a period without any account: the provider has left its cohort. */
    void forget() {
        recent.clear();
        cohort = Cohort.MIDDLE;
    }
}
