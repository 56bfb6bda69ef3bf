package org.carebench.spark.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which rows belong together, because they share a health system. Clusters stand in the order of their ids. A row without
 * a system is a cluster of its own: its caller gives it an id that nobody shares.
 */
public final class Clusters {

    private final int[] clusterOfRow;
    private final int[][] rowsOfCluster;

    private Clusters(int[] clusterOfRow, int[][] rowsOfCluster) {
        this.clusterOfRow = clusterOfRow;
        this.rowsOfCluster = rowsOfCluster;
    }

    /** Cluster of every row, by its id. */
    public static Clusters of(List<String> ids) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("Cannot make clusters: there is no row");
        }
        Map<String, Integer> places = new TreeMap<>();
        for (String id : new TreeSet<>(ids)) {
            places.put(id, places.size());
        }
        int[] clusterOfRow = ids.stream().mapToInt(places::get).toArray();
        int[] sizes = new int[places.size()];
        for (int cluster : clusterOfRow) {
            sizes[cluster]++;
        }
        int[][] rowsOfCluster = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        int[] filled = new int[sizes.length];
        for (int row = 0; row < clusterOfRow.length; row++) {
            int cluster = clusterOfRow[row];
            rowsOfCluster[cluster][filled[cluster]++] = row;
        }
        return new Clusters(clusterOfRow, rowsOfCluster);
    }

    public int count() {
        return rowsOfCluster.length;
    }

    public int rows() {
        return clusterOfRow.length;
    }

    /** Rows of one cluster, ascending. */
    int[] rows(int cluster) {
        return rowsOfCluster[cluster];
    }

    /** Sum of the values in every cluster. */
    double[] sums(double[] values) {
        if (values.length != clusterOfRow.length) {
            throw new IllegalArgumentException("Cannot sum by cluster: there are " + values.length + " values and "
                    + clusterOfRow.length + " rows");
        }
        double[] sums = new double[rowsOfCluster.length];
        for (int row = 0; row < values.length; row++) {
            sums[clusterOfRow[row]] += values[row];
        }
        return sums;
    }

    /**
     * Standard error of a sum whose terms are independent between clusters and have mean zero: the root of the squared
     * cluster sums, times G/(G-1). 0 where there is one cluster only, which carries no information on it.
     */
    double standardErrorOfSum(double[] terms) {
        if (count() == 1) {
            return 0;
        }
        double[] sums = sums(terms);
        return Math.sqrt(ThinQr.dot(sums, sums) * count() / (count() - 1));
    }
}
