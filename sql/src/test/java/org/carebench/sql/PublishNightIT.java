package org.carebench.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;

/** All files of a night one after the other, in the order in which the publish job runs them. */
class PublishNightIT {

    private static final DataSource DATABASE = WarehouseServer.createMigratedDatabase();
    static final GoldenCase NIGHT = new GoldenCase(Path.of("src/test/resources/night"));
    private static final Path LOAD = Path.of("src/main/resources/db/load");
    private static final Release FRIDAY = Release.parse("2025-12-06.1");
    private static final Release SATURDAY = Release.parse("2025-12-07.1");
    private static final List<String> SUBJECTS = List.of(
            "account",
            "account_coverage",
            "account_day",
            "account_insight",
            "adoption",
            "adoption_summary",
            "answerable_item",
            "cohort_balance",
            "cohort_comparison",
            "cohort_membership",
            "comparison_variant",
            "discussion",
            "dose_response",
            "index_component",
            "index_validity",
            "integration_index",
            "interaction",
            "metric_distribution",
            "organization",
            "outcome",
            "peer_distribution",
            "peer_position",
            "post",
            "post_metric",
            "post_metric_at_age",
            "post_tag",
            "problem",
            "provider_metric",
            "recommendation",
            "review");

    @Test
    void mergesEveryStagedTable() throws Exception {
        try (WarehouseSession session = sessionWithStagedNights()) {
            publish(session, FRIDAY);

            assertThat(session.query("audit/merged_counts.sql", FRIDAY)).isEqualTo(counts("1,1"));
        }
    }

    @Test
    void countsNothingAsMergedBeforeTheMerge() throws Exception {
        try (WarehouseSession session = sessionWithStagedNights()) {
            assertThat(session.query("audit/merged_counts.sql", FRIDAY)).isEqualTo(counts("1,0"));
        }
    }

    @Test
    void changesNothingWhenANightIsPublishedTwice() throws Exception {
        try (WarehouseSession session = sessionWithStagedNights()) {
            publish(session, FRIDAY);
            publish(session, SATURDAY);
            Map<String, String> once = published(session);

            publish(session, FRIDAY);
            publish(session, SATURDAY);

            assertThat(published(session)).isEqualTo(once);
        }
    }

    @Test
    void endsInTheSameTablesWhenNightsArePublishedBackwards() throws Exception {
        Map<String, String> forwards;
        try (WarehouseSession session = sessionWithStagedNights()) {
            publish(session, FRIDAY);
            publish(session, SATURDAY);
            forwards = published(session);
        }

        try (WarehouseSession session = sessionWithStagedNights()) {
            publish(session, SATURDAY);
            publish(session, FRIDAY);

            assertThat(published(session)).isEqualTo(forwards);
        }
    }

    @Test
    void clearsStagingOfTheReleaseOnly() throws Exception {
        try (WarehouseSession session = sessionWithStagedNights()) {
            session.run("clear/95_clear_staging.sql", FRIDAY);

            assertThat(session.query("audit/merged_counts.sql", FRIDAY)).isEqualTo(counts("0,0"));
            assertThat(session.query("audit/merged_counts.sql", SATURDAY)).isEqualTo(counts("1,0"));
        }
    }

    @Test
    void letsReadersReadWhileAnotherMergeHasToWait() throws Exception {
        try (WarehouseSession merging = new WarehouseSession(DATABASE);
                WarehouseSession waiting = new WarehouseSession(DATABASE)) {
            merging.run("load/00_lock_publishing.sql", FRIDAY);
            waiting.template().getJdbcOperations().execute("set local lock_timeout = '100ms'");

            assertThat(waiting.dump("mart.release")).startsWith("release_id");
            assertThatThrownBy(() -> waiting.run("load/00_lock_publishing.sql", SATURDAY))
                    .isInstanceOf(UncategorizedSQLException.class)
                    .hasMessageContaining("lock timeout");
        }
    }

    private static WarehouseSession sessionWithStagedNights() throws IOException, SQLException {
        WarehouseSession session = new WarehouseSession(DATABASE);
        for (Map.Entry<String, Path> table : NIGHT.given().entrySet()) {
            session.load(table.getKey(), table.getValue());
        }
        return session;
    }

    static void publish(WarehouseSession session, Release release) throws IOException {
        release.register(session.template());
        try (Stream<Path> files = Files.list(LOAD)) {
            files.map(file -> file.getFileName().toString())
                    .sorted()
                    .forEach(file -> session.run("load/" + file, release));
        }
    }

    /** Everything that a merge leaves behind, by table. */
    private static Map<String, String> published(WarehouseSession session) throws IOException, SQLException {
        Map<String, String> tables = new TreeMap<>();
        for (String table : session.template()
                .getJdbcOperations()
                .queryForList(
                        "select schemaname || '.' || tablename from pg_tables where schemaname in ('warehouse', 'ops')",
                        String.class)) {
            tables.put(table, session.dump(table));
        }
        return tables;
    }

    private static String counts(String stagedAndMerged) {
        StringBuilder csv = new StringBuilder("subject,staged,merged\n");
        SUBJECTS.forEach(subject ->
                csv.append(subject).append(',').append(stagedAndMerged).append('\n'));
        return csv.toString();
    }
}
