package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.e2e.SampleNights.FIRST;
import static org.carebench.e2e.SampleNights.SECOND;
import static org.carebench.e2e.SampleNights.SECOND_RELEASE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is run again, in another order or with another file. */
@Order(Integer.MAX_VALUE - 2)
class SecondRunIT {

    @Test
    void theSameNightAgainChangesNothingAndSaysSo() {
        Home home = SampleNights.both().home();
        State before = State.of(home);

        Outcome again = home.sample("nightly", "--business-date", SECOND).run().succeeded();

        assertThat(again.out())
                .startsWith("Nothing to do: nightly of " + SECOND_RELEASE
                        + " is complete, and its inputs have not changed. Nothing was changed.\n")
                .doesNotContain("begins");
        State.of(home).assertEqual(before);
    }

    @Test
    void anEarlierNightAfterwardsGivesTheSameTablesAndLeavesReadersWhereTheyAre() {
        Home home = SampleNights.published().copy("later_night_first");

        home.sample("nightly", "--business-date", FIRST).run().succeeded();

        assertThat(home.database().value("select release_id from mart.release")).isEqualTo(SECOND_RELEASE);
        // What a check compared with the night before depends on which night was there.
        State.of(home)
                .without("check_result")
                .assertEqual(SampleNights.both().state().without("check_result"));
    }

    /** The test holds the lock that a running night holds. */
    @Test
    void aNightThatAnotherProcessRunsIsToBeTriedLater() throws SQLException {
        Home home = SampleNights.published().copy("locked");
        try (Connection other = DriverManager.getConnection(home.database().url(), Database.USER, Database.PASSWORD);
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('carebench:nightly:" + FIRST + "', 0))");

            home.sample("nightly", "--business-date", FIRST)
                    .run()
                    .failedWithOneSentence(75, FIRST, "another process is running it");
        }
    }

    @Test
    void aChangedFileMakesTheNextRevisionAndKeepsTheOldRelease() throws IOException {
        Home home = SampleNights.published().copy("changed_file");
        SortedMap<String, String> before = home.lake().checksums();
        Path input = Home.emptyFolder("changed_file_input");
        new Folder(Installation.SAMPLE).copyTo(input);
        Path registry = input.resolve("cms/Hospital_General_Information-2024-07.csv");
        Files.writeString(
                registry, Files.readString(registry).replace("DUNMARLSTOW COMMUNITY HOSPITAL", "DUNMARLSTOW CLINIC"));

        home.sample("nightly", "--business-date", SECOND, "--input", input.toString())
                .run()
                .succeeded();

        assertThat(home.database()
                        .rows("select release_id, is_published from mart.release_history order by 1")
                        .list())
                .extracting(row -> row.join(" ", "release_id", "is_published"))
                .containsExactly(SECOND + ".1 false", SECOND + ".2 true");
        assertThat(home.database().value("select name from mart.organization where organization_id = 'cms:010951'"))
                .isEqualTo("DUNMARLSTOW CLINIC");
        assertThat(home.database()
                        .rows(
                                "select valid_from, valid_to from warehouse.dim_organization where organization_id = 'cms:010951'")
                        .single()
                        .join(" ", "valid_from", "valid_to"))
                .isEqualTo(SECOND + " ");
        assertThat(home.lake().checksums()).containsAllEntriesOf(before);
    }
}
