package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.e2e.SampleNights.FIRST;
import static org.carebench.e2e.SampleNights.FIRST_RELEASE;
import static org.carebench.e2e.SampleNights.SECOND;
import static org.carebench.e2e.SampleNights.SECOND_RELEASE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Two nights over the synthetic sample give what was computed from its files without the program. */
class SampleNightIT {

    private static final List<String> STATISTICS = List.of(
            "n", "n_missing", "min", "p10", "p25", "median", "p75", "p90", "max", "mean", "weighted_mean", "sd");

    private static final String[] DISTRIBUTION_KEY = {"measure_id", "period_start", "peer_dimension", "peer_group"};

    private final SampleNights.Finished nights = SampleNights.both();
    private final Database warehouse = nights.home().database();

    @Test
    void everyRowOfEverySourceIsReadAndLandedOrRejected() {
        warehouse.rows("""
                        select release.business_date, source_id, as_of, file, rows_read, rows_landed, rows_rejected
                        from ops.source_read join ops.release using (release_id)""").assertEqual(Rows.expected("source_reads.csv"), "business_date", "source_id");
    }

    @Test
    void saysOfEverySourceWhatBecameOfItsRows() {
        for (Row read : Rows.expected("source_reads.csv").list()) {
            assertThat(said(read.get("business_date")))
                    .contains(read.join(" ", "source_id", "rows_read") + " = "
                            + read.join(" + ", "rows_landed", "rows_rejected") + " ");
        }
    }

    @Test
    void everyPlantedProblemIsReportedWithFileLineAndReasonAndNoOther() {
        warehouse.rows("""
                        select release.business_date, source_id, file, line, code, is_rejected, organization_id
                        from ops.problem join ops.release using (release_id)""").assertEqual(Rows.expected("problems.csv"), "business_date", "source_id", "line", "code");
    }

    @Test
    void curatedTablesHaveWhatLandedLessDuplicates() {
        Rows expected = Rows.expected("curated_counts.csv");

        warehouse.rows("""
                        select release.business_date, subject as table, rows_in as landed, rows_out as curated, deduplicated
                        from ops.hop_count join ops.release using (release_id)
                        where hop = 'conform' and subject not in ('post_metric', 'problem')""").assertEqual(expected, "business_date", "table");
    }

    @Test
    void countsReconcileAtEveryHopAndAreSaid() {
        Rows hops = warehouse.rows("""
                select release.business_date, hop, subject, rows_in, rows_out, rejected, deduplicated,
                    rows_in = rows_out + rejected + deduplicated as reconciles
                from ops.hop_count join ops.release using (release_id)""");

        assertThat(hops.list()).hasSize(3 + 8 + 2 * 12 + 2 * 30 * 2);
        for (Row hop : hops.list()) {
            assertThat(hop.get("reconciles")).isEqualTo("true");
            assertThat(said(hop.get("business_date")))
                    .contains(hop.join(" ", "hop", "subject", "rows_in") + " = "
                            + hop.join(" + ", "rows_out", "rejected", "deduplicated"));
        }
    }

    @Test
    void whatOneHopGivesTheNextTakes() {
        Rows broken = warehouse.rows("""
                select release_id, earlier.subject, earlier.hop, earlier.rows_out, later.rows_in
                from ops.hop_count as earlier
                join ops.hop_count as later using (release_id, subject)
                where (earlier.hop, later.hop) in (('conform', 'stage'), ('stage', 'merge'))
                    and earlier.rows_out <> later.rows_in""");

        assertThat(broken.list()).isEmpty();
    }

    @Test
    void organizationsAreThoseOfTheRegistriesInForce() {
        warehouse
                .rows("select * from mart.organization")
                .assertEqual(Rows.expected("organizations.csv"), "organization_id");
    }

    @Test
    void organizationsThatCameChangedOrWentHaveTheRightVersions() {
        warehouse.rows("""
                        select * from warehouse.dim_organization
                        where organization_id in (
                            select organization_id from warehouse.dim_organization
                            group by organization_id
                            having count(*) > 1 or min(valid_from) > '2022-03-31' or count(valid_to) > 0
                        )""").assertEqual(Rows.expected("organization_history.csv"), "organization_id", "valid_from");
    }

    @Test
    void bedsAreMatchedWhereOneFacilityAgreesBestAndNeverGuessed() {
        for (String night : List.of(FIRST, SECOND)) {
            Rows expected = Rows.expected("bed_matches.csv").where(row -> row.has("business_date", night));

            nights.home()
                    .parquet(
                            "curated",
                            night + ".1",
                            "organization",
                            "'" + night
                                    + "' as business_date, organization_id, bed_match, directory_id, beds, bed_band")
                    .assertEqual(expected, "organization_id");
        }
    }

    @Test
    void everyOutcomeIsLoadedWithItsPeriodUnitAndReason() {
        warehouse
                .rows("""
                        select source_id, measure_id, unit, period_start, period_end, value_state, count(*) as rows,
                            count(n) as rows_with_n
                        from warehouse.fct_outcome group by 1, 2, 3, 4, 5, 6""")
                .assertEqual(
                        Rows.expected("outcome_counts.csv"), "source_id", "measure_id", "period_start", "value_state");
    }

    @Test
    void aMissingValueIsNullAndHasAReason() {
        assertThat(
                        warehouse.value(
                                "select count(*) from warehouse.fct_outcome where (value is null) = (value_state = 'REPORTED')"))
                .isEqualTo("0");
        assertThat(
                        warehouse.value(
                                "select count(*) from warehouse.fct_post_metric where (value is null) = (value_state = 'REPORTED')"))
                .isEqualTo("0");
    }

    @Test
    void everyVideoIsOnePostWithTheCountersOfItsBestRow() {
        warehouse.rows("""
                        select post.*,
                            views.value as views, views.value_state as views_state,
                            likes.value as likes, likes.value_state as likes_state,
                            comments.value as comments, comments.value_state as comments_state
                        from warehouse.fct_post as post
                        join warehouse.fct_post_metric as views on views.post_id = post.post_id and views.metric = 'views'
                        join warehouse.fct_post_metric as likes on likes.post_id = post.post_id and likes.metric = 'likes'
                        join warehouse.fct_post_metric as comments
                            on comments.post_id = post.post_id and comments.metric = 'comments'""").assertEqual(Rows.expected("posts.csv").without("chosen_line"), "post_id");
    }

    @Test
    void adoptionListsProvidersWithAKnownChannel() {
        warehouse.rows("select * from mart.adoption").assertEqual(Rows.expected("adoption.csv"), "organization_id");
    }

    @Test
    void adoptionSummaryShowsOnlyWhatIsRightAndMayBeShown() {
        assertShowsNothingElse(
                warehouse.rows("select * from mart.adoption_summary"),
                Rows.expected("adoption_summary.csv"),
                List.of("providers", "providers_present"),
                "platform",
                "peer_dimension",
                "peer_group");
    }

    @Test
    void peerDistributionShowsOnlyWhatIsRightAndMayBeShown() {
        Rows expected = Rows.expected("peer_distribution.csv");
        List<String> measuresInEveryGroup = expected.list().stream()
                .filter(row -> row.has("peer_dimension", "state"))
                .map(row -> row.get("measure_id"))
                .distinct()
                .toList();
        assertThat(measuresInEveryGroup).hasSize(7);
        Rows shown = warehouse
                .rows("select * from mart.peer_distribution")
                .where(row ->
                        row.has("peer_dimension", "national") || measuresInEveryGroup.contains(row.get("measure_id")));

        assertShowsNothingElse(shown, expected, STATISTICS, DISTRIBUTION_KEY);
    }

    @Test
    void everyMeasureHasItsGroupsAndWithholdsTheSmallOnes() {
        Rows counts = warehouse.rows("""
                select measure_id, period_start, peer_dimension,
                    count(*) filter (where suppressed_reason is null) as shown,
                    count(*) filter (where suppressed_reason = 'FEWER_THAN_MINIMUM') as fewer,
                    count(*) filter (where suppressed_reason = 'COMPLEMENTARY') as complementary
                from mart.peer_distribution group by 1, 2, 3""");
        String[] key = {"measure_id", "period_start", "peer_dimension"};
        Map<String, Row> expected =
                Rows.expected("peer_distribution_counts.csv").by(key);

        Rows.assertSameKeys(counts.by(key), expected);
        counts.by(key).forEach((id, row) -> {
            Row rule = Objects.requireNonNull(expected.get(id));
            int withheldMore = row.number("complementary") - rule.number("complementary_at_least");
            assertThat(row.number("fewer")).as(id).isEqualTo(rule.number("fewer_than_minimum"));
            assertThat(withheldMore).as(id).isNotNegative();
            assertThat(row.number("shown") + withheldMore).as(id).isEqualTo(rule.number("shown_at_most"));
        });
    }

    @Test
    void theRecommendedCategoryFollowsItsRule() {
        warehouse
                .rows("select * from mart.recommendation")
                .assertEqual(Rows.expected("recommendation.csv"), "organization_id", "measure_id");
    }

    @Test
    void publishedNumbersAreThoseOfTheParquet() {
        Rows mart = nights.home().parquet("mart", SECOND_RELEASE, "peer_distribution", "*");

        assertThat(mart.list()).isNotEmpty();
        warehouse.rows("select * from mart.peer_distribution").assertEqual(mart, DISTRIBUTION_KEY);
    }

    @Test
    void readersSeeTheLaterNightAndTheHistoryHasBoth() {
        assertThat(warehouse.value("select release_id from mart.release")).isEqualTo(SECOND_RELEASE);
        assertThat(warehouse
                        .rows("select release_id from mart.release_history order by 1")
                        .list())
                .extracting(row -> row.get("release_id"))
                .containsExactly(FIRST_RELEASE, SECOND_RELEASE);
    }

    @Test
    void nothingIsLeftInStaging() {
        SortedMap<String, List<String>> staging =
                warehouse.dump().tailMap("staging.").headMap("staging/");

        assertThat(staging).hasSize(30);
        assertThat(staging.values()).allSatisfy(rows -> assertThat(rows).isEmpty());
    }

    /** The least that must be withheld is withheld; what is shown is right; more may be withheld only as complementary. */
    private static void assertShowsNothingElse(Rows shown, Rows expected, List<String> numbers, String... key) {
        Map<String, Row> rules = expected.by(key);
        Rows.assertSameKeys(shown.by(key), rules);
        List<String> faults = new ArrayList<>();
        shown.by(key).forEach((id, row) -> {
            Row rule = Objects.requireNonNull(rules.get(id));
            String reason = row.get("suppressed_reason");
            boolean withholdsMore = rule.has("suppressed_reason", "") && reason.equals("COMPLEMENTARY");
            if (!withholdsMore && !rule.has("suppressed_reason", reason)) {
                faults.add(id + " is withheld as '" + reason + "', expected '" + rule.get("suppressed_reason") + "'");
            }
            for (String column : numbers) {
                boolean isWithheld = !reason.isEmpty() || column.equals("n_missing") && row.has(column, "");
                if (!Rows.isSame(row.get(column), isWithheld ? "" : rule.get(column))) {
                    faults.add(
                            id + ": " + column + " is '" + row.get(column) + "', expected '" + rule.get(column) + "'");
                }
            }
        });
        assertThat(faults).isEmpty();
    }

    /** What the run of a night printed, without the alignment of its numbers. */
    private String said(String night) {
        return nights.said()
                .get(night.equals(FIRST) ? 0 : 1)
                .out()
                .replace(",", "")
                .replaceAll(" +", " ");
    }
}
