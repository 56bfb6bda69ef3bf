package org.carebench.contract.dataset;

import java.time.Instant;
import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.carebench.contract.schema.Measure;

/** What a platform tells the owner of an account about one day. */
@Dataset(name = "account_insight", grain = "one row per account, metric, day and observation")
public record AccountInsight(
        @Describe(value = "Account, unique across platforms.", key = true)
        String accountId,

        @Describe(value = "Metric as the platform names it, for example reach.", key = true)
        String metric,

        @Describe(value = "Day that the value is about, in the platform's time zone.", key = true)
        LocalDate day,

        @Describe(value = "When it was observed.", key = true)
        Instant observedAt,

        @Describe("IANA time zone that bounds the day.") String zone,
        @Describe("Platform of the account.") String platform,
        @Describe("The count of that day.") Measure value,

        @Describe("Shard of a platform that the row was read from.")
        String sourceId,

        @Describe("Number of the record within its shard.") long sourceLine) {}
