package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.e2e.LiveNights.FIRST;
import static org.carebench.e2e.LiveNights.SECOND;
import static org.carebench.e2e.LiveNights.THIRD;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What nights over the simulator land is what is true in its world, as far as the platforms let it be read. */
class LiveNightIT {

    private static final Once<Oracle> FIRST_NIGHT =
            new Once<>(() -> Oracle.ofFirst(LiveNights.plain().home(), FIRST));
    private static final Once<Oracle> SECOND_NIGHT =
            new Once<>(() -> Oracle.ofNext(LiveNights.plain().home(), SECOND, FIRST));
    private static final Once<Oracle> THIRD_NIGHT =
            new Once<>(() -> Oracle.ofNext(LiveNights.plain().home(), THIRD, SECOND));

    @Test
    void everyPlatformIsReadSoThatTheComparisonsMeanSomething() {
        List<String> datasets = List.of("account_snapshot", "post_snapshot", "interaction", "review");

        assertThat(FIRST_NIGHT
                        .get()
                        .rows("select distinct platform from account_snapshot")
                        .list())
                .hasSize(9);
        assertThat(FIRST_NIGHT
                        .get()
                        .rows("select distinct platform from post_snapshot")
                        .list())
                .hasSize(8);
        for (String dataset : datasets) {
            assertThat(FIRST_NIGHT
                            .get()
                            .rows("select 1 from " + dataset + " limit 100")
                            .list())
                    .as(dataset)
                    .hasSize(100);
        }
    }

    @Test
    void accountsAndTheirCountersAreTheWorlds() {
        FIRST_NIGHT.get().assertLanded("account", "account_id");
    }

    @Test
    void postsTheirTextsAndCountersAreTheWorlds() {
        FIRST_NIGHT.get().assertLanded("post", "post_id");
    }

    @Test
    void interactionsAreTheWorlds() {
        FIRST_NIGHT.get().assertLanded("interaction", "interaction_id");
        FIRST_NIGHT.get().assertLanded("anonymous_interaction", "post_id", "published_at");
    }

    @Test
    void nothingLandsTwice() {
        assertThat(FIRST_NIGHT.get().rows("from landed_twice").list()).isEmpty();
        assertThat(SECOND_NIGHT.get().rows("from landed_twice").list()).isEmpty();
        assertThat(THIRD_NIGHT.get().rows("from landed_twice").list()).isEmpty();
    }

    @Test
    void reviewsAndTheirRepliesAreTheWorlds() {
        FIRST_NIGHT.get().assertLanded("review", "review_id");
    }

    @Test
    void whatCannotBeReadIsListedWithItsReason() {
        FIRST_NIGHT.get().assertLanded("loss", "platform", "organization_id");
    }

    @Test
    void everyFamilyOfEveryAccountIsAccountedFor() {
        FIRST_NIGHT.get().assertLanded("family", "platform", "organization_id", "family");
        assertThat(FIRST_NIGHT
                        .get()
                        .rows("from account_coverage where state not in ('COMPLETE', 'NOT_DUE') and reason is null")
                        .list())
                .isEmpty();
    }

    @Test
    void theNextNightLandsWhatIsNewAndWhatIsDueAgain() {
        SECOND_NIGHT.get().assertLanded("account", "account_id");
        SECOND_NIGHT.get().assertSame("expected_post_again", "landed_post", "post_id");
        assertThat(SECOND_NIGHT.get().rows("from landed_post").list())
                .as("posts of the second night")
                .hasSizeLessThan(
                        FIRST_NIGHT.get().rows("from landed_post").list().size() / 3);
    }

    @Test
    void theNextNightReadsCommentsWhereTheirNumberChanged() {
        assertThat(SECOND_NIGHT.get().rows("from missing_interaction_again").list())
                .isEmpty();
    }

    @Test
    void aPostThatIsAbsentOnTwoNightsIsMarkedAsRemoved() {
        assertThat(SECOND_NIGHT
                        .get()
                        .rows("from post_snapshot where is_removed")
                        .list())
                .isEmpty();
        List<String> absent = ids(SECOND_NIGHT.get().rows("select post_id from absent_post"));
        assertThat(absent).isNotEmpty();

        assertThat(ids(THIRD_NIGHT.get().rows("select post_id from post_snapshot where is_removed")))
                .containsExactlyInAnyOrderElementsOf(absent);
    }

    private static List<String> ids(Rows rows) {
        return rows.list().stream().map(row -> row.get("post_id")).toList();
    }
}
