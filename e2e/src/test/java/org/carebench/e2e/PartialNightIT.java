package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.e2e.LiveNights.FIRST;
import static org.carebench.e2e.LiveNights.SECOND;
import static org.carebench.e2e.LiveNights.THIRD;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Nights that cannot read everything at once: a quota is spent, or the program is killed. */
class PartialNightIT {

    private static final long UNITS_OF_YOUTUBE = 60;
    private static final long MILLIONTHS_OF_A_DOLLAR = 5_000_000;

    private static final Once<Rationed> NIGHTS = new Once<>(PartialNightIT::run);

    /**
     * Two nights with small quotas.
     *
     * @param again what a second run of the first date said
     * @param requestsBeforeAgain how many requests had been answered before it
     */
    private record Rationed(
            LiveNights.Finished nights, Outcome again, long requestsBeforeAgain, long requestsAfterAgain) {}

    @Test
    void aSpentQuotaEndsAsPartialWithWhatIsMissingListed() {
        try (Oracle night = Oracle.ofFirst(NIGHTS.get().nights().home(), FIRST)) {
            assertThat(NIGHTS.get().nights().said().get(0).out()).contains("PARTIAL");
            assertThat(night.rows("from account_coverage where reason = 'QUOTA_EXHAUSTED' and retry_at is null")
                            .list())
                    .as("missing, but without a time")
                    .isEmpty();
            assertThat(night.rows("""
                            from account_coverage c
                            where reason = 'QUOTA_EXHAUSTED' and not exists (
                                from problem p where p.code = 'QUOTA_EXHAUSTED' and p.retry_at is not null
                                    and p.organization_id = c.organization_id)""").list()).as("missing, but no problem").isEmpty();
            for (String platform : List.of("youtube", "x")) {
                assertThat(night.rows("from account_coverage where reason = 'QUOTA_EXHAUSTED' and platform = '"
                                        + platform + "'")
                                .list())
                        .as(platform + ": missing")
                        .isNotEmpty();
                assertThat(night.rows("from post_snapshot where platform = '" + platform + "' limit 10")
                                .list())
                        .as(platform + ": read")
                        .isNotEmpty();
            }
            assertThat(night.rows("""
                            from readable
                            where platform in ('youtube', 'x') and account_id not in (
                                select account_id from account_snapshot where status in ('ACTIVE', 'MOVED', 'RENAMED'))
                                and (platform, organization_id) not in (
                                    select (platform, organization_id) from account_coverage
                                    where reason = 'QUOTA_EXHAUSTED')""").list()).as("neither read nor listed").isEmpty();
        }
    }

    @Test
    void whatWasReadBeforeTheQuotaWasSpentIsTheWorlds() {
        try (Oracle night = Oracle.ofFirst(NIGHTS.get().nights().home(), FIRST)) {
            assertThat(night.rows(
                                    "from landed_post l anti join expected_post e using ("
                                            + "post_id, account_id, kind, published_at, likes, comments, impressions, text)"
                                            + " where l.likes is not null and l.comments is not null and l.impressions is not null")
                            .list())
                    .isEmpty();
        }
    }

    @Test
    void spendingStaysBelowTheCapByThePlatformsOwnCount() {
        String requests = NIGHTS.get().nights().log().toString();

        for (String date : List.of(FIRST, SECOND)) {
            String night = "\"at\" = timestamptz '" + LiveNights.observedAt(date) + "'";
            long units = number("select count(*) from %s where platform = 'youtube' and " + night, requests);
            long posts = number(
                    "select coalesce(sum(len(served)), 0) from %s where endpoint <> 'users/by' and platform = 'x' and "
                            + night,
                    requests);
            long ownPosts = number(
                    "select coalesce(sum(len(served)), 0) from %s where endpoint = 'users/{id}/tweets' and platform = 'x'"
                            + " and subjects[1] in (select stable_id from read_csv('" + LiveNights.world(FIRST)
                            + "/truth/accounts.csv', all_varchar = true) where platform = 'x' and relation = 'OWNED') and "
                            + night,
                    requests);
            long users = number(
                    "select coalesce(sum(len(served)), 0) from %s where endpoint = 'users/by' and platform = 'x' and "
                            + night,
                    requests);

            assertThat(units)
                    .as("units of " + date + ": nearly used up, never exceeded")
                    .isBetween(UNITS_OF_YOUTUBE * 3 / 4, UNITS_OF_YOUTUBE);
            assertThat(5_000 * (posts - ownPosts) + 1_000 * ownPosts + 10_000 * users)
                    .as("money of " + date)
                    .isBetween(1L, MILLIONTHS_OF_A_DOLLAR);
        }
    }

    @Test
    void theSameDateAgainAsksNobodyBeforeTheQuotaIsRenewed() {
        assertThat(NIGHTS.get().again().out().lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("The collection of " + FIRST + " is PARTIAL; it can go on from "),
                        second -> assertThat(second).startsWith("Nothing to do: extract of " + FIRST));
        assertThat(NIGHTS.get().requestsAfterAgain()).isEqualTo(NIGHTS.get().requestsBeforeAgain());
    }

    @Test
    void theNextNightGoesOnWithWhatIsMissing() {
        Home home = NIGHTS.get().nights().home();
        try (Oracle first = Oracle.ofFirst(home, FIRST);
                Oracle second = Oracle.ofNext(home, SECOND, FIRST)) {
            String missing = "select distinct platform, organization_id from account_coverage"
                    + " where family = 'POSTS' and reason = 'QUOTA_EXHAUSTED' order by all";
            List<Row> before = first.rows(missing).list();
            List<Row> after = second.rows(missing).list();

            for (String platform : List.of("youtube", "x")) {
                List<Row> missed = before.stream()
                        .filter(row -> row.has("platform", platform))
                        .toList();
                assertThat(missed.stream().filter(after::contains))
                        .as("still missing on " + platform)
                        .hasSizeLessThan(missed.size());
            }
        }
    }

    @Test
    void aNightThatIsCompleteIsLeftAlone() {
        Home home = LiveNights.plain().copy("live_again");
        SortedMap<String, String> before = home.lake().checksums();

        Outcome again = home.call("extract", "--business-date", THIRD)
                .with(
                        "--config",
                        LiveNights.PROFILE.toString(),
                        "--input",
                        LiveNights.input().toString())
                .withEnvironment("SIMULATOR_URL", "http://127.0.0.1:1")
                .withEnvironment("SIMULATOR_SECRETS", LiveNights.secrets().toString())
                .run()
                .succeeded();

        assertThat(again.out()).startsWith("Nothing to do: extract of " + THIRD + ".1");
        assertThat(home.lake().checksums()).isEqualTo(before);
    }

    @Test
    void killedWhileItCollectsAndRunAgainItLandsWhatAnUninterruptedNightLands() {
        Home home = Home.create("live_killed");
        Path log = home.folder().resolveSibling("live_killed_requests.jsonl");
        try (Simulator simulator = Simulator.start(log, "--no-limits", "--latency", "5ms")) {
            Call night = LiveNights.call(home, simulator, LiveNights.PROFILE, "extract", FIRST);
            RunningProgram program = night.start();
            program.awaitOutput(" accounts: ");

            assertThat(program.kill().exitCode()).isEqualTo(Outcome.KILLED);
            assertThat(home.lake().hasFile("night/business_date=" + FIRST + "/run=1.json"))
                    .isFalse();

            night.run().succeeded();
        }

        SortedMap<String, String> uninterrupted =
                LiveNights.plain().home().lake().checksums();
        uninterrupted.keySet().removeIf(path -> !path.contains("business_date=" + FIRST));
        assertThat(home.lake().checksums()).isEqualTo(uninterrupted);
    }

    private static Rationed run() {
        Home home = Home.create("live_quotas");
        Path log = home.folder().resolveSibling("live_quotas_requests.jsonl");
        Path profile = LiveNights.PROFILE.resolveSibling("quotas.yaml");
        try (Simulator simulator = Simulator.start(log)) {
            Outcome first = LiveNights.call(home, simulator, profile, "extract", FIRST)
                    .run()
                    .succeeded();
            long before = number("select count(*) from %s", log.toString());
            Outcome again = LiveNights.call(home, simulator, profile, "extract", FIRST)
                    .run()
                    .succeeded();
            long after = number("select count(*) from %s", log.toString());
            Outcome second = LiveNights.call(home, simulator, profile, "extract", SECOND)
                    .run()
                    .succeeded();
            return new Rationed(new LiveNights.Finished(home, List.of(first, second), log), again, before, after);
        }
    }

    private static long number(String query, String requests) {
        Row row = Rows.ofFiles(query.formatted("read_json('" + requests
                        + "', columns = {\"at\": 'timestamptz', platform: 'varchar', endpoint: 'varchar',"
                        + " subjects: 'varchar[]', served: 'varchar[]'})"))
                .single();
        return Long.parseLong(row.values().values().iterator().next());
    }
}
