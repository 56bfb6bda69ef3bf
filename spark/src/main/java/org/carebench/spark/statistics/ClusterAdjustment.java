package org.carebench.spark.statistics;

/**
 * The adjustment (I - H)^(-1/2) of one cluster's residuals, H its block of the hat matrix (Bell and McCaffrey 2002). With
 * Q the cluster's rows of an orthonormal basis, H is QQ' and (I - QQ')^(-1/2) Q is Q (I - Q'Q)^(-1/2): the adjustment is
 * applied on the side of the columns, whatever the number of rows. A direction that only the cluster determines is left
 * out, as by the generalized inverse.
 */
final class ClusterAdjustment {

    private static final double DETERMINED = 1e-12;

    private final double[][] directions;
    private final double[] factors;

    /** Eigenvalues come from Q'Q or from QQ', whichever is smaller: both have the same. */
    ClusterAdjustment(double[][] basis) {
        int rows = basis.length;
        int columns = basis[0].length;
        boolean narrow = columns <= rows;
        SymmetricEigen eigen = new SymmetricEigen(narrow ? ofColumns(basis, columns) : ofRows(basis));
        directions = new double[Math.min(rows, columns)][];
        factors = new double[directions.length];
        for (int i = 0; i < directions.length; i++) {
            double value = Math.max(0, eigen.value(i));
            double[] vector = eigen.vector(i);
            directions[i] = narrow ? vector : combine(basis, vector);
            double rest = 1 - value;
            double change = rest < DETERMINED ? -1 : 1 / Math.sqrt(rest) - 1;
            double length = narrow ? 1 : value;
            factors[i] = length > 0 ? change / length : 0;
        }
    }

    /** (I - Q'Q)^(-1/2) times the vector. */
    double[] times(double[] vector) {
        double[] product = vector.clone();
        for (int i = 0; i < factors.length; i++) {
            double along = factors[i] * ThinQr.dot(directions[i], vector);
            for (int j = 0; j < product.length; j++) {
                product[j] += along * directions[i][j];
            }
        }
        return product;
    }

    private static double[][] ofColumns(double[][] basis, int columns) {
        double[][] products = new double[columns][columns];
        for (double[] row : basis) {
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j < columns; j++) {
                    products[i][j] += row[i] * row[j];
                }
            }
        }
        return products;
    }

    private static double[][] ofRows(double[][] basis) {
        double[][] products = new double[basis.length][basis.length];
        for (int i = 0; i < basis.length; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] = ThinQr.dot(basis[i], basis[j]);
                products[j][i] = products[i][j];
            }
        }
        return products;
    }

    private static double[] combine(double[][] basis, double[] weights) {
        double[] sum = new double[basis[0].length];
        for (int i = 0; i < basis.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += weights[i] * basis[i][j];
            }
        }
        return sum;
    }
}
