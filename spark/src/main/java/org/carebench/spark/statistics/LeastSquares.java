package org.carebench.spark.statistics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ordinary least squares of any outcome on one design. A column that the columns before it explain is dropped and named.
 * Rows are summed in their order: the caller sorts them by id where every bit is to be the same.
 */
public final class LeastSquares {

    private final Design design;
    private final ThinQr qr;

    private LeastSquares(Design design, ThinQr qr) {
        this.design = design;
        this.qr = qr;
    }

    /**
     * Prepares the design.
     *
     * @throws IllegalArgumentException where there are not more rows than columns that count
     */
    public static LeastSquares of(Design design) {
        ThinQr qr = ThinQr.of(design.columns());
        if (design.rows() <= qr.rank()) {
            throw new IllegalArgumentException("Cannot fit a regression: it has " + design.rows() + " rows for "
                    + qr.rank() + " columns; ask for the minimum number of rows before");
        }
        return new LeastSquares(design, qr);
    }

    /** Terms that the terms before them explain. */
    public List<String> dropped() {
        List<String> dropped = new ArrayList<>(design.names());
        for (int j : qr.kept()) {
            dropped.remove(design.names().get(j));
        }
        return dropped;
    }

    /** Leverage of every row: the diagonal of the hat matrix. */
    public double[] hatValues() {
        double[] hat = new double[design.rows()];
        for (int i = 0; i < qr.rank(); i++) {
            double[] basis = qr.basis(i);
            for (int row = 0; row < hat.length; row++) {
                hat[row] += basis[row] * basis[row];
            }
        }
        return hat;
    }

    /** Weight of every row's outcome in the coefficient, which is the weighted sum; NULL for a dropped term. */
    public double @Nullable [] weights(String term) {
        double[] m = ofCoefficient(term);
        return m == null ? null : qr.combine(m);
    }

    /** Regression of the outcome, which is refused where it is not a finite number in every row. */
    public LinearFit fit(double[] outcome) {
        Design.requireFinite("the outcome", outcome, design.rows());
        return new LinearFit(this, outcome);
    }

    /** Coordinates whose product with those of an outcome is the coefficient; NULL for a dropped term. */
    double @Nullable [] ofCoefficient(String term) {
        int place = place(term);
        return place < 0 ? null : qr.ofCoefficient(place);
    }

    /** Place of the term among those kept; negative for a dropped one. */
    int place(String term) {
        int column = design.names().indexOf(term);
        if (column < 0) {
            throw new IllegalArgumentException(
                    "Cannot give a coefficient of " + term + ": the design has " + design.names());
        }
        int place = qr.rank() - 1;
        while (place >= 0 && qr.kept()[place] != column) {
            place--;
        }
        return place;
    }

    Design design() {
        return design;
    }

    ThinQr qr() {
        return qr;
    }
}
