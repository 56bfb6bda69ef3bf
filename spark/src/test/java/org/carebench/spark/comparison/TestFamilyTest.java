package org.carebench.spark.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.carebench.spark.comparison.TestFamily.Test;

class TestFamilyTest {

    @org.junit.jupiter.api.Test
    void correctsTestsOfOneEstimatorForTheirNumber() {
        assertThat(TestFamily.qValues(List.of(
                        new Test("adjusted_ols_cr1", false, 0.01),
                        new Test("adjusted_ols_cr2", false, 0.04),
                        new Test("welch", false, 0.04))))
                .containsExactly(0.02, 0.04, 0.04);
    }

    @org.junit.jupiter.api.Test
    void leavesPrimaryTestsAloneAndDoesNotCountThem() {
        assertThat(TestFamily.qValues(
                        List.of(new Test("adjusted_ols_cr1", true, 0.001), new Test("adjusted_ols_cr1", false, 0.03))))
                .containsExactly(null, 0.03);
    }

    @org.junit.jupiter.api.Test
    void doesNotCountWhatWasNotTested() {
        assertThat(TestFamily.qValues(List.of(new Test("welch", false, null), new Test("welch", false, 0.03))))
                .containsExactly(null, 0.03);
        assertThat(TestFamily.qValues(List.of())).isEmpty();
    }

    @org.junit.jupiter.api.Test
    void rarelyFindsAnythingAmongTestsOfNothing() {
        SplittableRandom random = new SplittableRandom(17);
        int families = 0;
        for (int i = 0; i < 400; i++) {
            List<Test> tests = new ArrayList<>();
            for (int j = 0; j < 50; j++) {
                tests.add(new Test("welch", false, random.nextDouble()));
            }
            families += TestFamily.qValues(tests).stream().anyMatch(q -> q < 0.05) ? 1 : 0;
        }
        assertThat(families).isBetween(5, 40);
    }
}
