package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.e2e.LiveNights.FIRST;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A night in which everything goes wrong at once: it ends, and what it lost is what it says it lost. */
class FaultyNightIT {

    private static final Once<Oracle> NIGHT = new Once<>(() -> Oracle.ofFaulty(LiveNights.faulty(), FIRST));

    @Test
    void everyKindOfFaultStruckSoThatTheTestsMeanSomething() {
        Rows kinds = NIGHT.get()
                .rows("select distinct unnest(string_split(fault, '+')) as kind from request where fault <> ''");

        assertThat(kinds.list())
                .extracting(row -> row.get("kind"))
                .contains(
                        "RATE_LIMITED",
                        "SERVER_ERROR",
                        "TRUNCATED",
                        "MALFORMED",
                        "RENAMED_FIELD",
                        "SLOW",
                        "UNKNOWN_FIELDS",
                        "NUMBERS_AS_TEXT",
                        "CLOCK_SKEW");
        assertThat(NIGHT.get().rows("from loss").list()).hasSizeGreaterThan(3);
    }

    /** A field that has another name may be one that nobody needs. */
    @Test
    void anAccountThatFailsForGoodIsListed() {
        assertThat(NIGHT.get().rows("""
                                select l.platform, l.account, l.kind
                                from loss l
                                join named n on n.platform = l.platform and n.stable_id = l.account
                                where l.kind <> 'RENAMED_FIELD'
                                    and n.account_id not in (select account_id from listed_loss)""").list()).isEmpty();
    }

    @Test
    void whatIsMissingOrDiffersIsListedWithItsReason() {
        assertThat(NIGHT.get().rows("from unlisted_difference").list()).isEmpty();
    }

    /** LinkedIn's limit ends at midnight: the accounts that it struck are left to the next night. */
    @Test
    void noAccountIsAffectedThatNothingPermanentStruck() {
        assertThat(NIGHT.get().rows("""
                                select d.*
                                from difference d
                                join readable_account r on r.account_id = d.account_id
                                where (r.platform, r.stable_id) not in (select (platform, account) from loss)
                                    and d.account_id not in (
                                        select account_id from problem where code = 'QUOTA_EXHAUSTED')""").list()).isEmpty();
    }

    @Test
    void requestsThatItCountsAreThoseThatTheSimulatorAnswered() {
        Map<String, String> answered = new TreeMap<>();
        NIGHT.get()
                .rows("select platform, count(*) as requests from request group by platform")
                .list()
                .forEach(row -> answered.put(row.get("platform"), row.get("requests")));
        Map<String, String> counted = new TreeMap<>();
        ShardReport.of(LiveNights.faulty().said().get(0))
                .forEach(shard -> counted.put(shard.platform(), String.valueOf(shard.requests())));

        assertThat(counted).hasSize(9).isEqualTo(answered);
    }

    @Test
    void itemsServedAreThoseThatLandedWereRejectedOrReadBefore() {
        Map<String, Long> unexplained = new TreeMap<>();
        for (ShardReport shard : ShardReport.of(LiveNights.faulty().said().get(0))) {
            String platform = shard.platform();
            long rejected = count(
                    "problem where is_rejected and family <> 'INTERACTIONS' and source_id like '" + platform + "-%'");
            long rest = count("served_item where platform = '" + platform + "'")
                    - count("landed_item where platform = '" + platform + "'")
                    - shard.outside()
                    - rejected;
            unexplained.put(platform, rest);
        }

        assertThat(unexplained)
                .hasSize(9)
                .allSatisfy((platform, rest) -> assertThat(rest).as(platform).isZero());
    }

    @Test
    void nothingLandsThatWasNotServed() {
        assertThat(NIGHT.get()
                        .rows(
                                "from landed_item where has_id and (platform, item) not in (select (platform, item) from served_item)")
                        .list())
                .isEmpty();
    }

    @Test
    void nothingLandsTwice() {
        assertThat(NIGHT.get().rows("from landed_twice").list()).isEmpty();
    }

    private static long count(String from) {
        return Long.parseLong(NIGHT.get()
                .rows("select count(*) as number from " + from)
                .single()
                .get("number"));
    }
}
