package org.carebench.jobs.source.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.LinkEvidence;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.Reading.Rejection;
import org.carebench.jobs.source.SourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SproutProfilesTest {

    private final SproutProfiles format = new SproutProfiles();
    private final SourceTable profiles = SourceTable.of(
                    "Date",
                    "Network Type",
                    "Profile Name",
                    "Network ID",
                    "Profile ID",
                    "Lifetime Followers Count",
                    "Net Follower Growth",
                    "Published Posts",
                    "Impressions",
                    "Engagement Rate (per Impression)")
            .withDefault("Date", "06-20-2024")
            .withDefault("Network Type", "facebook")
            .withDefault("Profile Name", "Tauberg General")
            .withDefault("Network ID", "100000000000001")
            .withDefault("Profile ID", "6000001")
            .withDefault("Lifetime Followers Count", "12,345")
            .withDefault("Net Follower Growth", "-3")
            .withDefault("Published Posts", "4")
            .withDefault("Impressions", "500")
            .withDefault("Engagement Rate (per Impression)", "2.5%");

    private final Path folder;

    SproutProfilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsTheAudienceOfAnAccountAndWhoseItIs() {
        profiles.row("Profile Name", "'@Tauberg");

        assertThat(read(profiles).records())
                .containsExactly(
                        link("cms:990001"),
                        link("cms:990003"),
                        new AccountSnapshot(
                                "facebook:100000000000001",
                                Instant.parse("2024-06-20T00:00:00Z"),
                                "facebook",
                                null,
                                "@Tauberg",
                                AccountStatus.UNKNOWN,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                reported(12_345, "facebook.followers.v1"),
                                notExported("following"),
                                notExported("posts"),
                                notExported("views_total"),
                                notExported("ratings"),
                                notExported("rating_hundredths"),
                                Reading.SOURCE_ID,
                                2));
    }

    private static AccountLink link(String organizationId) {
        return new AccountLink(
                "facebook:100000000000001",
                organizationId,
                "facebook",
                "@Tauberg",
                LinkEvidence.CANDIDATE,
                Reading.AS_OF,
                Reading.SOURCE_ID,
                2);
    }

    @Test
    void readsOneObservationPerDay() {
        profiles.row().row("Date", "06-21-2024", "Lifetime Followers Count", "12,350");

        assertThat(read(profiles).records(AccountLink.class)).hasSize(2);
        assertThat(read(profiles).records(AccountSnapshot.class))
                .extracting(
                        AccountSnapshot::observedAt,
                        snapshot -> snapshot.followers().value())
                .containsExactly(
                        tuple(Instant.parse("2024-06-20T00:00:00Z"), 12_345L),
                        tuple(Instant.parse("2024-06-21T00:00:00Z"), 12_350L));
    }

    @ParameterizedTest
    @CsvSource({"Followers, Profile, Network", "Audience, Profile Name, Network Type"})
    void readsReportsWithOtherColumnsAsOfTheDateOfTheFile(String followers, String profile, String network) {
        SourceTable table = SourceTable.of(network, profile, followers, "Following")
                .row(network, "Instagram", profile, "@tauberg.general", followers, "7", "Following", "N/A");

        assertThat(read(table).records(AccountSnapshot.class)).singleElement().satisfies(snapshot -> {
            assertThat(snapshot.accountId()).isEqualTo("instagram:@tauberg.general");
            assertThat(snapshot.observedAt()).isEqualTo(Instant.parse("2024-07-01T00:00:00Z"));
            assertThat(snapshot.followers()).isEqualTo(reported(7, "instagram.followers.v1"));
            assertThat(snapshot.following())
                    .isEqualTo(Measure.missing(MeasureState.NOT_AVAILABLE, "instagram.following.v1"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "YouTube, Tauberg Video, youtube:UCinvented000000000000001",
        "fb_instagram_account, TAUBERG.general, instagram:@tauberg.general"
    })
    void doesNotTakeSproutsOwnIdForThePlatforms(String network, String name, String accountId) {
        profiles.row("Network Type", network, "Profile Name", name, "Network ID", "");

        assertThat(read(profiles).records(AccountSnapshot.class))
                .extracting(AccountSnapshot::accountId)
                .containsExactly(accountId);
    }

    @Test
    void takesTheProfileIdWhereTheCrosswalkKnowsIt() {
        SourceTable table = SourceTable.of("Network", "Profile", "Profile ID", "Followers")
                .row("Network", "Facebook", "Profile", "Other", "Profile ID", "100000000000001", "Followers", "7");

        assertThat(read(table).records(AccountSnapshot.class))
                .extracting(AccountSnapshot::accountId)
                .containsExactly("facebook:100000000000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "N/A"})
    void takesAMissingAudienceForNotAvailable(String text) {
        profiles.row("Lifetime Followers Count", text);

        assertThat(read(profiles).records(AccountSnapshot.class))
                .extracting(AccountSnapshot::followers)
                .containsExactly(Measure.missing(MeasureState.NOT_AVAILABLE, "facebook.followers.v1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Date                     | 20-06-2024  | Date                     | UNREADABLE_VALUE
                    Date                     | 06-2024     | Date                     | UNREADABLE_VALUE
                    Date                     | 07-02-2024  | Date                     | VALUE_OUT_OF_RANGE
                    Date                     | ''          | Date                     | MISSING_VALUE
                    Network Type             | Orkut       | Network                  | VALUE_OUT_OF_RANGE
                    Network Type             | ''          | Network                  | MISSING_VALUE
                    Profile Name             | ''          | Profile                  | MISSING_VALUE
                    Network ID               | 1E+14       | Network ID               | INVALID_ID
                    Network ID               | 100,000     | Network ID               | INVALID_ID
                    Network ID               | 99          | Profile                  | UNKNOWN_ORGANIZATION
                    Lifetime Followers Count | 12.3K       | Lifetime Followers Count | UNREADABLE_VALUE
                    Lifetime Followers Count | 2%          | Lifetime Followers Count | UNREADABLE_VALUE
                    """)
    void rejectsARowWithAnUnreadableValue(String column, String value, String named, ProblemCode code) {
        profiles.row(column, value);

        assertThat(read(profiles).records()).isEmpty();
        assertThat(read(profiles).rejections())
                .extracting(Rejection::line, Rejection::code, Rejection::column)
                .containsExactly(tuple(2L, code, named));
    }

    @Test
    void namesNoAccountOutsideTheCrosswalkInAProblem() {
        profiles.row("Network ID", "99", "Profile Name", "Somebody");

        assertThat(read(profiles).rejections())
                .extracting(Rejection::sentence)
                .containsExactly(
                        "Column 'Profile' names an account that reference 'accounts' gives to no provider, so that"
                                + " it is not stored");
    }

    @Test
    void rejectsASecondRowOfAnAccountAndDay() {
        profiles.row().row("Lifetime Followers Count", "1");

        assertThat(read(profiles).rejections())
                .extracting(Rejection::line, Rejection::code, Rejection::column)
                .containsExactly(tuple(3L, ProblemCode.DUPLICATE_ID, "Profile"));
    }

    private Reading read(SourceTable table) {
        return Exports.read(format, folder, table);
    }

    private static Measure reported(long value, String definition) {
        return Measure.reported(value, Precision.EXACT, definition);
    }

    private static Measure notExported(String counter) {
        return Measure.missing(MeasureState.NOT_IN_SOURCE, "facebook." + counter + ".v1");
    }
}
