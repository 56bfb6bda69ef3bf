package org.carebench.spark.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carebench.spark.statistics.BenjaminiHochberg;
import org.jspecify.annotations.Nullable;

/**
 * All tests of one exposure period and one domain of outcomes, over metrics, platforms and peer groups. Every estimator
 * looks at the same contrasts, so each has a family of its own; the tests chosen beforehand are in none.
 */
final class TestFamily {

    private TestFamily() {}

    /**
     * A test of the family.
     *
     * @param pValue NULL where nothing was tested
     */
    record Test(
            String estimator, boolean isPrimary, @Nullable Double pValue) {

        /** Estimators that differ in their standard error only ask the same. */
        private String asked() {
            return estimator.replaceFirst("_cr[12]$", "");
        }
    }

    /** q values in the order of the tests; NULL for primary tests and where nothing was tested. */
    static List<@Nullable Double> qValues(List<Test> tests) {
        Map<String, List<Integer>> families = new TreeMap<>();
        List<@Nullable Double> qValues = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            qValues.add(null);
            if (!tests.get(i).isPrimary) {
                families.computeIfAbsent(tests.get(i).asked(), key -> new ArrayList<>())
                        .add(i);
            }
        }
        for (List<Integer> family : families.values()) {
            List<@Nullable Double> pValues = new ArrayList<>();
            family.forEach(i -> pValues.add(tests.get(i).pValue));
            List<@Nullable Double> ofFamily = BenjaminiHochberg.of(pValues);
            for (int i = 0; i < family.size(); i++) {
                qValues.set(family.get(i), ofFamily.get(i));
            }
        }
        return qValues;
    }
}
