package org.carebench.contract.dataset;

import java.time.Instant;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.carebench.contract.schema.Measure;

/** A provider's account as it stood when it was observed. Accounts of others are never stored. */
@Dataset(name = "account_snapshot", grain = "one row per account and observation")
public record AccountSnapshot(
        @Describe(value = "Account, unique across platforms.", key = true)
        String accountId,

        @Describe(value = "When the account was observed.", key = true)
        Instant observedAt,

        @Describe("Platform of the account.") String platform,

        @Describe("Name of the account as the platform shows it.")
        String displayName,

        @Describe("Followers or subscribers of the account.")
        Measure followers,

        @Describe("Posts that the account has published in its life.")
        Measure posts,

        @Describe("Source that the row was read from.") String sourceId,

        @Describe("Line of the first row of the source file that names the account.")
        long sourceLine) {}
