package org.carebench.contract.curated;

import java.time.Instant;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.carebench.contract.schema.Measure;

/** An account's counters as last observed on or before the business date. */
@Dataset(name = "account_day", grain = "one row per account on the business date")
public record AccountDay(
        @Describe(value = "Account, unique across platforms.", key = true)
        String accountId,

        @Describe("Platform of the account.") String platform,
        @Describe("When the account was observed.") Instant observedAt,

        @Describe("Followers or subscribers of the account.")
        Measure followers,

        @Describe("Posts that the account has published in its life.")
        Measure posts) {}
