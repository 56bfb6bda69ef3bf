package org.carebench.spark.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.carebench.spark.LandingRecords.BIRCH;
import static org.carebench.spark.LandingRecords.OBSERVED;
import static org.carebench.spark.LandingRecords.account;
import static org.carebench.spark.LandingRecords.discussion;
import static org.carebench.spark.LandingRecords.facility;
import static org.carebench.spark.LandingRecords.insight;
import static org.carebench.spark.LandingRecords.interaction;
import static org.carebench.spark.LandingRecords.link;
import static org.carebench.spark.LandingRecords.liveAccount;
import static org.carebench.spark.LandingRecords.livePost;
import static org.carebench.spark.LandingRecords.liveReview;
import static org.carebench.spark.LandingRecords.organization;
import static org.carebench.spark.LandingRecords.outcome;
import static org.carebench.spark.LandingRecords.post;
import static org.carebench.spark.LandingRecords.review;
import static org.carebench.spark.LandingRecords.rosterLink;
import static org.carebench.spark.LandingRecords.tombstone;
import static org.carebench.spark.LandingRecords.trait;
import static org.carebench.spark.TestSession.rows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.groups.Tuple;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.AccountInsight;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.Discussion;
import org.carebench.contract.dataset.Facility;
import org.carebench.contract.dataset.Interaction;
import org.carebench.contract.dataset.LinkEvidence;
import org.carebench.contract.dataset.Organization;
import org.carebench.contract.dataset.OrganizationTrait;
import org.carebench.contract.dataset.Outcome;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Review;
import org.carebench.contract.lake.BedBand;
import org.carebench.contract.lake.SourceRead;
import org.carebench.contract.lake.StateGeography;
import org.carebench.spark.LandingRecords.TraitRow;
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
    void placesProvidersByTheirState() {
        Dataset<Row> organizations = rows(
                Organization.class,
                organization("1", BIRCH),
                organization("2", BIRCH.in("PR")),
                organization("3", BIRCH.in("ZZ")),
                organization("4", BIRCH.in(null)),
                organization("5", BIRCH, "GB", null, 6));

        Dataset<Row> placed = Organizations.withGeography(
                organizations,
                List.of(
                        new StateGeography("AL", "SOUTH", "America/Chicago"),
                        new StateGeography("PR", "TERRITORIES", "America/Puerto_Rico")));

        assertThat(text(placed.select("facility_id", "region", "time_zone")))
                .containsExactlyInAnyOrder(
                        "1 SOUTH America/Chicago",
                        "2 TERRITORIES America/Puerto_Rico",
                        "3 null null",
                        "4 null null",
                        "5 null null");
    }

    @Test
    void takesEachTraitFromTheNewestSourceThatSaysIt() {
        LocalDate older = LocalDate.of(2023, 1, 1);
        LocalDate newer = LocalDate.of(2024, 1, 1);

        assertThat(traits(
                        trait("1", "ahrq", older)
                                .system("ahrq:S1")
                                .teaching(true)
                                .beds(100),
                        trait("1", "pos", newer).teaching(false).rural(true),
                        trait("2", "pos", newer)))
                .containsExactlyInAnyOrder(
                        "cms:1 ahrq:S1 false true 100 MATCHED_BY_NUMBER null",
                        "cms:2 null null null null NO_MATCH null",
                        "cms:3 null null null null NO_MATCH null");
    }

    @Test
    void takesTheSourceThatComesFirstByIdAmongThoseOfOneDate() {
        LocalDate date = LocalDate.of(2024, 1, 1);

        assertThat(traits(
                        trait("1", "b", date).system("x:b").rural(false).beds(7),
                        trait("1", "a", date).system("x:a").rural(true)))
                .contains("cms:1 x:a null true 7 MATCHED_BY_NUMBER null");
    }

    @Test
    void letsANewerSourceThatKnowsOfNoSystemOverruleAnOlderOneButNotOneThatSaysNothing() {
        LocalDate older = LocalDate.of(2023, 1, 1);
        LocalDate newer = LocalDate.of(2024, 1, 1);

        assertThat(traits(
                        trait("1", "a", older).system("x:1"),
                        trait("1", "b", newer).independent(),
                        trait("2", "a", older).system("x:2"),
                        trait("2", "b", newer),
                        trait("3", "a", older).independent(),
                        trait("3", "b", newer).system("x:3")))
                .containsExactlyInAnyOrder(
                        "cms:1 null null null null NO_MATCH null",
                        "cms:2 x:2 null null null NO_MATCH null",
                        "cms:3 x:3 null null null NO_MATCH null");
    }

    /** What the sources make of three providers that the directory does not know. */
    private static List<String> traits(TraitRow... said) {
        Dataset<Row> organizations = Stream.of("1", "2", "3")
                .map(id -> rows(Organization.class, organization(id, BIRCH)))
                .reduce(Dataset::union)
                .orElseThrow()
                .selectExpr("*", "cast(null as int) as beds", "'NO_MATCH' as bed_match")
                .selectExpr("*", "cast(null as string) as directory_id");
        OrganizationTrait[] records = Stream.of(said).map(TraitRow::record).toArray(OrganizationTrait[]::new);
        return text(Traits.with(organizations, rows(OrganizationTrait.class, records))
                .select(
                        "organization_id",
                        "system_id",
                        "is_teaching",
                        "is_rural",
                        "beds",
                        "bed_match",
                        "directory_id"));
    }

    @Test
    void takesBedsByNumberOnlyWhereTheDirectoryHasNone() {
        LocalDate date = LocalDate.of(2024, 1, 1);
        Dataset<Row> organizations = rows(
                Organization.class,
                organization("matched", BIRCH),
                organization("without", BIRCH.in("GA")),
                organization("ambiguous", BIRCH.in("TX")),
                organization("nowhere", BIRCH.in("NY")),
                organization("unknown", BIRCH.in("MT")));
        Dataset<Row> facilities = rows(
                Facility.class,
                facility("a", BIRCH, 120),
                facility("b", BIRCH.in("GA"), null),
                facility("c", BIRCH.in("TX"), 1),
                facility("d", BIRCH.in("TX"), 2));
        Dataset<Row> traits = rows(
                OrganizationTrait.class,
                trait("matched", "a", date).beds(1).record(),
                trait("without", "a", date).beds(2).record(),
                trait("ambiguous", "a", date).beds(3).record(),
                trait("nowhere", "a", date).beds(4).record(),
                trait("elsewhere", "a", date).beds(5).record());

        Dataset<Row> beds = Traits.with(
                Organizations.withBeds(organizations, facilities, FacilityMatch.match(organizations, facilities)),
                traits);

        assertThat(text(beds.select("organization_id", "bed_match", "beds", "directory_id")))
                .containsExactlyInAnyOrder(
                        "cms:matched MATCHED 120 hifld:a",
                        "cms:without MATCHED_BY_NUMBER 2 null",
                        "cms:ambiguous MATCHED_BY_NUMBER 3 null",
                        "cms:nowhere MATCHED_BY_NUMBER 4 null",
                        "cms:unknown NO_MATCH null null");
    }

    @Test
    void prefersTheVerifiedLink() {
        Dataset<Row> links = rows(
                AccountLink.class,
                link("birch", "cms:1", LinkEvidence.CANDIDATE, 2),
                link("birch", "cms:1", LinkEvidence.VERIFIED, 3),
                link("birch", "cms:2", LinkEvidence.CANDIDATE, 4));

        assertThat(text(Accounts.accounts(links, rows(AccountSnapshot.class))
                        .select("account_id", "organization_id", "evidence", "handle", "status")))
                .containsExactlyInAnyOrder(
                        "youtube:birch cms:1 VERIFIED null UNKNOWN", "youtube:birch cms:2 CANDIDATE null UNKNOWN");
    }

    @Test
    void takesTheNewestLinkAndTheHandleAndStatusOfTheLatestObservation() {
        LocalDate night = LocalDate.of(2025, 12, 6);
        Dataset<Row> links = rows(
                AccountLink.class,
                rosterLink("bluesky:birch", "cms:1", night.minusDays(1)),
                renamed(rosterLink("bluesky:birch", "cms:1", night), "Birch Clinic"));
        Dataset<Row> snapshots = rows(
                AccountSnapshot.class,
                liveAccount("bluesky:birch", OBSERVED.minusSeconds(86_400), "birch.example", AccountStatus.ACTIVE, 90),
                liveAccount("bluesky:birch", OBSERVED, "clinic.example", AccountStatus.RENAMED, 91));

        assertThat(text(Accounts.accounts(links, snapshots)
                        .select("account_id", "display_name", "evidence", "handle", "status")))
                .containsExactly("bluesky:birch Birch Clinic CANDIDATE clinic.example RENAMED");
    }

    private static AccountLink renamed(AccountLink link, String displayName) {
        return new AccountLink(
                link.accountId(),
                link.organizationId(),
                link.platform(),
                displayName,
                LinkEvidence.CANDIDATE,
                link.sourceAsOf(),
                link.sourceId(),
                link.sourceLine());
    }

    @Test
    void keepsTheLatestObservationOfAnAccountOnEachDay() {
        Dataset<Row> snapshots = rows(
                AccountSnapshot.class,
                account("birch", OBSERVED.minusSeconds(1), 80),
                account("birch", OBSERVED, 100),
                account("birch", OBSERVED.plusSeconds(60), 90));

        assertThat(text(Accounts.accountDays(snapshots).select("account_id", "observed_on", "followers", "posts")))
                .containsExactlyInAnyOrder("youtube:birch 2025-12-05 80 null", "youtube:birch 2025-12-06 90 null");
    }

    @Test
    void breaksTiesByContentAndNotByTheOrderOfRows() {
        AccountSnapshot one = account("birch", OBSERVED, 80);
        AccountSnapshot other = account("birch", OBSERVED, 90);

        assertThat(text(Accounts.accountDays(rows(AccountSnapshot.class, one, other))
                        .select("followers")))
                .containsExactly("80")
                .isEqualTo(text(Accounts.accountDays(rows(AccountSnapshot.class, other, one))
                        .select("followers")));
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
        assertThat(text(Posts.metrics(snapshots).select("post_id", "metric", "value", "value_state")))
                .containsExactlyInAnyOrder(
                        "youtube:old views 5 REPORTED",
                        "youtube:old likes 3 REPORTED",
                        "youtube:old comments null DISABLED",
                        "youtube:views views 7 REPORTED",
                        "youtube:views likes 3 REPORTED",
                        "youtube:views comments null DISABLED");
    }

    @Test
    void keepsTheMetricsThatAnObservationCarriesAndNoOthers() {
        Dataset<Row> snapshots = rows(
                PostSnapshot.class,
                livePost("bluesky:1", PostKind.ORIGINAL, OBSERVED.minusSeconds(60), 4L),
                livePost("bluesky:1", PostKind.ORIGINAL, OBSERVED, 6L),
                tombstone("bluesky:2", OBSERVED));

        assertThat(text(Posts.metrics(snapshots).select("metric", "value", "value_state", "observed_at")))
                .containsExactlyInAnyOrder(
                        "likes 6 REPORTED " + OBSERVED,
                        "comments 2 REPORTED " + OBSERVED,
                        "likes null NOT_AVAILABLE " + OBSERVED,
                        "comments null NOT_AVAILABLE " + OBSERVED);
    }

    @Test
    void keepsWhatWasSeenOfAPostThatIsGone() {
        Instant earlier = OBSERVED.minusSeconds(60);
        Dataset<Row> snapshots = rows(
                PostSnapshot.class,
                livePost("bluesky:1", PostKind.ORIGINAL, earlier, 4L),
                tombstone("bluesky:1", OBSERVED),
                tombstone("bluesky:2", earlier),
                livePost("bluesky:2", PostKind.ORIGINAL, OBSERVED, 5L),
                tombstone("bluesky:3", OBSERVED));

        assertThat(text(Posts.posts(snapshots).select("post_id", "text", "content_form", "is_removed")))
                .containsExactlyInAnyOrder(
                        "bluesky:1 Text of bluesky:1 IMAGE true",
                        "bluesky:2 Text of bluesky:2 IMAGE false",
                        "bluesky:3 null null true");
    }

    @Test
    void takesAMetricFromTheLatestObservationThatCarriesIt() {
        Dataset<Row> snapshots = rows(
                PostSnapshot.class,
                post("1", null, OBSERVED.minusSeconds(60), "flu", 10L, 2),
                livePost("youtube:1", PostKind.ORIGINAL, OBSERVED, 4L));

        assertThat(text(Posts.metrics(snapshots).select("metric", "value", "observed_at")))
                .containsExactlyInAnyOrder(
                        "views 10 " + OBSERVED.minusSeconds(60), "likes 4 " + OBSERVED, "comments 2 " + OBSERVED);
    }

    @Test
    void keepsTheLatestObservationOfWhatPlatformsShowAgain() {
        Instant earlier = OBSERVED.minusSeconds(86_400);
        LocalDate day = LocalDate.of(2025, 12, 4);

        assertThat(text(Observations.interactions(rows(
                                Interaction.class,
                                interaction("bluesky:r", "bluesky:birch", earlier, "Thank you", 1),
                                interaction("bluesky:r", "bluesky:birch", OBSERVED, "Thank you!", 2),
                                interaction("bluesky:r", "bluesky:elm", earlier, "Thank you", 1)))
                        .select("interaction_id", "account_id", "text", "likes")))
                .containsExactlyInAnyOrder("bluesky:r bluesky:birch Thank you! 2", "bluesky:r bluesky:elm Thank you 1");
        assertThat(text(Observations.discussions(rows(
                                Discussion.class,
                                discussion("bluesky:d", "waits", OBSERVED, 5),
                                discussion("bluesky:d", "waits", earlier, 4),
                                discussion("bluesky:d", "fees", earlier, 4)))
                        .select("discussion_id", "search_id", "likes")))
                .containsExactlyInAnyOrder("bluesky:d waits 5", "bluesky:d fees 4");
        assertThat(text(Observations.insights(rows(
                                AccountInsight.class,
                                insight("instagram:b", day, earlier, null),
                                insight("instagram:b", day, OBSERVED, 70L)))
                        .select("account_id", "metric", "day", "value", "value_state")))
                .containsExactly("instagram:b reach 2025-12-04 70 REPORTED");
        assertThat(text(Observations.reviews(rows(
                                Review.class,
                                liveReview("google:1", "cms:1", earlier, 5),
                                liveReview("google:1", "cms:1", OBSERVED, 2),
                                review("f", "cms:1", 2)))
                        .select("review_id", "rating")))
                .containsExactlyInAnyOrder("google:1 2", "nhs-feedback:f null");
    }

    @Test
    void raisesOneProblemPerRowThatNamesAnUnknownProvider() {
        Dataset<Row> links = rows(AccountLink.class, link("birch", "cms:gone", LinkEvidence.CANDIDATE, 2));
        Dataset<Row> earlierLinks =
                rows(AccountLink.class, rosterLink("bluesky:birch", "cms:gone", LocalDate.of(2025, 12, 5)));
        Landing landing = new Landing(
                rows(Organization.class, organization("1", BIRCH)),
                rows(Facility.class),
                rows(OrganizationTrait.class),
                links.union(earlierLinks),
                links,
                rows(AccountSnapshot.class),
                rows(PostSnapshot.class),
                rows(Interaction.class),
                rows(Discussion.class),
                rows(AccountInsight.class),
                rows(
                        Review.class,
                        review("r", "nhs-feedback:gone", 3),
                        liveReview("google:1", "cms:gone", OBSERVED, 5)),
                rows(
                        Outcome.class,
                        outcome("cms:1", 70.0, 300L, 2),
                        outcome("cms:gone", 70.0, 300L, 3),
                        outcome("cms:gone", 80.0, 300L, 3)),
                rows(AccountCoverage.class),
                rows(Problem.class));

        Dataset<Row> problems = problems().unknownOrganizations(landing);

        assertThat(text(problems.select(
                        "source_id", "file", "line", "code", "organization_id", "account_id", "is_rejected")))
                .containsExactlyInAnyOrder(
                        "youtube-crosswalk youtube-crosswalk.csv 2 UNKNOWN_ORGANIZATION cms:gone youtube:birch false",
                        "nhs-feedback nhs-feedback.csv 3 UNKNOWN_ORGANIZATION nhs-feedback:gone null false",
                        "cms-hcahps-recommend cms-hcahps-recommend.csv 3 UNKNOWN_ORGANIZATION cms:gone null false");
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
                                        + " none gives its beds"),
                        contested(18),
                        contested(19));
    }

    private static Tuple contested(long line) {
        return tuple(
                line,
                ProblemCode.AMBIGUOUS_MATCH.name(),
                "Cannot tell whose facility it is: the 1 that agrees best agrees as well with another provider;"
                        + " it gives its beds to neither");
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
