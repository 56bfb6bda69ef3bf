package org.carebench.spark.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Coefficients of a regression and their standard errors. What is asked of a dropped term is NULL. A fit without residuals
 * beyond rounding has no standard error.
 */
public final class LinearFit {

    private static final double ROUNDING = 1e-12;
    /** A row that leaves less than this to others determines a coefficient alone. */
    private static final double DETERMINED = 1e-12;

    private final LeastSquares leastSquares;
    private final double[] coefficients;
    private final double[] residuals;

    LinearFit(LeastSquares leastSquares, double[] outcome) {
        ThinQr qr = leastSquares.qr();
        double[] coordinates = qr.coordinates(outcome);
        double[] fitted = qr.combine(coordinates);
        double[] rest = new double[outcome.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = outcome[i] - fitted[i];
        }
        boolean perfect = ThinQr.dot(rest, rest) <= ROUNDING * ROUNDING * ThinQr.dot(outcome, outcome);
        this.leastSquares = leastSquares;
        this.coefficients = qr.coefficients(coordinates);
        this.residuals = perfect ? new double[rest.length] : rest;
    }

    public @Nullable Double coefficient(String term) {
        int place = leastSquares.place(term);
        return place < 0 ? null : coefficients[place];
    }

    public double[] residuals() {
        return residuals.clone();
    }

    /** What the regression expects of the rows of a design with the same terms. */
    public double[] predict(Design design) {
        if (!design.names().equals(leastSquares.design().names())) {
            throw new IllegalArgumentException("Cannot predict: the design has " + design.names()
                    + ", the regression was fitted on " + leastSquares.design().names());
        }
        double[] expected = new double[design.rows()];
        for (int j = 0; j < coefficients.length; j++) {
            double[] column = design.column(leastSquares.qr().kept()[j]);
            for (int row = 0; row < expected.length; row++) {
                expected[row] += coefficients[j] * column[row];
            }
        }
        return expected;
    }

    /**
     * Standard error clustered, with the small-sample factor G/(G-1) (N-1)/(N-k) and Student's distribution with G-1
     * degrees of freedom (CR1; Cameron and Miller 2015). For forty clusters and more.
     */
    public @Nullable StudentEstimate cr1(String term, Clusters clusters) {
        double[] weights = leastSquares.weights(term);
        if (weights == null) {
            return null;
        }
        double[] scores = scores(weights);
        double rows = scores.length;
        double factor = (rows - 1) / (rows - coefficients.length);
        return estimate(term, Math.sqrt(factor) * clusters.standardErrorOfSum(scores), clusters.count() - 1);
    }

    /**
     * Standard error for independent rows with unequal variance (HC3; MacKinnon and White 1985), Student's distribution
     * with N-k degrees of freedom. Only to show what leaving the clusters out does. NULL errors where one row alone
     * determines a coefficient.
     */
    public @Nullable StudentEstimate hc3(String term) {
        double[] weights = leastSquares.weights(term);
        if (weights == null) {
            return null;
        }
        double[] hat = leastSquares.hatValues();
        double[] scores = scores(weights);
        for (int i = 0; i < scores.length; i++) {
            double rest = 1 - hat[i];
            scores[i] /= rest < DETERMINED ? 0 : rest;
        }
        return estimate(term, Math.sqrt(ThinQr.dot(scores, scores)), residuals.length - coefficients.length);
    }

    /**
     * Standard error clustered with the bias-reduced linearization of Bell and McCaffrey (2002) for independent errors
     * (CR2) and their Satterthwaite degrees of freedom. For few clusters. Each cluster costs the cube of its rows or of
     * the columns, whichever is less.
     */
    public @Nullable StudentEstimate cr2(String term, Clusters clusters) {
        double[] m = leastSquares.ofCoefficient(term);
        if (m == null) {
            return null;
        }
        double variance = 0;
        double trace = 0;
        double ofSquares = 0;
        double[][] products = new double[m.length][m.length];
        for (int cluster = 0; cluster < clusters.count(); cluster++) {
            double[][] basis = rows(clusters.rows(cluster));
            double[] adjusted = new ClusterAdjustment(basis).times(m);
            double score = 0;
            double own = 0;
            double[] shared = new double[m.length];
            for (int i = 0; i < basis.length; i++) {
                double weight = ThinQr.dot(basis[i], adjusted);
                score += weight * residuals[clusters.rows(cluster)[i]];
                own += weight * weight;
                for (int j = 0; j < m.length; j++) {
                    shared[j] += weight * basis[i][j];
                }
            }
            variance += score * score;
            double overlap = ThinQr.dot(shared, shared);
            trace += own - overlap;
            ofSquares += own * own - 2 * own * overlap;
            for (int i = 0; i < m.length; i++) {
                for (int j = 0; j < m.length; j++) {
                    products[i][j] += shared[i] * shared[j];
                }
            }
        }
        for (double[] row : products) {
            ofSquares += ThinQr.dot(row, row);
        }
        return estimate(term, Math.sqrt(variance), trace * trace / ofSquares);
    }

    private double[] scores(double[] weights) {
        double[] scores = new double[weights.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = weights[i] * residuals[i];
        }
        return scores;
    }

    private double[][] rows(int[] rows) {
        double[][] basis = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            basis[i] = leastSquares.qr().row(rows[i]);
        }
        return basis;
    }

    private StudentEstimate estimate(String term, double standardError, double degreesOfFreedom) {
        return StudentEstimate.of(coefficients[leastSquares.place(term)], standardError, degreesOfFreedom);
    }
}
