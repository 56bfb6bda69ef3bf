package org.carebench.contract.dataset;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** An account that is to be read, as the roster spells it. What the platform makes of it stands in account_link. */
@Dataset(name = "roster_account", grain = "one row per account and provider of the roster")
public record RosterAccount(
        @Describe(value = "Provider that the account belongs to.", key = true)
        String organizationId,

        @Describe(value = "Platform of the account.", key = true)
        String platform,

        @Describe(value = "Name of the account on the platform.", key = true)
        String handle,

        @Describe(value = "The platform's permanent id, where the roster gives it.", nullable = true) @Nullable String stableId,

        @Describe(value = "Server that keeps the account, on platforms of many servers.", nullable = true) @Nullable String homeServer,

        @Describe("Whether the account granted us access (OWNED) or belongs to others (OTHER).")
        Relation relation,

        @Describe("How sure it is that the account belongs to the provider.")
        LinkEvidence evidence,

        @Describe("Date of the roster.") LocalDate sourceAsOf,
        @Describe("Source that the row was read from.") String sourceId,

        @Describe("Line in the source file at which the row starts, the header being line 1.")
        long sourceLine) {}
