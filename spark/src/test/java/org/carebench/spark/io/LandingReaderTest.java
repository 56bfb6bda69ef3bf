package org.carebench.spark.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carebench.spark.LandingRecords.coverage;
import static org.carebench.spark.LandingRecords.outcome;
import static org.carebench.spark.LandingRecords.platformProblem;
import static org.carebench.spark.LandingRecords.rosterLink;
import static org.carebench.spark.TestSession.rows;
import static org.carebench.spark.TestSession.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.CoverageState;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.Outcome;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.spark.LandingLake;
import org.carebench.spark.conform.Landing;
import org.carebench.spark.table.StructTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingReaderTest {

    @TempDir
    private Path root;

    private LandingLake lake;

    @BeforeEach
    void emptyLake() {
        lake = new LandingLake(root);
    }

    @Test
    void readsTheFilesOfTheManifestAndNoOthers() throws IOException {
        lake.land("a", Outcome.class, outcome("cms:1", 1.0, 1L, 2))
                .land("b", Outcome.class, outcome("cms:2", 2.0, 1L, 2));
        new LandingLake(root).land("leftover", Outcome.class, outcome("cms:3", 3.0, 1L, 2));

        Landing landing = LandingReader.read(spark(), lake.request());

        assertThat(landing.outcomes().select("organization_id").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactlyInAnyOrder("cms:1", "cms:2");
        assertThat(landing.reviews().count()).isZero();
        assertThat(landing.outcomes().schema().fieldNames())
                .isEqualTo(StructTypes.of(DatasetSchema.of(Outcome.class)).fieldNames());
    }

    @Test
    void readsWhatEarlierNightsCollectedButNeitherTheirProblemsNorTheirCoverage() throws IOException {
        LocalDate night = LocalDate.of(2025, 12, 6);
        lake.collectedBefore("s", "2025-12-05.1", AccountLink.class, rosterLink("bluesky:a", "cms:1", night))
                .collectedBefore("s", "2025-12-05.1", Problem.class, platformProblem(1, "Of the night before."))
                .collectedBefore(
                        "s",
                        "2025-12-05.1",
                        AccountCoverage.class,
                        coverage("bluesky:a", DataFamily.POSTS, CoverageState.COMPLETE, null))
                .collect("s", "2025-12-06.1", AccountLink.class, rosterLink("bluesky:b", "cms:1", night))
                .collect("s", "2025-12-06.1", Problem.class, platformProblem(1, "Of this night."));

        Landing landing = LandingReader.read(spark(), lake.request());

        assertThat(landing.accountLinks().count()).isEqualTo(2);
        assertThat(landing.linksOfNight().select("account_id").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("bluesky:b");
        assertThat(landing.problems().select("message").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("Of this night.");
        assertThat(landing.coverage().count()).isZero();
    }

    @Test
    void refusesAFileWithOtherColumns() throws IOException {
        lake.land(
                "a",
                "outcome",
                rows(Outcome.class, outcome("cms:1", 1.0, 1L, 2)).drop("note"));

        assertThatThrownBy(() -> LandingReader.read(spark(), lake.request()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot read file:" + root)
                .hasMessageContaining("a-00000.parquet: its columns are [organization_id string,")
                .hasMessageContaining("but the contract says [organization_id string,");
    }

    @Test
    void refusesAFileWithAnotherNumberOfRows() throws IOException {
        lake.land("a", Outcome.class, outcome("cms:1", 1.0, 1L, 2)).claimRows(2);

        assertThatThrownBy(() -> LandingReader.read(spark(), lake.request()))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("a-00000.parquet: it holds 1 rows, but its manifest says 2");
    }

    @Test
    void refusesAnAlteredOrMissingFile() throws IOException {
        lake.land("a", Outcome.class, outcome("cms:1", 1.0, 1L, 2));
        Path file = root.resolve(lake.request().night().files().get(0).file());
        Files.writeString(file, "altered");
        assertThatThrownBy(() -> LandingReader.read(spark(), lake.request()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a-00000.parquet: its checksum is ")
                .hasMessageEndingWith("; write it again");

        Files.delete(file);
        assertThatThrownBy(() -> LandingReader.read(spark(), lake.request()))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("a-00000.parquet: there is no such file in the lake");
    }
}
