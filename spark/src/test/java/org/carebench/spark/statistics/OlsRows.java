package org.carebench.spark.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Rows of a regression: those of golden.json, or drawn from a seed with systems of very different size. */
record OlsRows(Design covariates, boolean[] high, double[] outcome, List<String> systems) {

    static OlsRows golden() {
        double[] treated = Golden.numbers("ols", "T");
        boolean[] high = new boolean[treated.length];
        for (int i = 0; i < high.length; i++) {
            high[i] = treated[i] == 1;
        }
        return new OlsRows(
                Design.withIntercept(high.length)
                        .with("logbeds", Golden.numbers("ols", "logbeds"))
                        .with("teach", Golden.numbers("ols", "teach")),
                high,
                Golden.numbers("ols", "y"),
                Arrays.stream(Golden.numbers("ols", "cluster"))
                        .mapToObj(id -> String.format(Locale.ROOT, "%02.0f", id))
                        .toList());
    }

    static OlsRows random(int seed, int rows) {
        Random random = new Random(seed);
        double[] beds = random.doubles(rows, 2, 7).toArray();
        double[] squares = Arrays.stream(beds).map(x -> (x - 4.5) * (x - 4.5)).toArray();
        double[] teaching = Arrays.stream(beds)
                .map(x -> random.nextDouble() < x / 14 ? 1 : 0)
                .toArray();
        List<String> systems = IntStream.range(0, rows)
                .mapToObj(i ->
                        String.format(Locale.ROOT, "%04d", (int) (rows / 3.0 * Math.pow(random.nextDouble(), 2))))
                .toList();
        boolean[] high = new boolean[rows];
        double[] outcome = new double[rows];
        for (int i = 0; i < rows; i++) {
            double shared = new Random(systems.get(i).hashCode()).nextGaussian();
            double ofGroup = new Random(~systems.get(i).hashCode()).nextGaussian();
            high[i] = random.nextDouble() < 1 / (1 + Math.exp(2 - 0.5 * beds[i] - 0.6 * ofGroup));
            outcome[i] = 60
                    + 3 * beds[i]
                    + squares[i]
                    - 2 * teaching[i]
                    + (high[i] ? 1.5 : 0)
                    + 3 * shared
                    + 7 * random.nextGaussian();
        }
        Design covariates = Design.withIntercept(rows)
                .with("beds", beds)
                .with("squares", squares)
                .with("teaching", teaching);
        return new OlsRows(covariates, high, outcome, systems);
    }

    /** Intercept, the group as T, and the covariates. */
    Design design() {
        double[] treated = new double[high.length];
        for (int i = 0; i < high.length; i++) {
            treated[i] = high[i] ? 1 : 0;
        }
        Design design = Design.withIntercept(high.length).with("T", treated);
        for (int j = 1; j < covariates.names().size(); j++) {
            design = design.with(covariates.names().get(j), covariates.column(j));
        }
        return design;
    }

    Clusters clusters() {
        return Clusters.of(systems);
    }

    /** Every row a cluster of its own. */
    Clusters singletons() {
        return Clusters.of(IntStream.range(0, high.length)
                .mapToObj(i -> String.format(Locale.ROOT, "%05d", i))
                .toList());
    }

    OlsRows rows(int[] chosen) {
        boolean[] part = new boolean[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            part[i] = high[chosen[i]];
        }
        return new OlsRows(
                covariates.rows(chosen),
                part,
                IntStream.of(chosen).mapToDouble(i -> outcome[i]).toArray(),
                IntStream.of(chosen).mapToObj(systems::get).toList());
    }

    OlsRows withOutcome(double[] other) {
        return new OlsRows(covariates, high, other, systems);
    }
}
