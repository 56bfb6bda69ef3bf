package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares the kernel with a database that knows nothing of it, on samples of 2 to 400 values with many ties. */
class DuckDbOracleIT {

    private static final String ORACLE = """
            select min(x), quantile_cont(x, 0.1), quantile_cont(x, 0.25), quantile_cont(x, 0.5),
                   quantile_cont(x, 0.75), quantile_cont(x, 0.9), max(x), avg(x), stddev_samp(x)
            from sample
            """;

    @Test
    void agreesWithAnIndependentImplementation() throws SQLException {
        Random random = new Random(20251206);
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:")) {
            for (int n = 2; n <= 400; n += 7) {
                double[] values = random.doubles(n, 0, 100)
                        .map(value -> Math.round(value * 10) / 10.0)
                        .toArray();

                double[] expected = oracle(database, values);

                SortedSample sample = SortedSample.of(values);
                double[] found = {
                    sample.min(),
                    sample.quantile(0.1),
                    sample.quantile(0.25),
                    sample.quantile(0.5),
                    sample.quantile(0.75),
                    sample.quantile(0.9),
                    sample.max(),
                    sample.mean(),
                    Objects.requireNonNull(sample.standardDeviation())
                };
                assertThat(found).containsExactly(expected, offset(1e-10));
            }
        }
    }

    private static double[] oracle(Connection database, double[] values) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("create or replace table sample (x double)");
            try (PreparedStatement insert = database.prepareStatement("insert into sample values (?)")) {
                for (double value : values) {
                    insert.setDouble(1, value);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            try (ResultSet row = statement.executeQuery(ORACLE)) {
                row.next();
                double[] result = new double[9];
                for (int i = 0; i < result.length; i++) {
                    result[i] = row.getDouble(i + 1);
                }
                return result;
            }
        }
    }
}
