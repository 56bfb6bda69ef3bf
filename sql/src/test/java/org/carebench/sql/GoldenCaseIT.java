package org.carebench.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenCaseIT {

    private static final DataSource DATABASE = WarehouseServer.createMigratedDatabase();

    @ParameterizedTest(name = "{0}")
    @MethodSource("loadCases")
    void mergesIntoTheExpectedTables(GoldenCase golden) throws Exception {
        for (List<Release> order : golden.orders()) {
            try (WarehouseSession session = sessionWith(golden)) {
                for (Release release : order) {
                    release.register(session.template());
                    session.run("load/" + golden.subject() + ".sql", release);
                }

                assertTables(session, golden, order);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("viewCases")
    void showsTheExpectedRows(GoldenCase golden) throws Exception {
        try (WarehouseSession session = sessionWith(golden)) {
            assertTables(session, golden, List.of());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queryCases")
    void countsAsExpected(GoldenCase golden) throws Exception {
        String kind = GoldenCase.CASES.relativize(golden.folder()).getName(0).toString();
        Release release = golden.orders().get(0).get(0);

        try (WarehouseSession session = sessionWith(golden)) {
            assertThat(session.query(kind + "/" + golden.subject() + ".sql", release))
                    .isEqualTo(Files.readString(golden.folder().resolve("expect.result.csv")));
        }
    }

    static Stream<GoldenCase> loadCases() {
        return GoldenCase.below("load");
    }

    static Stream<GoldenCase> viewCases() {
        return GoldenCase.below("view");
    }

    static Stream<GoldenCase> queryCases() {
        return Stream.concat(GoldenCase.below("check"), GoldenCase.below("audit"));
    }

    private static WarehouseSession sessionWith(GoldenCase golden) throws IOException, SQLException {
        WarehouseSession session = new WarehouseSession(DATABASE);
        for (Map.Entry<String, Path> table : golden.given().entrySet()) {
            session.load(table.getKey(), table.getValue());
        }
        return session;
    }

    private static void assertTables(WarehouseSession session, GoldenCase golden, List<Release> order)
            throws IOException, SQLException {
        assertThat(golden.expected()).isNotEmpty();
        for (Map.Entry<String, Path> table : golden.expected().entrySet()) {
            String expected = Files.readString(table.getValue());
            assertThat(session.dump(table.getKey(), WarehouseSession.header(expected)))
                    .as("%s after %s", table.getKey(), order)
                    .isEqualTo(expected);
        }
    }
}
