package org.carebench.spark.statistics;

import java.util.Arrays;

/**
 * Orthonormal basis of the columns of a matrix, in their order, by Gram-Schmidt done twice ("twice is enough", Giraud,
 * Langou and Rozloznik 2005). A column that the ones before it explain is left out, as by the limited pivoting of R's
 * {@code lm} and with its tolerance.
 */
final class ThinQr {

    private static final double TOLERANCE = 1e-7;

    private final int[] kept;
    private final double[][] q;
    private final double[][] r;

    private ThinQr(int[] kept, double[][] q, double[][] r) {
        this.kept = kept;
        this.q = q;
        this.r = r;
    }

    static ThinQr of(double[][] columns) {
        int[] kept = new int[columns.length];
        double[][] q = new double[columns.length][];
        double[][] r = new double[columns.length][];
        int rank = 0;
        for (int j = 0; j < columns.length; j++) {
            double[] rest = columns[j].clone();
            double[] coordinates = new double[rank + 1];
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < rank; i++) {
                    double c = dot(q[i], rest);
                    coordinates[i] += c;
                    subtract(c, q[i], rest);
                }
            }
            double norm = Math.sqrt(dot(rest, rest));
            if (norm > TOLERANCE * Math.sqrt(dot(columns[j], columns[j]))) {
                scale(1 / norm, rest);
                coordinates[rank] = norm;
                kept[rank] = j;
                q[rank] = rest;
                r[rank] = coordinates;
                rank++;
            }
        }
        return new ThinQr(Arrays.copyOf(kept, rank), Arrays.copyOf(q, rank), Arrays.copyOf(r, rank));
    }

    /** Number of columns kept. */
    int rank() {
        return kept.length;
    }

    /** Place in the matrix of each column kept. */
    int[] kept() {
        return kept;
    }

    /** Column i of the basis. */
    double[] basis(int i) {
        return q[i];
    }

    /** Row of the basis. */
    double[] row(int row) {
        double[] values = new double[q.length];
        for (int i = 0; i < q.length; i++) {
            values[i] = q[i][row];
        }
        return values;
    }

    /** Coordinates of the projection of the vector on the basis. */
    double[] coordinates(double[] vector) {
        double[] products = new double[q.length];
        for (int i = 0; i < q.length; i++) {
            products[i] = dot(q[i], vector);
        }
        return products;
    }

    /** The vector of these coordinates. */
    double[] combine(double[] coordinates) {
        double[] vector = new double[q[0].length];
        for (int i = 0; i < q.length; i++) {
            subtract(-coordinates[i], q[i], vector);
        }
        return vector;
    }

    /** Coefficients of the columns kept that give the vector of these coordinates. */
    double[] coefficients(double[] coordinates) {
        double[] solution = coordinates.clone();
        for (int j = solution.length - 1; j >= 0; j--) {
            solution[j] /= r[j][j];
            for (int i = 0; i < j; i++) {
                solution[i] -= r[j][i] * solution[j];
            }
        }
        return solution;
    }

    /** Coordinates m for which m · (coordinates of y) is coefficient j of y. */
    double[] ofCoefficient(int j) {
        double[] m = new double[r.length];
        m[j] = 1 / r[j][j];
        for (int i = j + 1; i < m.length; i++) {
            double sum = 0;
            for (int l = j; l < i; l++) {
                sum -= r[i][l] * m[l];
            }
            m[i] = sum / r[i][i];
        }
        return m;
    }

    /** Length of column j beyond the first one: with an intercept first, the root of its squared deviations. */
    double centredLength(int j) {
        double squares = 0;
        for (int i = 1; i <= j; i++) {
            squares += r[j][i] * r[j][i];
        }
        return Math.sqrt(squares);
    }

    /** Four running sums: the processor need not wait for one addition to begin the next. */
    static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static void subtract(double factor, double[] a, double[] from) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * a[i];
        }
    }

    private static void scale(double factor, double[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
        }
    }
}
