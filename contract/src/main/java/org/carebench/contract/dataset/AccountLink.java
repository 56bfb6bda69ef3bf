package org.carebench.contract.dataset;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;

/** Says which provider an account on a platform belongs to. */
@Dataset(name = "account_link", grain = "one row per account and provider of a crosswalk file")
public record AccountLink(
        @Describe(value = "Account, unique across platforms.", key = true)
        String accountId,

        @Describe(value = "Provider that the account belongs to.", key = true)
        String organizationId,

        @Describe("Platform of the account, for example youtube.")
        String platform,

        @Describe("Name or handle of the account on the platform; an organization's, never a person's.")
        String displayName,

        @Describe("How sure the link is: CANDIDATE until somebody verified it, then VERIFIED.")
        LinkEvidence evidence,

        @Describe("Date of the crosswalk file.") LocalDate sourceAsOf,
        @Describe("Source that the row was read from.") String sourceId,

        @Describe("Line in the source file at which the row starts, the header being line 1, or number of the record "
                + "within its shard.")
        long sourceLine) {}
