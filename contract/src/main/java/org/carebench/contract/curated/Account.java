package org.carebench.contract.curated;

import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** An account of a provider on a platform. */
@Dataset(name = "account", grain = "one row per account and provider on the business date")
public record Account(
        @Describe(value = "Account, unique across platforms.", key = true)
        String accountId,

        @Describe(value = "Provider that the account belongs to.", key = true)
        String organizationId,

        @Describe("Platform of the account.") String platform,

        @Describe(
                value =
                        "Name by which the platform addressed the account when it was last observed; NULL where the source "
                                + "does not carry it.",
                nullable = true)
        @Nullable String handle,

        @Describe("Name of the account as the platform shows it.")
        String displayName,

        @Describe("Whether it could be read when it was last observed, and if not, why; UNKNOWN where it never was.")
        String status,

        @Describe("How sure the link is: CANDIDATE or VERIFIED.")
        String evidence) {}
