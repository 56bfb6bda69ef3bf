package org.carebench.spark.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * q values of a family of tests (Benjamini and Hochberg 1995): rejecting every test with q up to .05 keeps the expected
 * share of false rejections at .05. To be given the whole family, never only what passed a filter.
 */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /**
     * q values in the order of the p values. A test without p was not carried out: it has no q and does not count.
     *
     * @throws IllegalArgumentException where a p is not between 0 and 1
     */
    public static List<@Nullable Double> of(List<@Nullable Double> pValues) {
        double[] known = new double[pValues.size()];
        List<Integer> tested = new ArrayList<>();
        List<@Nullable Double> qValues = new ArrayList<>();
        for (int i = 0; i < pValues.size(); i++) {
            Double p = pValues.get(i);
            qValues.add(null);
            if (p != null) {
                if (!(p >= 0 && p <= 1)) {
                    throw new IllegalArgumentException("Cannot adjust p values: test " + i + " has " + p);
                }
                known[i] = p;
                tested.add(i);
            }
        }
        tested.sort(Comparator.comparingDouble(i -> known[i]));
        double smallest = 1;
        for (int rank = tested.size(); rank > 0; rank--) {
            int test = tested.get(rank - 1);
            smallest = Math.min(smallest, known[test] * tested.size() / rank);
            qValues.set(test, smallest);
        }
        return qValues;
    }
}
