package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.carebench.e2e.SampleNights.FIRST;
import static org.carebench.e2e.SampleNights.SECOND;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nights over the public files, compared with what DuckDB computes from the same files without the program. */
@Order(Integer.MAX_VALUE - 1)
class PublicDataIT {

    private static final String REGISTRY_2022 = csv("cms/Hospital_General_Information-2022-03.csv");
    private static final String REGISTRY_2024 = csv("cms/Hospital_General_Information-2024-07.csv");
    private static final String RECOMMEND = csv("cms/hcahps_recommend-2024.csv");
    private static final String HVBP = csv("cms/hvbp_person_and_community_engagement-FY2024.csv");
    private static final String OAS = csv("cms/OQR_OAS_CAHPS_BY_HOSPITAL-2024-07.csv");

    /** The row of each video that counts: the one with the highest views, then the earliest. */
    private static final String VIDEOS = """
            (select * from (select *, row_number() over () as line from %s)
            qualify row_number() over (
                partition by video_id order by try_cast(view_count as bigint) desc nulls last, line) = 1)""".formatted(csv("youtube/health_videos.csv"));

    private static final Once<Database> WAREHOUSE = new Once<>(PublicDataIT::runBothNights);

    private final Database warehouse = WAREHOUSE.get();

    @BeforeAll
    static void publicFilesAreThere() {
        assumeThat(Installation.PUBLIC_DATA)
                .as("The public files are not here; -Dcarebench.data says where they are")
                .isDirectory();
    }

    private static Database runBothNights() {
        Home home = Home.create("public_data");
        for (String night : List.of(FIRST, SECOND)) {
            home.call("nightly", "--business-date", night)
                    .with("--config", Installation.PUBLIC_PROFILE.toString())
                    .with("--input", Installation.PUBLIC_DATA.toString())
                    .run()
                    .succeeded();
        }
        return home.database();
    }

    @Test
    void readsEveryRowOfEveryFile() {
        Rows reads = warehouse.rows("select file, rows_read, rows_landed, rows_rejected from ops.source_read");

        assertThat(reads.list()).hasSize(3 + 8);
        for (Row read : reads.list()) {
            assertThat(read.get("rows_read"))
                    .as(read.get("file"))
                    .isEqualTo(Rows.ofFiles("select count(*) as n from " + csv(read.get("file")))
                            .single()
                            .get("n"));
        }
    }

    @Test
    void everyRejectedRowIsAProblemAndTheCountsReconcile() {
        assertThat(warehouse.rows("""
                                select release_id, source_id, rows_rejected, count(problem.line) as problems
                                from ops.source_read
                                left join ops.problem as problem using (release_id, source_id, file)
                                where problem.is_rejected is distinct from false
                                group by release_id, source_id, rows_rejected
                                having rows_rejected <> count(problem.line)""").list()).isEmpty();
        assertThat(warehouse.value(
                        "select count(*) from ops.hop_count where rows_in <> rows_out + rejected + deduplicated"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"2022-03-31, 5306, 2022", "2025-12-06, 5398, 2024"})
    void knowsEveryHospitalOfTheRegistryInForceByItsIdAsText(String day, int hospitals, String vintage) {
        Rows ids = warehouse.rows(
                "select facility_id from warehouse.dim_organization where registry = 'cms' and " + validOn(day));

        assertThat(ids.list()).hasSize(hospitals);
        ids.assertEqual(
                Rows.ofFiles("select \"Facility ID\" as facility_id from "
                        + (vintage.equals("2022") ? REGISTRY_2022 : REGISTRY_2024)),
                "facility_id");
    }

    @Test
    void keepsLeadingZerosAndLettersOfIds() {
        assertThat(warehouse
                        .rows(
                                "select organization_id from mart.organization where facility_id in ('010001', '01014F') order by 1")
                        .list())
                .extracting(row -> row.get("organization_id"))
                .containsExactly("cms:010001", "cms:01014F");
    }

    @Test
    void closesWhatIsGoneAndOpensWhatIsNew() {
        assertThat(warehouse.rows("""
                                select facility_id, min(valid_from) as valid_from, max(valid_to) as valid_to
                                from warehouse.dim_organization where registry = 'cms'
                                group by facility_id having bool_and(valid_to is not null)""").list())
                .hasSize(147)
                .allMatch(row -> row.has("valid_from", FIRST) && row.has("valid_to", SECOND));
        assertThat(warehouse.rows("""
                                select facility_id, min(valid_from) as valid_from, max(valid_to) as valid_to
                                from warehouse.dim_organization where registry = 'cms'
                                group by facility_id having min(valid_from) > '2022-03-31'""").list())
                .hasSize(239)
                .allMatch(row -> row.has("valid_from", SECOND) && row.has("valid_to", ""));
    }

    @ParameterizedTest
    @CsvSource({"name, Facility Name", "ownership, Hospital Ownership"})
    void givesAHospitalThatChangedTwoVersions(String column, String header) {
        Rows changed = warehouse.rows("""
                select facility_id, earlier.%1$s as earlier, later.%1$s as later
                from warehouse.dim_organization as earlier
                join warehouse.dim_organization as later using (facility_id)
                where earlier.registry = 'cms' and earlier.valid_to = later.valid_from
                    and earlier.%1$s <> later.%1$s""".formatted(column));

        assertThat(changed.list()).isNotEmpty();
        changed.assertEqual(Rows.ofFiles("""
                        select earlier."Facility ID" as facility_id, trim(earlier."%1$s") as earlier,
                            trim(later."%1$s") as later
                        from %2$s as earlier join %3$s as later using ("Facility ID")
                        where trim(earlier."%1$s") <> trim(later."%1$s")""".formatted(header, REGISTRY_2022, REGISTRY_2024)), "facility_id");
    }

    @Test
    void meansOfDefinitelyRecommendByStateAreThoseOfTheFile() {
        Rows means = warehouse.rows("""
                select organization.state, count(*) as n, avg(value) as mean, sum(value * n) / sum(n) as weighted_mean
                from warehouse.fct_outcome as outcome
                join warehouse.dim_organization as organization using (organization_id)
                where measure_id = 'hcahps_recommend_top' and value is not null and outcome.known_until is null
                    and organization.valid_to is null
                group by organization.state""");

        assertThat(means.list()).hasSizeGreaterThan(50);
        means.assertEqual(Rows.ofFiles("""
                        select registry."State" as state, count(*) as n, avg(recommend_percent::double) as mean,
                            sum(recommend_percent::double * completed_surveys::bigint)
                                / sum(completed_surveys::bigint)::double as weighted_mean
                        from %s as survey join %s as registry on registry."Facility ID" = survey.facility_id
                        group by registry."State\"""".formatted(RECOMMEND, REGISTRY_2024)), "state");
    }

    @Test
    void everyHospitalOfTheSurveyHasItsPeriodAndUnit() {
        Rows.ofFiles("select count(*) as rows, count(*) as rows_with_n from " + RECOMMEND)
                .list()
                .forEach(file -> assertThat(warehouse
                                .rows("""
                                        select count(*) as rows, count(n) as rows_with_n, period_start, period_end, unit
                                        from warehouse.fct_outcome where measure_id = 'hcahps_recommend_top'
                                        group by period_start, period_end, unit""")
                                .single()
                                .join("|", "rows", "rows_with_n", "period_start", "period_end", "unit"))
                        .isEqualTo(file.join("|", "rows", "rows_with_n") + "|2024-01-01||top_box_pct"));
    }

    @ParameterizedTest
    @CsvSource({"national, Nation", "state, State", "ownership, Hospital Ownership", "type, Hospital Type"})
    void shownDistributionsAreThoseOfTheFile(String dimension, String header) {
        Rows groups = Rows.ofFiles("""
                select "%s" as peer_group, count(*) as n, min(value) as min, quantile_cont(value, 0.1) as p10,
                    quantile_cont(value, 0.25) as p25, quantile_cont(value, 0.5) as median,
                    quantile_cont(value, 0.75) as p75, quantile_cont(value, 0.9) as p90, max(value) as max,
                    avg(value) as mean, sum(value * weight) / sum(weight) as weighted_mean, stddev_samp(value) as sd
                from (select facility_id, recommend_percent::double as value, completed_surveys::double as weight
                    from %s) as survey
                join (select *, 'all' as "Nation" from %s) as registry on registry."Facility ID" = survey.facility_id
                group by 1""".formatted(header, RECOMMEND, REGISTRY_2024));
        Rows shown = warehouse.rows("select * from mart.peer_distribution where measure_id = 'hcahps_recommend_top'"
                + " and suppressed_reason is null and peer_dimension = '" + dimension + "'");
        Map<String, Row> shownGroups = shown.by("peer_group");

        assertThat(shown.list()).isNotEmpty();
        shown.assertEqual(groups.where(row -> shownGroups.containsKey(row.get("peer_group"))), "peer_group");
        assertThat(shown.list()).allMatch(row -> row.number("n") >= 11);
    }

    @ParameterizedTest
    @CsvSource({
        "nurses, Communication With Nurses",
        "doctors, Communication With Doctors",
        "staff, Responsiveness Of Hospital Staff",
        "transition, Care Transition",
        "medicines, Communication About Medicines",
        "environment, Cleanliness And Quietness Of Hospital Environment",
        "discharge, Discharge Information",
        "overall, Overall Rating Of Hospital"
    })
    void valueBasedPurchasingHasBothPeriodsAndItsUnits(String topic, String header) {
        Rows.ofFiles("""
                        select * from (values
                            ('hvbp_%1$s_baseline', '2019-01-01', '2019-12-31', 'top_box_pct', %2$s),
                            ('hvbp_%1$s_performance', '2022-01-01', '2022-12-31', 'top_box_pct', %3$s),
                            ('hvbp_%1$s_achievement', '2022-01-01', '2022-12-31', 'points', %4$s),
                            ('hvbp_%1$s_improvement', '2022-01-01', '2022-12-31', 'points', %5$s),
                            ('hvbp_%1$s_score', '2022-01-01', '2022-12-31', 'points', %6$s)
                        ) as file(measure_id, period_start, period_end, unit, sum)""".formatted(
                                topic,
                                sum(header + " Baseline Rate"),
                                sum(header + " Performance Rate"),
                                sum(header + " Achievement Points"),
                                sum(header + " Improvement Points"),
                                sum(header + " Dimension Score")))
                .list()
                .forEach(file -> {
                    Row loaded = warehouse
                            .rows(
                                    "select period_start, period_end, unit, count(value) || ' of ' || count(*) || ' give '"
                                            + " || round(sum(value)::numeric, 4) as sum from warehouse.fct_outcome"
                                            + " where measure_id = '" + file.get("measure_id") + "' group by 1, 2, 3")
                            .single();
                    assertThat(loaded.join(" ", "period_start", "period_end", "unit", "sum"))
                            .as(file.get("measure_id"))
                            .isEqualTo(file.join(" ", "period_start", "period_end", "unit", "sum"));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"oas_recommend_top", "oas_rating_linear"})
    void outpatientSurveyKeepsFootnotesAndGivesEveryMissingValueAReason(String measure) {
        String header = measure.equals("oas_recommend_top")
                ? "Patients who reported YES they would DEFINITELY recommend the facility to family or friends"
                : "Patients'' rating of the facility linear mean score";
        Rows loaded =
                warehouse.rows("select coalesce(footnotes, '') as footnotes, count(*) as rows, count(value) as values"
                        + " from warehouse.fct_outcome where measure_id = '" + measure + "' group by 1");

        loaded.assertEqual(
                Rows.ofFiles(
                        "select array_to_string(regexp_extract_all(coalesce(\"Footnote\", ''), '[0-9]+'), ';') as footnotes,"
                                + " count(*) as rows, count(try_cast(columns(name -> name = '" + header
                                + "') as double)) as values"
                                + " from " + OAS + " group by 1"),
                "footnotes");
        assertThat(warehouse.value("select count(*) from warehouse.fct_outcome where measure_id = '" + measure
                        + "' and (value is null) = (value_state = 'REPORTED')"))
                .isEqualTo("0");
    }

    @Test
    void everyVideoIsOnePost() {
        Rows posts =
                warehouse.rows("select split_part(post_id, ':', 2) as video_id, published_at from warehouse.fct_post");

        posts.assertEqual(
                Rows.ofFiles("select video_id, published_at::timestamptz as published_at from " + VIDEOS), "video_id");
        assertThat(warehouse.value("select deduplicated from ops.hop_count where hop = 'conform' and subject = 'post'"
                        + " and release_id = '2025-12-06.1'"))
                .isEqualTo("102");
    }

    @ParameterizedTest
    @CsvSource({"views, view_count, NOT_AVAILABLE", "likes, like_count, DISABLED", "comments, comment_count, DISABLED"})
    void aCounterThatIsNotAvailableIsNullWithAReason(String metric, String header, String state) {
        warehouse
                .rows(
                        "select split_part(post_id, ':', 2) as video_id, value, value_state from warehouse.fct_post_metric"
                                + " where metric = '" + metric + "'")
                .assertEqual(
                        Rows.ofFiles("select video_id, try_cast(" + header + " as bigint) as value, if(" + header
                                + " = 'NA', '" + state + "', 'REPORTED') as value_state from " + VIDEOS),
                        "video_id");
    }

    @Test
    void noFacilityGivesItsBedsToTwoHospitals() {
        Row beds = warehouse.rows("""
                        select count(directory_id) as matched, count(distinct directory_id) as facilities
                        from mart.organization where bed_match = 'MATCHED'""").single();

        assertThat(beds.number("matched")).isGreaterThan(4000).isEqualTo(beds.number("facilities"));
    }

    private static String csv(String file) {
        return "read_csv('" + Installation.PUBLIC_DATA.resolve(file)
                + "', all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"', parallel = false)";
    }

    /** How many values a column of the value-based purchasing file has, of how many rows, and their sum. */
    private static String sum(String header) {
        return ("(select count(value) || ' of ' || count(*) || ' give ' || sum(value) from"
                        + " (select try_cast(regexp_extract(\"%s\", '^[0-9.]+') as decimal(18, 4)) as value from %s))")
                .formatted(header, HVBP);
    }

    private static String validOn(String day) {
        return "valid_from <= '" + day + "' and coalesce(valid_to, 'infinity') > '" + day + "'";
    }
}
