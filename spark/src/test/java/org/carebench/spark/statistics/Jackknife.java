package org.carebench.spark.statistics;

import java.util.stream.IntStream;

/** Standard error from leaving out one system after the other: another way to the same figure. */
final class Jackknife {

    private Jackknife() {}

    interface Statistic {
        double of(OlsRows rows);
    }

    static double standardError(OlsRows rows, Statistic statistic) {
        Clusters clusters = rows.clusters();
        double[] left = new double[clusters.count()];
        for (int g = 0; g < left.length; g++) {
            String system = rows.systems().get(clusters.rows(g)[0]);
            left[g] = statistic.of(rows.rows(IntStream.range(0, clusters.rows())
                    .filter(i -> !rows.systems().get(i).equals(system))
                    .toArray()));
        }
        double mean = IntStream.range(0, left.length)
                .mapToDouble(g -> left[g])
                .average()
                .orElseThrow();
        double squares = 0;
        for (double each : left) {
            squares += (each - mean) * (each - mean);
        }
        return Math.sqrt(squares * (left.length - 1) / left.length);
    }
}
