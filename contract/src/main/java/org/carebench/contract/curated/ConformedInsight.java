package org.carebench.contract.curated;

import java.time.Instant;
import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.carebench.contract.schema.Measure;

/** What a platform tells the owner of an account about one day, as it was last observed: platforms settle it days later. */
@Dataset(name = "account_insight", grain = "one row per account, metric and day")
public record ConformedInsight(
        @Describe(value = "Account, unique across platforms.", key = true)
        String accountId,

        @Describe(value = "Metric as the platform names it, for example reach.", key = true)
        String metric,

        @Describe(value = "Day that the value is about, in the platform's time zone.", key = true)
        LocalDate day,

        @Describe("IANA time zone that bounds the day.") String zone,
        @Describe("Platform of the account.") String platform,
        @Describe("When it was last observed.") Instant observedAt,
        @Describe("The count of that day.") Measure value) {}
