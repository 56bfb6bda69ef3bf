package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.e2e.SampleNights.FIRST;
import static org.carebench.e2e.SampleNights.SECOND;
import static org.carebench.e2e.SampleNights.SECOND_RELEASE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** What is run again, in another order or with another file. */
class SecondRunIT {

    @Test
    void theSameNightAgainChangesNothingAndSaysSo() {
        Home home = SampleNights.both().home();
        SortedMap<String, List<String>> tables = home.database().dump();
        SortedMap<String, String> lake = home.lake().checksums();
        SortedMap<String, String> site = home.site().checksums();

        Outcome again = home.sample("nightly", "--business-date", SECOND).run().succeeded();

        assertThat(again.out())
                .isEqualTo("Nothing to do: nightly of " + SECOND_RELEASE
                        + " is complete, and its inputs have not changed. Nothing was changed.\n");
        assertThat(home.database().dump()).isEqualTo(tables);
        assertThat(home.lake().checksums()).isEqualTo(lake);
        assertThat(home.site().checksums()).isEqualTo(site);
    }

    @Test
    void anEarlierNightAfterwardsGivesTheSameTablesAndLeavesReadersWhereTheyAre() {
        Home inOrder = SampleNights.both().home();
        Home home = SampleNights.published().copy("later_night_first");

        home.sample("nightly", "--business-date", FIRST).run().succeeded();

        assertThat(home.database().dump()).isEqualTo(inOrder.database().dump());
        assertThat(home.database().value("select release_id from mart.release")).isEqualTo(SECOND_RELEASE);
        assertThat(home.lake().checksums()).isEqualTo(inOrder.lake().checksums());
        assertThat(home.site().checksums()).isEqualTo(inOrder.site().checksums());
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
