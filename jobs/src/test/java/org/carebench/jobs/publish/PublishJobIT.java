package org.carebench.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.carebench.contract.curated.Account;
import org.carebench.contract.curated.ConformedInteraction;
import org.carebench.contract.curated.ConformedOrganization;
import org.carebench.contract.curated.ConformedOutcome;
import org.carebench.contract.curated.PatientReview;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.CoverageState;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.Relation;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.mart.Adoption;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.TestInstallation;
import org.carebench.jobs.run.JobFailedException;
import org.carebench.jobs.run.JobRuns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every test starts with a published release. */
class PublishJobIT {

    private static final ReleaseId PUBLISHED = ReleaseId.parse("2025-12-05.1");
    private static final ReleaseId NEXT = ReleaseId.parse("2025-12-06.1");

    private final TestInstallation installation;
    private final LakePaths lake;

    PublishJobIT(@TempDir Path root) throws IOException {
        installation = TestInstallation.start(root);
        lake = installation.lake();
    }

    @BeforeEach
    void publishARelease() throws IOException {
        new TestRelease(lake, PUBLISHED)
                .with(organization("990001", "OLD NAME"))
                .write();
        assertThat(publish(PUBLISHED)).isTrue();
    }

    @AfterEach
    void stop() {
        installation.close();
    }

    @Test
    void publishesEveryRowAndMovesTheReaders() throws IOException {
        nextRelease().write();

        assertThat(publish(NEXT)).isTrue();

        assertThat(query("select release_id from mart.release")).containsExactly("2025-12-06.1");
        assertThat(query(
                        "select organization_id || ' ' || name || ' ' || valid_from || ' ' || coalesce(valid_to::text, '-')"
                                + " from warehouse.dim_organization order by 1"))
                .containsExactly(
                        "cms:990001 NEW NAME 2025-12-06 -",
                        "cms:990001 OLD NAME 2025-12-05 2025-12-06",
                        "cms:990002 OTHER 2025-12-06 -");
        assertThat(query("select text from warehouse.fct_review")).containsExactly("Täglich \"gut\" \\ \uD83C\uDFE5");
        assertThat(query("select value || ' ' || n from warehouse.fct_outcome")).containsExactly("64.5 437");
        assertThat(query("select hop || ' ' || subject || ' ' || rows_in || ' ' || rows_out from ops.hop_count"
                        + " where release_id = '2025-12-06.1' and (rows_in > 0) order by 1"))
                .containsExactly(
                        "conform post 3 2",
                        "land a-source 5 4",
                        "merge organization 2 2",
                        "merge outcome 1 1",
                        "merge review 1 1",
                        "stage organization 2 2",
                        "stage outcome 1 1",
                        "stage review 1 1");
        assertThat(query("select count(*)::text from staging.stg_organization")).containsExactly("0");
        assertThat(query("select count(*)::text from ops.check_result where release_id = '2025-12-06.1' and status ="
                        + " 'PASSED'"))
                .allSatisfy(passed -> assertThat(Integer.parseInt(passed)).isGreaterThan(5));
        assertThat(installation.site().resolve("index.html")).hasContent("<p>a page</p>");
        assertThat(installation.site().resolve("data/release.js"))
                .hasContent(
                        "carebench.data(\"release\", {\"columns\":[\"release_id\"],\"rows\":[[\"2025-12-06.1\"]]});");
    }

    @Test
    void publishesWhatALivePlatformGaveAndHowCompletelyItWasRead() throws IOException {
        nextRelease()
                .with(
                        new Account(
                                "bluesky:a", "cms:990001", "bluesky", "birch.example", "Birch", "ACTIVE", "VERIFIED"),
                        new Adoption("cms:990001", "bluesky", "VERIFIED", 1, 0, null, null, null, 0, 0),
                        new ConformedInteraction(
                                "bluesky:r",
                                "bluesky:a",
                                "bluesky",
                                "MENTION",
                                false,
                                null,
                                null,
                                "pseudonym-1",
                                false,
                                Instant.parse("2025-12-05T10:00:00Z"),
                                Instant.parse("2025-12-06T02:00:00Z"),
                                "Thank you",
                                0,
                                null,
                                Measure.reported(2, Precision.EXACT, "bluesky.likes.v1")),
                        coverage(DataFamily.MENTIONS, CoverageState.PARTIAL, "RATE_LIMITED", 1),
                        coverage(DataFamily.INSIGHTS, CoverageState.NOT_OFFERED, "OWNER_ONLY", 0))
                .write();

        assertThat(publish(NEXT)).isTrue();

        assertThat(query("select kind || ' ' || text || ' ' || likes || ' ' || last_seen_on"
                        + " from warehouse.fct_interaction"))
                .containsExactly("MENTION Thank you 2 2025-12-06");
        assertThat(query("select handle || ' ' || status from warehouse.dim_account"))
                .containsExactly("birch.example ACTIVE");
        assertThat(query("select family || ' ' || state || ' ' || reason || ' ' || accounts || ' ' || records"
                        + " from mart.account_coverage order by 1"))
                .containsExactly("INSIGHTS NOT_OFFERED OWNER_ONLY 1 0", "MENTIONS PARTIAL RATE_LIMITED 1 1");
        assertThat(query("select check_id || ' ' || status from ops.check_result"
                        + " where release_id = '2025-12-06.1' and check_id ~ 'coverage|interaction' order by 1"))
                .containsExactly(
                        "coverage_states_are_known PASSED",
                        "coverage_without_reading_has_no_records PASSED",
                        "incomplete_coverage_has_a_reason PASSED",
                        "interactions_belong_to_accounts PASSED",
                        "interactions_have_plausible_dates PASSED");
    }

    private static AccountCoverage coverage(DataFamily family, CoverageState state, String reason, long records) {
        return new AccountCoverage(
                "bluesky:a",
                "cms:990001",
                family,
                LocalDate.parse("2025-12-06"),
                1,
                "bluesky",
                Relation.OTHER,
                state,
                reason,
                records,
                null,
                null,
                "bluesky-0",
                1);
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        List<String> before = everything();

        assertThat(publish(PUBLISHED)).isFalse();

        assertThat(everything()).isEqualTo(before);
    }

    /** The process died after the commit, before Spring Batch could note that the step was complete. */
    @Test
    void leavesNothingInStagingWhereTheReleaseTurnsOutToBePublished() throws IOException {
        List<String> before = everything();
        execute("update batch.batch_step_execution set status = 'STARTED', end_time = null"
                + " where step_name = 'releasePublishStep'");
        execute("update batch.batch_job_execution set status = 'STARTED', end_time = null");

        assertThat(publish(PUBLISHED)).isTrue();

        assertThat(everything()).isEqualTo(before);
        assertThat(query("select count(*)::text from staging.stg_organization")).containsExactly("0");
    }

    @Test
    void stopsBeforeTheMergeWhereAFatalCheckFails() throws IOException {
        nextRelease().with(organization("990002", "TWICE")).write();

        assertRefused(
                "Cannot publish 2025-12-06.1: it fails quality checks, and what was published before stays. Failed:"
                        + " keys_are_unique (1 of");
    }

    @Test
    void refusesADamagedFile() throws IOException {
        nextRelease().write();
        Path file = lake.curatedFolder(NEXT).resolve("review/part-00000.parquet");
        Files.writeString(file, "x", StandardOpenOption.APPEND);

        assertRefused("Cannot publish 2025-12-06.1: " + file + " is not the file that its manifest names.");
    }

    @Test
    void refusesAReleaseThatIsNotComputed() {
        assertRefused("Cannot publish 2025-12-06.1: it is not computed. Run benchmark --business-date 2025-12-06");
    }

    @Test
    void leavesTheWarehouseAsItWasWhereAMergeFailsAndGoesOnLater() throws IOException {
        nextRelease().write();
        execute("alter table warehouse.fct_outcome add constraint broken check (n < 0) not valid");

        assertRefused("broken");

        execute("alter table warehouse.fct_outcome drop constraint broken");
        assertThat(publish(NEXT)).isTrue();
        assertThat(query("select release_id from mart.release")).containsExactly("2025-12-06.1");
        assertThat(installation.executions("publish", NEXT, "releasePublishStep"))
                .containsExactly("FAILED 0 0 0", "COMPLETED 0 0 0");
    }

    private void assertRefused(String sentence) {
        List<String> before = everything();

        assertThatThrownBy(() -> publish(NEXT))
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining(sentence);

        assertThat(everything()).isEqualTo(before);
        assertThat(installation.site().resolve("data/release.js")).content().contains("2025-12-05.1");
    }

    private boolean publish(ReleaseId release) {
        return installation.bean(JobRuns.class).ensure(installation.job("publish"), release);
    }

    private TestRelease nextRelease() {
        return new TestRelease(lake, NEXT)
                .with(
                        organization("990001", "NEW NAME"),
                        organization("990002", "OTHER"),
                        new PatientReview(
                                "nhs-feedback:0",
                                "cms:990001",
                                "nhs-feedback",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                "NOT_IN_SOURCE",
                                null,
                                null,
                                "Täglich \"gut\" \\ \uD83C\uDFE5",
                                0,
                                null,
                                null,
                                null,
                                null,
                                "NOT_AVAILABLE",
                                LocalDate.parse("2024-07-01")),
                        new ConformedOutcome(
                                "cms:990001",
                                "hcahps_recommend_top",
                                LocalDate.parse("2024-01-01"),
                                null,
                                64.5,
                                "REPORTED",
                                "EXACT",
                                "top_box_pct",
                                437L,
                                "REPORTED",
                                null,
                                null,
                                "1",
                                LocalDate.parse("2025-10-01"),
                                "cms-hcahps-recommend"));
    }

    private static ConformedOrganization organization(String facilityId, String name) {
        return new ConformedOrganization(
                "cms:" + facilityId,
                "cms",
                facilityId,
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                "AL",
                "01234",
                "US",
                null,
                true,
                null,
                MeasureState.NOT_AVAILABLE,
                null,
                null,
                null,
                "NO_DIRECTORY",
                null,
                LocalDate.parse("2024-07-01"),
                "SOUTH",
                "America/Chicago",
                "ahrq:HSI00000001",
                false,
                null);
    }

    /** Every row of every table of warehouse, ops and staging, and of every view of mart. */
    private List<String> everything() {
        List<String> rows = new ArrayList<>();
        for (String table : query("select table_schema || '.' || table_name from information_schema.tables"
                + " where table_schema in ('warehouse', 'ops', 'staging', 'mart') order by 1")) {
            query("select row(t)::text from " + table + " as t order by 1").forEach(row -> rows.add(table + " " + row));
        }
        return rows;
    }

    private void execute(String sql) {
        installation.jdbc().sql(sql).update();
    }

    private List<String> query(String sql) {
        return installation.jdbc().sql(sql).query(String.class).list();
    }
}
