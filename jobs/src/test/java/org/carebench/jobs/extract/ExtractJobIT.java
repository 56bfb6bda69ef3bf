package org.carebench.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carebench.contract.dataset.Facility;
import org.carebench.contract.dataset.Organization;
import org.carebench.contract.dataset.OrganizationTrait;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.dataset.Review;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.LandingManifest;
import org.carebench.contract.lake.NightManifest;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.lake.SourceRead;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.jobs.TestInstallation;
import org.carebench.jobs.run.JobFailedException;
import org.carebench.jobs.run.JobRuns;
import org.carebench.jobs.run.Mode;
import org.carebench.jobs.run.Nights;
import org.carebench.jobs.run.Work;
import org.carebench.jobs.source.SourceTable;
import org.carebench.landing.Checksum;
import org.carebench.landing.JsonFile;
import org.carebench.landing.ParquetRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every test runs its own business date. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExtractJobIT {

    private static final String FEEDBACK_STEP = "sourceExtractStep:feedback";
    private static final String HOSPITALS_STEP = "sourceExtractStep:hospitals";
    private static final String SEAL_STEP = "nightSealStep";

    private final TestInstallation installation;
    private final LakePaths lake;

    ExtractJobIT(@TempDir Path root) throws IOException {
        installation = TestInstallation.start(root);
        lake = installation.lake();
    }

    @BeforeAll
    void startsOnlyOnce() {
        assertThat(installation
                        .jdbc()
                        .sql("select count(*) from ops.night")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @AfterAll
    void stop() {
        installation.close();
    }

    @BeforeEach
    void writeGoodFiles() {
        hospitals(3).write(installation.input("hospitals.csv"));
        feedback(3).write(installation.input("feedback.csv"));
        SourceTable.of("channel_title", "ccn_candidate")
                .row("channel_title", "A", "ccn_candidate", "990001")
                .write(installation.input("links.csv"));
    }

    @Test
    void landsEverySourceInForceAndSealsTheNight() throws IOException {
        ReleaseId release = release("2024-01-01", 1);

        extract(release.businessDate());

        assertThat(installation.executions("extract", release, HOSPITALS_STEP)).containsExactly("COMPLETED 3 3 0");
        assertThat(installation.executions("extract", release, FEEDBACK_STEP)).containsExactly("COMPLETED 3 3 0");
        assertThat(installation.executions("extract", release, "sourceExtractStep:links"))
                .isEmpty();
        assertThat(installation.executions("extract", release, SEAL_STEP)).containsExactly("COMPLETED 0 0 0");
        NightManifest night = JsonFile.read(lake.nightManifest(release), NightManifest.class);
        assertThat(night.release()).isEqualTo("2024-01-01.1");
        assertThat(night.sources())
                .containsExactly(
                        new SourceRead(
                                "hospitals",
                                "hifld",
                                "hifld-hospitals",
                                "hospitals.csv",
                                Checksum.ofFile(installation.input("hospitals.csv")),
                                "2022-03-01",
                                3,
                                3,
                                0),
                        new SourceRead(
                                "feedback",
                                "nhs",
                                "nhs-feedback",
                                "feedback.csv",
                                Checksum.ofFile(installation.input("feedback.csv")),
                                "2022-03-01",
                                3,
                                3,
                                0));
        assertThat(night.files())
                .extracting(LandingManifest::dataset, LandingManifest::sourceId, LandingManifest::rows)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("facility", "hospitals", 3L),
                        org.assertj.core.api.Assertions.tuple("problem", "hospitals", 0L),
                        org.assertj.core.api.Assertions.tuple("organization", "feedback", 1L),
                        org.assertj.core.api.Assertions.tuple("review", "feedback", 3L),
                        org.assertj.core.api.Assertions.tuple("problem", "feedback", 0L));
        for (LandingManifest file : night.files()) {
            assertThat(Checksum.ofFile(lake.root().resolve(file.file()))).isEqualTo(file.sha256());
        }
        assertThat(values(lake.landingFile("facility", "hifld", "hospitals", release), Facility.class, "directory_id"))
                .containsExactly("hifld:H0", "hifld:H1", "hifld:H2");
        assertThat(values(
                        lake.landingFile("organization", "nhs", "feedback", release),
                        Organization.class,
                        "organization_id"))
                .containsExactly("nhs-feedback:trust-a");
    }

    @Test
    void rejectsDirtyRowsWithOneProblemEachAndLandsTheRest() throws IOException {
        ReleaseId release = release("2024-01-02", 1);
        hospitals(1500)
                .row("ID", "H7", "NAME", "AGAIN", "STATUS", "OPEN")
                .row("ID", "H1500", "NAME", "", "STATUS", "OPEN")
                .rawLine("too,few")
                .row("ID", "H1501", "NAME", "NUL\0", "STATUS", "OPEN")
                .row("ID", "H1502", "NAME", "GOOD", "STATUS", "OPEN")
                .write(installation.input("hospitals.csv"));

        extract(release.businessDate());

        assertThat(installation.executions("extract", release, HOSPITALS_STEP))
                .containsExactly("COMPLETED 1505 1501 4");
        Path problems = lake.landingFile("problem", "hifld", "hospitals", release);
        assertThat(values(problems, Problem.class, "line")).containsExactly(1502L, 1503L, 1504L, 1505L);
        assertThat(values(problems, Problem.class, "code"))
                .containsExactly("DUPLICATE_ID", "MISSING_VALUE", "WRONG_FIELD_COUNT", "FORBIDDEN_CHARACTER");
        assertThat(values(problems, Problem.class, "column_name")).containsExactly("ID", "NAME", null, null);
        assertThat(values(problems, Problem.class, "file")).containsOnly("hospitals.csv");
        assertThat(values(problems, Problem.class, "is_rejected")).containsOnly(true);
        assertThat(JsonFile.read(lake.nightManifest(release), NightManifest.class)
                        .sources()
                        .get(0))
                .satisfies(read -> {
                    assertThat(read.rowsRead()).isEqualTo(1505);
                    assertThat(read.rowsLanded()).isEqualTo(1501);
                    assertThat(read.rowsRejected()).isEqualTo(4);
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1000, 1001, 2000})
    void landsAnyNumberOfRows(int rows) throws IOException {
        ReleaseId release = release(
                BusinessDate.parse("2023-01-01").day().plusDays(rows % 997).toString(), 1);
        hospitals(rows).write(installation.input("hospitals.csv"));

        extract(release.businessDate());

        assertThat(installation.executions("extract", release, HOSPITALS_STEP))
                .containsExactly("COMPLETED " + rows + " " + rows + " 0");
        assertThat(values(lake.landingFile("facility", "hifld", "hospitals", release), Facility.class, "directory_id"))
                .isEqualTo(IntStream.range(0, rows).mapToObj(i -> "hifld:H" + i).toList());
    }

    @Test
    void keepsAccountWhereTheLastChunkIsRejectedAsAWhole() throws IOException {
        ReleaseId release = release("2024-01-03", 1);
        SourceTable table = hospitals(1000);
        for (int i = 0; i < 50; i++) {
            table.row("ID", "H1", "NAME", "AGAIN", "STATUS", "OPEN");
        }
        table.write(installation.input("hospitals.csv"));

        extract(release.businessDate());

        assertThat(installation.executions("extract", release, HOSPITALS_STEP))
                .containsExactly("COMPLETED 1050 1000 50");
        assertThat(values(lake.landingFile("problem", "hifld", "hospitals", release), Problem.class, "line"))
                .hasSize(50);
    }

    @Test
    void stopsAtAMissingColumnAndSealsNothing() throws IOException {
        ReleaseId release = release("2024-01-04", 1);
        SourceTable.of("ID", "NAME").row("ID", "1", "NAME", "A").write(installation.input("hospitals.csv"));

        assertFails(
                () -> extract(release.businessDate()),
                "Cannot read hospitals.csv: its header has no column 'ALT_NAME'. Check that this is the file that the profile"
                        + " means, or correct its header.");

        assertThat(lake.nightManifest(release)).doesNotExist();
        assertThat(lake.landingManifest("facility", "hifld", "hospitals", release))
                .doesNotExist();
        assertThat(installation.executions("extract", release, SEAL_STEP)).isEmpty();
        assertThat(installation.executions("extract", release, HOSPITALS_STEP)).containsExactly("FAILED 0 0 0");
    }

    @Test
    void stopsAtAFileThatIsCutOff() throws IOException {
        ReleaseId release = release("2024-01-05", 1);
        hospitals(1200).rawLine("H1200,CUT").write(installation.input("hospitals.csv"));

        assertFails(
                () -> extract(release.businessDate()),
                "Cannot read hospitals.csv: its last row, at line 1202, is incomplete, as if the file had been cut off. Fetch"
                        + " the file again.");

        assertThat(lake.nightManifest(release)).doesNotExist();
        assertThat(lake.landingManifest("facility", "hifld", "hospitals", release))
                .doesNotExist();
    }

    @Test
    void stopsWhereAFileHasTooFewRows() {
        ReleaseId release = release("2024-01-06", 1);
        feedback(2).write(installation.input("feedback.csv"));

        assertFails(
                () -> extract(release.businessDate()),
                "Cannot use feedback.csv: it has 2 rows where at least 3 were expected, as if it had been cut off. Fetch the"
                        + " file again, or lower minimum-rows of source feedback in the profile.");

        assertThat(lake.landingManifest("review", "nhs", "feedback", release)).doesNotExist();
    }

    @Test
    void stopsWhereMostRowsCannotBeRead() {
        ReleaseId release = release("2024-01-07", 1);
        SourceTable table = hospitals(200);
        for (int i = 0; i < 101; i++) {
            table.row("ID", "X" + i, "NAME", "A", "STATUS", "NEITHER");
        }
        table.write(installation.input("hospitals.csv"));

        assertFails(
                () -> extract(release.businessDate()),
                "Cannot use hospitals.csv: 101 of its 301 rows cannot be read, as if it were of another format. Look at the"
                        + " file, or at the format of source hospitals in the profile.");
    }

    @Test
    void goesOnWhereAFailedRunStopped() throws IOException {
        ReleaseId release = release("2024-01-08", 1);
        Path inTheWay = lake.landingFolder("review", "nhs", release);
        Files.createDirectories(inTheWay.getParent());
        Files.writeString(inTheWay, "a file where a folder must be");
        assertThatThrownBy(() -> extract(release.businessDate()))
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining(inTheWay.toString());
        Path facilities = lake.landingFile("facility", "hifld", "hospitals", release);
        FileTime landedAt = Files.getLastModifiedTime(facilities);
        Files.delete(inTheWay);

        extract(release.businessDate());

        assertThat(installation.executions("extract", release, HOSPITALS_STEP)).containsExactly("COMPLETED 3 3 0");
        assertThat(Files.getLastModifiedTime(facilities)).isEqualTo(landedAt);
        assertThat(installation.executions("extract", release, FEEDBACK_STEP))
                .containsExactly("FAILED 0 0 0", "COMPLETED 3 3 0");
        assertThat(JsonFile.read(lake.nightManifest(release), NightManifest.class)
                        .files())
                .hasSize(5);
        assertThat(values(lake.landingFile("review", "nhs", "feedback", release), Review.class, "review_id"))
                .containsExactly("nhs-feedback:0", "nhs-feedback:1", "nhs-feedback:2");
    }

    @Test
    void doesNothingWhereTheNightIsComplete() throws IOException {
        ReleaseId release = release("2024-01-09", 1);
        extract(release.businessDate());
        List<String> before = landed(release);

        extract(release.businessDate());

        assertThat(installation.executions("extract", release, HOSPITALS_STEP)).hasSize(1);
        assertThat(landed(release)).isEqualTo(before);
    }

    @Test
    void takesAnotherRevisionForChangedFiles() throws IOException {
        ReleaseId first = release("2024-01-10", 1);
        extract(first.businessDate());
        hospitals(4).write(installation.input("hospitals.csv"));

        extract(first.businessDate());

        ReleaseId second = release("2024-01-10", 2);
        assertThat(values(lake.landingFile("facility", "hifld", "hospitals", first), Facility.class, "name"))
                .hasSize(3);
        assertThat(values(lake.landingFile("facility", "hifld", "hospitals", second), Facility.class, "name"))
                .hasSize(4);
    }

    @Test
    void landsEqualBytesForEqualFiles() throws IOException {
        extract(BusinessDate.parse("2024-01-11"));
        extract(BusinessDate.parse("2024-01-12"));

        assertThat(lake.landingFile("review", "nhs", "feedback", release("2024-01-11", 1)))
                .hasSameBinaryContentAs(lake.landingFile("review", "nhs", "feedback", release("2024-01-12", 1)));
    }

    @Test
    void sealsNothingWhereAFileChangedSinceTheNightWasPlanned() {
        BusinessDate day = BusinessDate.parse("2024-01-13");
        ReleaseId release = installation.bean(Nights.class).revisionOf(day, "fingerprint of other files");

        assertFails(
                () -> installation.bean(JobRuns.class).ensure(installation.job("extract"), release),
                "Cannot finish the extraction of 2024-01-13: a source file or a definition changed while it was being read."
                        + " Run again to read the new one.");

        assertThat(lake.nightManifest(release)).doesNotExist();
    }

    @Test
    void passesOverRowsThatAreAboutNothingThatTheFormatReads() throws IOException {
        ReleaseId release = release("2026-06-01", 1);
        services("04", "01", "04", "01", "04").write(installation.input("services.csv"));

        extract(release.businessDate());

        NightManifest night = JsonFile.read(lake.nightManifest(release), NightManifest.class);
        assertThat(night.sources())
                .filteredOn(read -> read.sourceId().equals("services"))
                .extracting(SourceRead::rowsRead, SourceRead::rowsLanded, SourceRead::rowsRejected)
                .containsExactly(org.assertj.core.api.Assertions.tuple(2L, 2L, 0L));
        assertThat(values(
                        lake.landingFile("organization_trait", "cms", "services", release),
                        OrganizationTrait.class,
                        "source_line"))
                .containsExactly(3L, 5L);
        // Read five, of which two were written and none was rejected.
        assertThat(installation.executions("extract", release, "sourceExtractStep:services"))
                .containsExactly("COMPLETED 5 2 0");
    }

    @Test
    void doesNotCountRowsThatItPassesOverAsRowsOfTheFile() {
        ReleaseId release = release("2026-06-02", 1);
        services("04", "04", "04", "01").write(installation.input("services.csv"));

        assertFails(
                () -> extract(release.businessDate()),
                "Cannot use services.csv: it has 1 rows where at least 2 were expected, as if it had been cut off. Fetch"
                        + " the file again, or lower minimum-rows of source services in the profile.");
    }

    private static SourceTable services(String... categories) {
        SourceTable table = SourceTable.of(
                "PRVDR_CTGRY_CD", "PRVDR_NUM", "PGM_TRMNTN_CD", "CBSA_URBN_RRL_IND", "MDCL_SCHL_AFLTN_CD", "BED_CNT");
        for (int i = 0; i < categories.length; i++) {
            table.row("PRVDR_CTGRY_CD", categories[i], "PRVDR_NUM", "99000" + i, "PGM_TRMNTN_CD", "00");
        }
        return table;
    }

    private static void assertFails(ThrowingCallable run, String message) {
        assertThatThrownBy(run).isInstanceOf(JobFailedException.class).hasMessage(message);
    }

    private List<String> landed(ReleaseId release) throws IOException {
        try (Stream<Path> files = Files.walk(lake.root())) {
            List<String> sums = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.toString().contains(release.businessDate().toString())) {
                    sums.add(file + " " + Checksum.ofFile(file) + " " + Files.getLastModifiedTime(file));
                }
            }
            return sums;
        }
    }

    private static List<Object> values(Path file, Class<? extends Record> dataset, String column) throws IOException {
        DatasetSchema schema = DatasetSchema.of(dataset);
        int index = schema.columnNames().indexOf(column);
        List<Object> values = new ArrayList<>();
        try (var rows = ParquetRows.open(schema, file)) {
            while (rows.next()) {
                values.add(rows.value(index));
            }
        }
        return values;
    }

    private static SourceTable hospitals(int rows) {
        SourceTable table = SourceTable.of(
                "ID", "NAME", "ALT_NAME", "ADDRESS", "CITY", "STATE", "ZIP", "TELEPHONE", "TYPE", "STATUS", "BEDS");
        for (int i = 0; i < rows; i++) {
            table.row("ID", "H" + i, "NAME", "HOSPITAL " + i, "STATUS", "OPEN", "BEDS", Integer.toString(i));
        }
        return table;
    }

    private static SourceTable feedback(int rows) {
        SourceTable table = SourceTable.of(
                "code", "label", "subcategory", "feedback", "criticality", "organization", "question", "row_index");
        for (int i = 0; i < rows; i++) {
            table.row(
                    "feedback",
                    "Good.",
                    "criticality",
                    "1",
                    "organization",
                    "Trust A",
                    "row_index",
                    Integer.toString(i));
        }
        return table;
    }

    @Test
    void landsOnePlatformAndSealsTheNightWithTheLast() throws IOException {
        BusinessDate day = BusinessDate.parse("2024-03-01");
        ReleaseId release = new ReleaseId(day, 1);
        LandedNights landed = installation.bean(LandedNights.class);
        assertThat(landed.platforms(day)).containsExactly("hifld", "nhs");

        installation.run(new Work("extract", day, "nhs"));

        assertThat(landed.isSealed(release)).isFalse();
        assertThat(landed.missing(release)).containsExactly("hifld");
        assertThat(lake.landingFile("review", "nhs", "feedback", release)).exists();
        assertThat(lake.landingFile("facility", "hifld", "hospitals", release)).doesNotExist();
        assertThatThrownBy(() -> installation.run(Work.of("benchmark", day)))
                .hasMessage(
                        "Cannot run benchmark for 2024-03-01: the extraction of 2024-03-01.1 is not complete; missing hifld."
                                + " Run extract --business-date 2024-03-01 first.");

        installation.run(new Work("extract", day, "hifld"));

        assertThat(landed.isSealed(release)).isTrue();
        assertThat(landed.missing(release)).isEmpty();
    }

    /** However a night was put together, its manifest and its files are the same. */
    @Test
    void sealsTheSameNightByPlatformsAndAsAWhole() throws IOException {
        BusinessDate whole = BusinessDate.parse("2024-03-02");
        BusinessDate parts = BusinessDate.parse("2024-03-03");
        BusinessDate mixed = BusinessDate.parse("2024-03-04");

        extract(whole);
        installation.run(new Work("extract", parts, "hifld"));
        installation.run(new Work("extract", parts, "nhs"));
        installation.run(new Work("extract", mixed, "nhs"));
        extract(mixed);

        List<SourceRead> sources = night(whole).sources();
        assertThat(night(parts).sources()).isEqualTo(sources);
        assertThat(night(mixed).sources()).isEqualTo(sources);
        assertThat(installation.executions("extract", new ReleaseId(mixed, 1), FEEDBACK_STEP))
                .as("landed before, with its platform")
                .isEmpty();
        assertThat(installation.executions("extract", new ReleaseId(mixed, 1), HOSPITALS_STEP))
                .containsExactly("COMPLETED 3 3 0");
    }

    @Test
    void leavesAPlatformAloneThatHasLanded() {
        BusinessDate day = BusinessDate.parse("2024-03-05");
        installation.run(new Work("extract", day, "nhs"));
        installation.run(new Work("extract", day, "nhs"));
        extract(day);
        installation.run(new Work("extract", day, "nhs"));

        assertThat(installation
                        .jdbc()
                        .sql("select count(*) from batch.batch_job_execution_params where parameter_name = 'platform'"
                                + " and job_execution_id in (select job_execution_id from"
                                + " batch.batch_job_execution_params where parameter_value = '2024-03-05')")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void rerunsUnchangedInputsAsTheNextRevision() throws IOException {
        BusinessDate day = BusinessDate.parse("2024-03-06");
        extract(day);

        installation.run(Work.of("extract", day), Mode.RERUN);
        extract(day);

        assertThat(JsonFile.read(lake.nightManifest(new ReleaseId(day, 2)), NightManifest.class)
                        .sources())
                .isEqualTo(night(day).sources());
        assertThat(lake.nightManifest(new ReleaseId(day, 3))).doesNotExist();
        assertThat(installation.bean(LandedNights.class).isNews(new ReleaseId(day, 2)))
                .isFalse();
    }

    /** Each of the tasks that a scheduler maps over platforms is told to rerun; together they make one revision. */
    @Test
    void rerunsOfPlatformsJoinOneRevision() {
        BusinessDate day = BusinessDate.parse("2024-03-07");
        extract(day);
        LandedNights landed = installation.bean(LandedNights.class);

        installation.run(new Work("extract", day, "hifld"), Mode.RERUN);
        assertThat(landed.isSealed(new ReleaseId(day, 2))).isFalse();
        assertThatThrownBy(() -> installation.run(Work.of("benchmark", day), Mode.RERUN))
                .hasMessageContaining("the extraction of 2024-03-07.2 is not complete; missing nhs.");
        installation.run(new Work("extract", day, "nhs"), Mode.RERUN);
        assertThat(landed.isSealed(new ReleaseId(day, 2))).isTrue();

        installation.run(new Work("extract", day, "nhs"), Mode.RERUN);
        assertThat(landed.missing(new ReleaseId(day, 3))).containsExactly("hifld");
    }

    @Test
    void knowsWhetherANightBringsNewData() {
        BusinessDate first = BusinessDate.parse("2024-03-08");
        BusinessDate same = BusinessDate.parse("2024-03-09");
        BusinessDate other = BusinessDate.parse("2024-03-10");
        LandedNights landed = installation.bean(LandedNights.class);
        extract(first);
        extract(same);
        hospitals(4).write(installation.input("hospitals.csv"));
        extract(other);

        assertThat(landed.isNews(new ReleaseId(same, 1))).isFalse();
        assertThat(landed.isNews(new ReleaseId(other, 1))).isTrue();
    }

    private NightManifest night(BusinessDate day) throws IOException {
        return JsonFile.read(lake.nightManifest(new ReleaseId(day, 1)), NightManifest.class);
    }

    private void extract(BusinessDate day) {
        installation.run(Work.of("extract", day));
    }

    private static ReleaseId release(String day, int revision) {
        return new ReleaseId(BusinessDate.parse(day), revision);
    }
}
