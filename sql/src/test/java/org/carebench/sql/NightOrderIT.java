package org.carebench.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random nights, published in random orders and some of them revised, against an oracle that only sees the truth. */
class NightOrderIT {

    private static final DataSource DATABASE = WarehouseServer.createMigratedDatabase();
    private static final List<LocalDate> DATES = List.of(
            LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 2), LocalDate.of(2025, 1, 5), LocalDate.of(2025, 2, 1));
    private static final int KEYS = 5;
    private static final int HISTORIES = 40;

    /** What one release says: attributes by key; a key that is missing is absent that night. */
    private record Night(Release release, Map<String, @Nullable String> rows) {}

    private record Span(
            String key,
            @Nullable String attribute,
            LocalDate from,
            @Nullable LocalDate until) {}

    @ParameterizedTest
    @EnumSource
    void endsInTheSameTableWhateverTheOrderOfNights(HistoryTable table) throws SQLException {
        for (int seed = 0; seed < HISTORIES; seed++) {
            List<Night> nights = randomNights(new Random(seed));

            assertThat(publish(table, nights))
                    .as("%s, seed %s, %s", table, seed, nights)
                    .containsExactlyInAnyOrderElementsOf(oracle(nights));
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesNothingWhenANightIsPublishedAgain(HistoryTable table) throws SQLException {
        for (int seed = 0; seed < HISTORIES; seed++) {
            List<Night> nights = new ArrayList<>(randomNights(new Random(seed)));
            nights.addAll(newestRevisions(nights).values());

            assertThat(publish(table, nights))
                    .as("%s, seed %s, %s", table, seed, nights)
                    .containsExactlyInAnyOrderElementsOf(oracle(nights));
        }
    }

    /** One or two revisions of every date; dates in random order, the revisions of a date in theirs. */
    private static List<Night> randomNights(Random random) {
        List<LocalDate> order = new ArrayList<>(DATES);
        for (LocalDate date : DATES) {
            if (random.nextInt(3) == 0) {
                order.add(date);
            }
        }
        Collections.shuffle(order, random);
        Map<LocalDate, Integer> revisions = new HashMap<>();
        return order.stream()
                .map(date -> new Night(
                        Release.parse(date + "." + revisions.merge(date, 1, Integer::sum)), randomRows(random)))
                .toList();
    }

    private static Map<String, @Nullable String> randomRows(Random random) {
        Map<String, @Nullable String> rows = new TreeMap<>();
        for (int key = 0; key < KEYS; key++) {
            switch (random.nextInt(4)) {
                case 0 -> rows.put("r:" + key, "a");
                case 1 -> rows.put("r:" + key, "b");
                case 2 -> rows.put("r:" + key, null);
                default -> {}
            }
        }
        return rows;
    }

    private static List<Span> publish(HistoryTable table, List<Night> nights) throws SQLException {
        try (WarehouseSession session = new WarehouseSession(DATABASE)) {
            session.template()
                    .getJdbcOperations()
                    .update("insert into warehouse.dim_measure values ('m', 'v1', '', '', '', '', 'pct', '')");
            Set<Release> staged = new HashSet<>();
            for (Night night : nights) {
                night.release().register(session.template());
                if (staged.add(night.release())) {
                    stage(session, table, night);
                }
                session.run(table.file(), night.release());
            }
            return session.template().query(table.select(), (row, index) -> {
                LocalDate from = Objects.requireNonNull(row.getObject(3, LocalDate.class));
                return new Span(
                        Objects.requireNonNull(row.getString(1)),
                        row.getString(2),
                        from,
                        row.getObject(4, LocalDate.class));
            });
        }
    }

    private static void stage(WarehouseSession session, HistoryTable table, Night night) {
        night.rows().forEach((key, attribute) -> {
            Map<String, @Nullable Object> parameters =
                    new HashMap<>(night.release().parameters());
            parameters.put("key", key);
            parameters.put("attribute", attribute);
            session.template().update(table.insert(), parameters);
        });
    }

    /** For every key, the newest revisions in order of date, equal neighbours joined. */
    private static List<Span> oracle(List<Night> nights) {
        List<Night> truth = List.copyOf(newestRevisions(nights).values());
        List<Span> spans = new ArrayList<>();
        for (int key = 0; key < KEYS; key++) {
            String id = "r:" + key;
            @Nullable Span open = null;
            for (Night night : truth) {
                boolean isListed = night.rows().containsKey(id);
                @Nullable String attribute = night.rows().get(id);
                if (open != null && isListed && Objects.equals(open.attribute(), attribute)) {
                    continue;
                }
                LocalDate date = night.release().businessDate();
                if (open != null) {
                    spans.add(new Span(id, open.attribute(), open.from(), date));
                }
                open = isListed ? new Span(id, attribute, date, null) : null;
            }
            if (open != null) {
                spans.add(open);
            }
        }
        return spans;
    }

    private static Map<LocalDate, Night> newestRevisions(List<Night> nights) {
        Map<LocalDate, Night> newest = new TreeMap<>();
        for (Night night : nights) {
            newest.put(night.release().businessDate(), night);
        }
        return newest;
    }
}
