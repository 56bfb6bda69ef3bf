package org.carebench.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Compares what a night landed with the truth of the world, by SQL that knows the platforms' documents and nothing of the
 * program: the views {@code expected_…} and {@code landed_…} of the files in {@code live/}.
 */
final class Oracle implements AutoCloseable {

    private static final Path VIEWS =
            Path.of("src", "test", "resources", "live").toAbsolutePath();

    private static final int INNER = 0x36;
    private static final int OUTER = 0x5c;
    private static final int HMAC_BLOCK = 64;

    private final Connection duckDb;

    private Oracle(Connection duckDb) {
        this.duckDb = duckDb;
    }

    /** Over a night that had none before it. */
    static Oracle ofFirst(Home home, String date) {
        return open(home, date, date, List.of("landed.sql", "expected.sql"), Map.of());
    }

    /** Over a night that goes on from another one. */
    static Oracle ofNext(Home home, String date, String dateBefore) {
        return open(home, date, dateBefore, List.of("landed.sql", "expected.sql", "incremental.sql"), Map.of());
    }

    /** Over a first night with faults, beside the same night without. */
    static Oracle ofFaulty(LiveNights.Finished faulty, String date) {
        Map<String, String> more = Map.of(
                "{requests}", faulty.log().toString(),
                "{losses}", LiveNights.losses(faulty.log()).toString(),
                "{plain}", landing(LiveNights.plain().home()).toString());
        return open(faulty.home(), date, date, List.of("landed.sql", "expected.sql", "requests.sql"), more);
    }

    /** The views {@code expected_} and {@code landed_} of a name have the same rows. */
    void assertLanded(String name, String... key) {
        assertSame("expected_" + name, "landed_" + name, key);
    }

    void assertSame(String expected, String landed, String... key) {
        rows("from " + landed).assertEqual(rows("from " + expected), key);
    }

    Rows rows(String query) {
        try {
            return Rows.of(duckDb, query);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    @Override
    public void close() {
        try {
            duckDb.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key of the pseudonyms as RFC 2104 pads it, in hexadecimal. */
    private static String pad(int with) {
        byte[] key = Arrays.copyOf(LiveNights.PSEUDONYM_KEY.getBytes(StandardCharsets.UTF_8), HMAC_BLOCK);
        for (int i = 0; i < key.length; i++) {
            key[i] ^= (byte) with;
        }
        return HexFormat.of().formatHex(key);
    }

    private static Path landing(Home home) {
        return home.folder().resolve("lake/landing");
    }

    private static Oracle open(
            Home home, String date, String dateBefore, List<String> files, Map<String, String> more) {
        Map<String, String> placeholders = new HashMap<>(more);
        placeholders.put("{inner_pad}", pad(INNER));
        placeholders.put("{outer_pad}", pad(OUTER));
        placeholders.putAll(Map.of(
                "{landing}", landing(home).toString(),
                "{world}", LiveNights.world(date).toString(),
                "{date}", date,
                "{now}", LiveNights.observedAt(date).toString(),
                "{date_before}", dateBefore,
                "{before}", LiveNights.observedAt(dateBefore).toString()));
        try {
            Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = duckDb.createStatement()) {
                for (String file : files) {
                    String sql = Files.readString(VIEWS.resolve(file), StandardCharsets.UTF_8);
                    for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
                        sql = sql.replace(placeholder.getKey(), placeholder.getValue());
                    }
                    statement.execute(sql);
                }
            }
            return new Oracle(duckDb);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("Cannot look at the night of " + date, e);
        }
    }
}
