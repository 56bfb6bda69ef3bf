package org.carebench.spark.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Probability of being in the HIGH group given the covariates: logistic regression by Newton's method, to steps below
 * 1e-12. Left out and named are terms that the terms before them explain, and terms that separate the groups: those with a
 * coefficient beyond 15 in absolute value or without which the fit comes to no end. So terms are to be on a scale on which
 * one unit is a difference that occurs.
 */
public final class Propensity {

    private final Design design;
    private final boolean[] high;
    private final ThinQr qr;
    private final LogisticNewton newton;
    private final List<String> separated;

    private Propensity(Design design, boolean[] high, ThinQr qr, LogisticNewton newton, List<String> separated) {
        this.design = design;
        this.high = high;
        this.qr = qr;
        this.newton = newton;
        this.separated = separated;
    }

    /**
     * Fits the probabilities.
     *
     * @param high whether the row is in the HIGH group
     * @throws IllegalArgumentException where a group has no row
     */
    public static Propensity fit(Design design, boolean[] high) {
        requireBothGroups(design, high);
        List<String> separated = new ArrayList<>();
        while (true) {
            Design tried = design.without(separated);
            ThinQr qr = ThinQr.of(tried.columns());
            LogisticNewton newton = new LogisticNewton(qr, high);
            int separating = newton.separating();
            if (separating == 0) {
                return new Propensity(design, high.clone(), qr, newton, List.copyOf(separated));
            }
            separated.add(tried.names().get(qr.kept()[separating]));
        }
    }

    /** Coefficients of the terms that count, in their order, as log odds per unit of the term. */
    public Map<String, Double> coefficients() {
        List<String> names = design.without(separated).names();
        double[] values = newton.coefficients();
        Map<String, Double> coefficients = new LinkedHashMap<>();
        for (int j = 0; j < values.length; j++) {
            coefficients.put(names.get(qr.kept()[j]), values[j]);
        }
        return coefficients;
    }

    /** Terms that the terms before them explain. */
    public List<String> dropped() {
        List<String> dropped = new ArrayList<>(design.names());
        dropped.removeAll(coefficients().keySet());
        dropped.removeAll(separated);
        return dropped;
    }

    /** Terms left out because they separate the groups, in the order in which they were. */
    public List<String> separated() {
        return separated;
    }

    /** Probability of the HIGH group of every row. */
    public double[] scores() {
        return newton.scores().clone();
    }

    Design design() {
        return design;
    }

    boolean[] high() {
        return high;
    }

    ThinQr qr() {
        return qr;
    }

    private static void requireBothGroups(Design design, boolean[] high) {
        if (high.length != design.rows()) {
            throw new IllegalArgumentException(
                    "Cannot fit a propensity: there are " + high.length + " groups for " + design.rows() + " rows");
        }
        int highs = 0;
        for (boolean each : high) {
            highs += each ? 1 : 0;
        }
        if (highs == 0 || highs == high.length) {
            throw new IllegalArgumentException("Cannot fit a propensity: " + highs + " of " + high.length
                    + " rows are in the HIGH group; ask for the minimum number in either group before");
        }
    }
}
