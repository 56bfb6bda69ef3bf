package org.carebench.spark.statistics;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cronbach's alpha (1951): how far items vary together, k / (k - 1) (1 - sum of their variances / variance of their
 * sum). At most 1; no unit.
 */
public final class CronbachAlpha {

    private CronbachAlpha() {}

    /**
     * Alpha of complete cases.
     *
     * @param cases a row per case with a value of every item, all rows of the same length
     * @return NULL for fewer than 2 items or 2 cases, or where the sum does not vary
     * @throws IllegalArgumentException where rows differ in length or a value is not a finite number
     */
    public static @Nullable Double of(double[][] cases) {
        if (cases.length < 2 || cases[0].length < 2) {
            return null;
        }
        int items = cases[0].length;
        for (double[] row : cases) {
            if (row.length != items) {
                throw new IllegalArgumentException(
                        "Cannot compute alpha: a case has " + row.length + " items where the first one has " + items);
            }
        }
        CompensatedSum ofItems = new CompensatedSum();
        for (int j = 0; j < items; j++) {
            int item = j;
            ofItems.add(
                    variance(Arrays.stream(cases).mapToDouble(row -> row[item]).toArray()));
        }
        double ofSum =
                variance(Arrays.stream(cases).mapToDouble(CronbachAlpha::sum).toArray());
        return ofSum == 0 ? null : items / (items - 1.0) * (1 - ofItems.value() / ofSum);
    }

    private static double variance(double[] values) {
        return Objects.requireNonNull(SortedSample.of(values).variance());
    }

    private static double sum(double[] row) {
        CompensatedSum sum = new CompensatedSum();
        for (double value : row) {
            sum.add(value);
        }
        return sum.value();
    }
}
