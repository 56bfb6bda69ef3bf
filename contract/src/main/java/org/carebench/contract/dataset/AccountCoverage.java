package org.carebench.contract.dataset;

import java.time.Instant;
import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** How completely one night read one family of data of an account, and what is missing. */
@Dataset(
        name = "account_coverage",
        grain = "one row per account of the roster, provider, data family, business date and run")
public record AccountCoverage(
        @Describe(value = "Account, unique across platforms.", key = true)
        String accountId,

        @Describe(value = "Provider that the account belongs to.", key = true)
        String organizationId,

        @Describe(value = "Family of data.", key = true) DataFamily family,

        @Describe(value = "Business date of the night.", key = true)
        LocalDate businessDate,

        @Describe(
                value = "Revision of the night that read it: a later one goes on where an earlier one had to stop.",
                key = true)
        int run,

        @Describe("Platform of the account.") String platform,

        @Describe("Whether the account granted us access (OWNED) or belongs to others (OTHER).")
        Relation relation,

        @Describe("How complete the reading is.") CoverageState state,

        @Describe(
                value = "Why it is not complete: a problem code, or what the platform does not offer; NULL where it is "
                        + "complete.",
                nullable = true)
        @Nullable String reason,

        @Describe("Records that landed.") long records,

        @Describe(
                value = "Records written before this instant were not asked for; NULL where everything was.",
                nullable = true)
        @Nullable Instant readFrom,

        @Describe(value = "When the platform can be asked again, where it says so.", nullable = true) @Nullable Instant retryAt,

        @Describe("Shard of a platform that the row was read from.")
        String sourceId,

        @Describe("Number of the record within its shard.") long sourceLine) {}
