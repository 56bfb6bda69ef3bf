package org.carebench.spark.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.carebench.spark.LandingRecords.BIRCH;
import static org.carebench.spark.LandingRecords.OBSERVED;
import static org.carebench.spark.LandingRecords.account;
import static org.carebench.spark.LandingRecords.facility;
import static org.carebench.spark.LandingRecords.link;
import static org.carebench.spark.LandingRecords.organization;
import static org.carebench.spark.LandingRecords.outcome;
import static org.carebench.spark.LandingRecords.post;
import static org.carebench.spark.LandingRecords.review;
import static org.carebench.spark.TestSession.rows;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.groups.Tuple;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.Facility;
import org.carebench.contract.dataset.LinkEvidence;
import org.carebench.contract.dataset.Organization;
import org.carebench.contract.dataset.Outcome;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Review;
import org.carebench.contract.lake.BedBand;
import org.carebench.contract.lake.SourceRead;
import org.junit.jupiter.api.Test;

class ConformTest {

    @Test
    void takesBedsFromTheMatchAndSaysWhyThereAreNone() {
        Dataset<Row> organizations = rows(
                Organization.class,
                organization("matched", BIRCH),
                organization("without", BIRCH.in("GA")),
                organization("ambiguous", BIRCH.in("TX")),
                organization("nowhere", BIRCH.in("NY")),
                organization("abroad", BIRCH, "GB", null, 6));
        Dataset<Row> facilities = rows(
                Facility.class,
                facility("a", BIRCH, 120),
                facility("b", BIRCH.in("GA"), null),
                facility("c", BIRCH.in("TX"), 1),
                facility("d", BIRCH.in("TX"), 2));

        assertThat(beds(organizations, facilities))
                .containsExactlyInAnyOrder(
                        "cms:matched MATCHED 120 hifld:a",
                        "cms:without MATCHED_WITHOUT_BEDS null hifld:b",
                        "cms:ambiguous AMBIGUOUS null null",
                        "cms:nowhere NO_MATCH null null",
                        "cms:abroad NO_DIRECTORY null null");
        assertThat(beds(organizations, rows(Facility.class)))
                .hasSize(5)
                .allMatch(row -> row.endsWith("NO_DIRECTORY null null"));
    }

    private static List<String> beds(Dataset<Row> organizations, Dataset<Row> facilities) {
        Dataset<Row> matches = FacilityMatch.match(organizations, facilities);
        return text(Organizations.withBeds(organizations, facilities, matches)
                .select("organization_id", "bed_match", "beds", "directory_id"));
    }

    @Test
    void putsBedsAndOwnershipIntoTheirClasses() {
        Dataset<Row> organizations = rows(
                        Organization.class,
                        organization("1", BIRCH, "US", "Proprietary", 2),
                        organization("2", BIRCH, "US", "Tribal", 3),
                        organization("3", BIRCH, "US", null, 4))
                .selectExpr("*", "case facility_id when '1' then 49 when '2' then 50 end as beds");

        Dataset<Row> classified = organizations
                .transform(rows -> Organizations.withBedBand(
                        rows, List.of(new BedBand("0-49", 0, 49), new BedBand("50+", 50, Integer.MAX_VALUE))))
                .transform(rows -> Organizations.withOwnershipGroup(rows, Map.of("Proprietary", "FOR_PROFIT")));

        assertThat(text(classified.select("facility_id", "bed_band", "ownership_group")))
                .containsExactlyInAnyOrder("1 0-49 FOR_PROFIT", "2 50+ null", "3 null null");
    }

    @Test
    void prefersTheVerifiedLink() {
        Dataset<Row> links = rows(
                AccountLink.class,
                link("birch", "cms:1", LinkEvidence.CANDIDATE, 2),
                link("birch", "cms:1", LinkEvidence.VERIFIED, 3),
                link("birch", "cms:2", LinkEvidence.CANDIDATE, 4));

        assertThat(text(Accounts.accounts(links).select("account_id", "organization_id", "evidence")))
                .containsExactlyInAnyOrder("youtube:birch cms:1 VERIFIED", "youtube:birch cms:2 CANDIDATE");
    }

    @Test
    void keepsTheLatestObservationOfAnAccount() {
        Dataset<Row> snapshots = rows(
                AccountSnapshot.class,
                account("birch", OBSERVED.minusSeconds(60), 100),
                account("birch", OBSERVED, 90));

        assertThat(text(Accounts.accountDays(snapshots).select("account_id", "followers", "posts")))
                .containsExactly("youtube:birch 90 null");
    }

    @Test
    void keepsEachPostOnceWithAllItsTopics() {
        Dataset<Row> snapshots = rows(
                PostSnapshot.class,
                post("old", null, OBSERVED.minusSeconds(60), "a", 900L, 2),
                post("old", null, OBSERVED, "b", 5L, 3),
                post("views", null, OBSERVED, "flu", null, 4),
                post("views", null, OBSERVED, "cold", 7L, 5),
                post("views", null, OBSERVED, "flu", 7L, 6));

        assertThat(text(Posts.posts(snapshots).select("post_id", "source_topics", "source_line")))
                .containsExactlyInAnyOrder("youtube:old a;b 3", "youtube:views cold;flu 5");
        assertThat(text(Posts.metrics(Posts.chosen(snapshots)).select("post_id", "metric", "value", "value_state")))
                .containsExactlyInAnyOrder(
                        "youtube:old views 5 REPORTED",
                        "youtube:old likes 3 REPORTED",
                        "youtube:old comments null DISABLED",
                        "youtube:views views 7 REPORTED",
                        "youtube:views likes 3 REPORTED",
                        "youtube:views comments null DISABLED");
    }

    @Test
    void raisesOneProblemPerRowThatNamesAnUnknownProvider() {
        Landing landing = new Landing(
                rows(Organization.class, organization("1", BIRCH)),
                rows(Facility.class),
                rows(AccountLink.class, link("birch", "cms:gone", LinkEvidence.CANDIDATE, 2)),
                rows(AccountSnapshot.class),
                rows(PostSnapshot.class),
                rows(Review.class, review("r", "nhs-feedback:gone", 3)),
                rows(
                        Outcome.class,
                        outcome("cms:1", 70.0, 300L, 2),
                        outcome("cms:gone", 70.0, 300L, 3),
                        outcome("cms:gone", 80.0, 300L, 3)),
                rows(Problem.class));

        Dataset<Row> problems = problems().unknownOrganizations(landing);

        assertThat(text(problems.select("source_id", "file", "line", "code", "organization_id", "is_rejected")))
                .containsExactlyInAnyOrder(
                        "youtube-crosswalk youtube-crosswalk.csv 2 UNKNOWN_ORGANIZATION cms:gone false",
                        "nhs-feedback nhs-feedback.csv 3 UNKNOWN_ORGANIZATION nhs-feedback:gone false",
                        "cms-hcahps-recommend cms-hcahps-recommend.csv 3 UNKNOWN_ORGANIZATION cms:gone false");
    }

    @Test
    void raisesAProblemForAnUndecidedMatchWithTheNumberOfCandidates() {
        Dataset<Row> organizations = rows(
                Organization.class,
                organization("1", BIRCH, "US", null, 17),
                organization("2", BIRCH.in("TX"), "US", null, 18),
                organization("3", BIRCH.in("TX"), "US", null, 19));
        Dataset<Row> facilities = rows(
                Facility.class, facility("a", BIRCH, 1), facility("b", BIRCH, 2), facility("c", BIRCH.in("TX"), 3));

        Dataset<Row> problems =
                problems().ambiguousMatches(organizations, FacilityMatch.match(organizations, facilities));

        assertThat(problems.select("line", "code", "message").collectAsList())
                .extracting(row -> row.getLong(0), row -> row.getString(1), row -> row.getString(2))
                .containsExactlyInAnyOrder(
                        tuple(
                                17L,
                                ProblemCode.AMBIGUOUS_MATCH.name(),
                                "Cannot tell which facility is meant: 2 of the directory agree equally well;"
                                        + " beds stay unknown"),
                        contested(18),
                        contested(19));
    }

    private static Tuple contested(long line) {
        return tuple(
                line,
                ProblemCode.AMBIGUOUS_MATCH.name(),
                "Cannot tell whose facility it is: the 1 that agrees best agrees as well with another provider;"
                        + " beds stay unknown");
    }

    private static Problems problems() {
        return new Problems(List.of(
                source("cms-hospitals"),
                source("youtube-crosswalk"),
                source("nhs-feedback"),
                source("cms-hcahps-recommend")));
    }

    private static SourceRead source(String id) {
        return new SourceRead(id, "any", "csv", id + ".csv", "00", "2024-07-01", 1, 1, 0);
    }

    private static List<String> text(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(row -> row.mkString(" ")).toList();
    }
}
