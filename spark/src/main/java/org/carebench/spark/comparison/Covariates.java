package org.carebench.spark.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.carebench.spark.comparison.ComparedProvider.Traits;
import org.carebench.spark.statistics.Design;
import org.carebench.spark.statistics.SortedSample;

/** What cohorts are adjusted for, as named columns in a fixed order: size, ownership, teaching, rurality, region. */
final class Covariates {

    /** About the logarithm of 90 beds: the square is then little correlated with the logarithm itself. */
    private static final double CENTRE_OF_LN_BEDS = 4.5;

    private final int rows;
    private final Map<String, double[]> columns;

    private Covariates(int rows, Map<String, double[]> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** Whether all of a provider is known that an outcome is adjusted for. */
    static boolean areKnown(Traits traits, boolean withFollowers) {
        return traits.beds() != null
                && traits.beds() > 0
                && traits.ownershipGroup() != null
                && traits.isTeaching() != null
                && traits.isRural() != null
                && traits.region() != null
                && (!withFollowers || traits.lnFollowers() != null);
    }

    /** Covariates of providers of which all is known. */
    static Covariates of(List<ComparedProvider> providers, boolean withFollowers) {
        return of(providers, withFollowers, "region", traits -> Objects.requireNonNull(traits.region()));
    }

    /** The same with states in the place of regions. */
    static Covariates withStates(List<ComparedProvider> providers, boolean withFollowers) {
        return of(
                providers,
                withFollowers,
                "state",
                traits -> Objects.requireNonNullElse(traits.state(), "unknown of " + traits.region()));
    }

    private static Covariates of(
            List<ComparedProvider> providers, boolean withFollowers, String place, Function<Traits, String> placeOf) {
        List<Traits> traits = providers.stream().map(ComparedProvider::traits).toList();
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("ln_beds", column(traits, Covariates::lnBeds));
        columns.put("ln_beds_squared", column(traits, each -> Math.pow(lnBeds(each) - CENTRE_OF_LN_BEDS, 2)));
        columns.put("for_profit", column(traits, each -> indicator("FOR_PROFIT".equals(each.ownershipGroup()))));
        columns.put("government", column(traits, each -> indicator("GOVERNMENT".equals(each.ownershipGroup()))));
        columns.put("teaching", column(traits, each -> indicator(Boolean.TRUE.equals(each.isTeaching()))));
        columns.put("rural", column(traits, each -> indicator(Boolean.TRUE.equals(each.isRural()))));
        new TreeSet<>(traits.stream().map(placeOf).toList())
                .stream()
                        .skip(1)
                        .forEach(level -> columns.put(
                                place + "=" + level,
                                column(
                                        traits,
                                        each -> indicator(placeOf.apply(each).equals(level)))));
        if (withFollowers) {
            columns.put("ln_followers", column(traits, each -> Objects.requireNonNull(each.lnFollowers())));
        }
        return new Covariates(providers.size(), columns);
    }

    /** Columns by name, in their order, without the intercept. */
    Map<String, double[]> columns() {
        return columns;
    }

    /** An intercept and the columns that vary. */
    Design design() {
        Design design = Design.withIntercept(rows);
        for (Map.Entry<String, double[]> column : columns.entrySet()) {
            if (varies(column.getValue())) {
                design = design.with(column.getKey(), column.getValue());
            }
        }
        return design;
    }

    /** The same with every column less its mean, so that the intercept is the mean of the average provider. */
    Design centred() {
        Design design = Design.withIntercept(rows);
        for (Map.Entry<String, double[]> column : columns.entrySet()) {
            if (varies(column.getValue())) {
                double[] values = column.getValue().clone();
                double mean = SortedSample.of(values).mean();
                for (int i = 0; i < values.length; i++) {
                    values[i] -= mean;
                }
                design = design.with(column.getKey(), values);
            }
        }
        return design;
    }

    private static boolean varies(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return true;
            }
        }
        return false;
    }

    private static double lnBeds(Traits traits) {
        return Math.log(Objects.requireNonNull(traits.beds()));
    }

    private static double indicator(boolean holds) {
        return holds ? 1 : 0;
    }

    private static double[] column(List<Traits> traits, ToDoubleFunction<Traits> value) {
        return traits.stream().mapToDouble(value).toArray();
    }
}
