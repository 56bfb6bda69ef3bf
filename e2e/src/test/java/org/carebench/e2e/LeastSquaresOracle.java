package org.carebench.e2e;

import java.util.List;

/** Ordinary least squares by the normal equations, written down independently of the program. */
final class LeastSquaresOracle {

    private LeastSquaresOracle() {}

    /**
     * Coefficients of a regression.
     *
     * @param rows values of the regressors, one array per observation
     */
    static double[] coefficients(List<double[]> rows, double[] y) {
        int k = rows.get(0).length;
        double[][] system = new double[k][k + 1];
        for (int i = 0; i < y.length; i++) {
            double[] x = rows.get(i);
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    system[a][b] += x[a] * x[b];
                }
                system[a][k] += x[a] * y[i];
            }
        }
        return solve(system);
    }

    /** Gauss and Jordan with the largest pivot. */
    private static double[] solve(double[][] system) {
        int k = system.length;
        for (int column = 0; column < k; column++) {
            int pivot = column;
            for (int row = column + 1; row < k; row++) {
                if (Math.abs(system[row][column]) > Math.abs(system[pivot][column])) {
                    pivot = row;
                }
            }
            double[] swap = system[column];
            system[column] = system[pivot];
            system[pivot] = swap;
            if (Math.abs(system[column][column]) < 1e-9) {
                throw new IllegalStateException("Regressor " + column + " follows from the others");
            }
            for (int row = 0; row < k; row++) {
                double factor = row == column ? 0 : system[row][column] / system[column][column];
                for (int other = column; factor != 0 && other <= k; other++) {
                    system[row][other] -= factor * system[column][other];
                }
            }
        }
        double[] solution = new double[k];
        for (int row = 0; row < k; row++) {
            solution[row] = system[row][k] / system[row][row];
        }
        return solution;
    }
}
