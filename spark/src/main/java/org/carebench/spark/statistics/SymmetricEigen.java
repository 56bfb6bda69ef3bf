package org.carebench.spark.statistics;

/** Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, 8.5). */
final class SymmetricEigen {

    private static final int SWEEPS = 60;
    private static final double ROUNDING = 1e-28;

    private final double[][] a;
    private final double[][] vectors;

    /** Takes the matrix over and changes it. */
    SymmetricEigen(double[][] matrix) {
        a = matrix;
        vectors = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS && !diagonal(); sweep++) {
            for (int p = 0; p < a.length; p++) {
                for (int q = p + 1; q < a.length; q++) {
                    rotate(p, q);
                }
            }
        }
    }

    double value(int i) {
        return a[i][i];
    }

    double[] vector(int i) {
        return vectors[i];
    }

    private boolean diagonal() {
        double off = 0;
        double on = 0;
        for (int p = 0; p < a.length; p++) {
            on += a[p][p] * a[p][p];
            for (int q = p + 1; q < a.length; q++) {
                off += a[p][q] * a[p][q];
            }
        }
        return off <= ROUNDING * on;
    }

    private void rotate(int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(1, theta));
        double c = 1 / Math.hypot(1, t);
        double s = t * c;
        for (double[] row : a) {
            double atP = row[p];
            double atQ = row[q];
            row[p] = c * atP - s * atQ;
            row[q] = s * atP + c * atQ;
        }
        turn(a, p, q, c, s);
        turn(vectors, p, q, c, s);
    }

    private static void turn(double[][] matrix, int p, int q, double c, double s) {
        for (int i = 0; i < matrix.length; i++) {
            double atP = matrix[p][i];
            double atQ = matrix[q][i];
            matrix[p][i] = c * atP - s * atQ;
            matrix[q][i] = s * atP + c * atQ;
        }
    }
}
