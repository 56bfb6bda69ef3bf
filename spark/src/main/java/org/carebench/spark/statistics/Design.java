package org.carebench.spark.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Named columns of a regression, in a fixed order, the intercept first. One row per observation; every value is a finite
 * number: rows with unknown values are to be counted and left out before.
 */
public final class Design {

    /** Name of the first column. */
    public static final String INTERCEPT = "intercept";

    private final List<String> names;
    private final List<double[]> columns;

    private Design(List<String> names, List<double[]> columns) {
        this.names = names;
        this.columns = columns;
    }

    /** A column of ones, to which the others are added. */
    public static Design withIntercept(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("Cannot make a design: it has no row");
        }
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return new Design(List.of(INTERCEPT), List.of(ones));
    }

    /**
     * This design and one column more.
     *
     * @throws IllegalArgumentException where the name is taken, the length differs or a value is not a finite number
     */
    public Design with(String name, double[] values) {
        if (names.contains(name)) {
            throw new IllegalArgumentException("Cannot add the column " + name + ": the design has one of this name");
        }
        requireFinite(name, values, rows());
        List<String> moreNames = new ArrayList<>(names);
        moreNames.add(name);
        List<double[]> moreColumns = new ArrayList<>(columns);
        moreColumns.add(values.clone());
        return new Design(List.copyOf(moreNames), List.copyOf(moreColumns));
    }

    /** This design and an indicator for every level but the first, levels sorted; columns are named {@code name=level}. */
    public Design withLevels(String name, List<String> levels) {
        Design design = this;
        for (String level : new TreeSet<>(levels).stream().skip(1).toList()) {
            design = design.with(
                    name + "=" + level,
                    levels.stream()
                            .mapToDouble(each -> each.equals(level) ? 1 : 0)
                            .toArray());
        }
        return design;
    }

    /** The design of some of the rows, in the order given. */
    Design rows(int[] chosen) {
        List<double[]> part = new ArrayList<>();
        for (double[] column : columns) {
            part.add(Arrays.stream(chosen).mapToDouble(row -> column[row]).toArray());
        }
        return new Design(names, List.copyOf(part));
    }

    /** This design without the terms named. */
    Design without(List<String> terms) {
        List<String> keptNames = new ArrayList<>();
        List<double[]> keptColumns = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            if (!terms.contains(names.get(j))) {
                keptNames.add(names.get(j));
                keptColumns.add(columns.get(j));
            }
        }
        return new Design(List.copyOf(keptNames), List.copyOf(keptColumns));
    }

    public int rows() {
        return columns.get(0).length;
    }

    /** Names of the columns, in their order. */
    public List<String> names() {
        return names;
    }

    double[] column(int j) {
        return columns.get(j);
    }

    double[][] columns() {
        return columns.toArray(double[][]::new);
    }

    static void requireFinite(String what, double[] values, int rows) {
        if (values.length != rows) {
            throw new IllegalArgumentException(
                    "Cannot use " + what + ": it has " + values.length + " values for " + rows + " rows");
        }
        for (int i = 0; i < rows; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("Cannot use " + what + ": row " + i + " holds " + values[i]
                        + "; leave such rows out and count them before");
            }
        }
    }
}
