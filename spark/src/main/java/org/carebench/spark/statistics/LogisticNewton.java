package org.carebench.spark.statistics;

/** Newton's method for a logistic regression, on an orthonormal basis of its columns, the intercept first. */
final class LogisticNewton {

    private static final double CONVERGED = 1e-12;
    /** Smaller steps that no longer shrink are rounding. */
    private static final double ROUNDING = 1e-8;

    private static final double SEPARATED = 15;
    private static final int ITERATIONS = 50;

    private final ThinQr qr;
    private final boolean[] high;
    private final double[] coordinates;
    private final double[] scores;
    private final boolean converged;

    LogisticNewton(ThinQr qr, boolean[] high) {
        this.qr = qr;
        this.high = high;
        this.coordinates = new double[qr.rank()];
        this.scores = new double[high.length];
        this.converged = iterate();
    }

    private boolean iterate() {
        double before = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            updateScores();
            ThinQr information = ThinQr.of(information(qr, scores));
            if (information.rank() < qr.rank()) {
                return false;
            }
            double[] step = information.coefficients(information.coordinates(qr.coordinates(surprise())));
            for (int j = 0; j < step.length; j++) {
                coordinates[j] += step[j];
            }
            double largest = largest(qr.coefficients(step));
            if (largest < CONVERGED || (largest < ROUNDING && largest >= before)) {
                updateScores();
                return true;
            }
            before = largest;
        }
        return false;
    }

    /** Information matrix of the coordinates: weighted products of the basis. */
    static double[][] information(ThinQr qr, double[] scores) {
        double[][] information = new double[qr.rank()][qr.rank()];
        double[] weighted = new double[scores.length];
        for (int i = 0; i < qr.rank(); i++) {
            double[] basis = qr.basis(i);
            for (int row = 0; row < weighted.length; row++) {
                weighted[row] = basis[row] * scores[row] * (1 - scores[row]);
            }
            for (int j = 0; j <= i; j++) {
                information[i][j] = ThinQr.dot(weighted, qr.basis(j));
                information[j][i] = information[i][j];
            }
        }
        return information;
    }

    double[] coefficients() {
        return qr.coefficients(coordinates);
    }

    double[] scores() {
        return scores;
    }

    /**
     * Place of the term that separates the groups: the one with the largest coefficient beyond 15, or, where the fit came
     * to no end, with the largest one per standard deviation. 0, the intercept, where there is none.
     */
    int separating() {
        int largest = largestTerm(false);
        if (separating(largest)) {
            return largest;
        }
        return converged ? 0 : largestTerm(true);
    }

    private boolean separating(int place) {
        return place > 0 && Math.abs(coefficients()[place]) > SEPARATED;
    }

    private int largestTerm(boolean standardized) {
        double[] coefficients = coefficients();
        int largest = 0;
        double size = 0;
        for (int j = 1; j < coefficients.length; j++) {
            double of = Math.abs(coefficients[j]) * (standardized ? qr.centredLength(j) : 1);
            if (of > size) {
                largest = j;
                size = of;
            }
        }
        return largest;
    }

    private void updateScores() {
        double[] logits = qr.combine(coordinates);
        for (int i = 0; i < logits.length; i++) {
            scores[i] = 1 / (1 + Math.exp(-logits[i]));
        }
    }

    private double[] surprise() {
        double[] surprise = new double[scores.length];
        for (int i = 0; i < surprise.length; i++) {
            surprise[i] = (high[i] ? 1 : 0) - scores[i];
        }
        return surprise;
    }

    private static double largest(double[] step) {
        double largest = 0;
        for (double each : step) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }
}
