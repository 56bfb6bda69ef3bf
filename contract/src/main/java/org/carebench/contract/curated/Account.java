package org.carebench.contract.curated;

import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;

/** An account of a provider on a platform. */
@Dataset(name = "account", grain = "one row per account and provider on the business date")
public record Account(
        @Describe(value = "Account, unique across platforms.", key = true)
        String accountId,

        @Describe(value = "Provider that the account belongs to.", key = true)
        String organizationId,

        @Describe("Platform of the account.") String platform,

        @Describe("Name of the account as the platform shows it.")
        String displayName,

        @Describe("How sure the link is: CANDIDATE or VERIFIED.")
        String evidence) {}
