package org.carebench.contract.dataset;

import java.time.Instant;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.carebench.contract.schema.Measure;
import org.jspecify.annotations.Nullable;

/** A provider's account as it stood when it was observed. Accounts of others are never stored. */
@Dataset(name = "account_snapshot", grain = "one row per account and observation")
public record AccountSnapshot(
        @Describe(value = "Account, unique across platforms.", key = true)
        String accountId,

        @Describe(value = "When the account was observed.", key = true)
        Instant observedAt,

        @Describe("Platform of the account.") String platform,

        @Describe(
                value =
                        "Mutable name by which the platform addresses the account, for example a handle; NULL where the "
                                + "source does not carry it.",
                nullable = true)
        @Nullable String handle,

        @Describe(
                value = "Name of the account as the platform shows it; NULL where the account has none.",
                nullable = true)
        @Nullable String displayName,

        @Describe("Whether the account can be read, and if not, why.")
        AccountStatus status,

        @Describe(value = "Account that it says it has moved to.", nullable = true) @Nullable String movedTo,

        @Describe(
                value = "Whether the profile says something about the provider; NULL where it is not known.",
                nullable = true)
        @Nullable Boolean hasDescription,

        @Describe(value = "Whether the profile links back to a website; NULL where it is not known.", nullable = true)
        @Nullable Boolean hasWebsite,

        @Describe(value = "Whether the profile has a picture; NULL where it is not known.", nullable = true) @Nullable Boolean hasAvatar,

        @Describe(value = "Whether the platform has verified the account; NULL where it is not known.", nullable = true)
        @Nullable Boolean isVerified,

        @Describe(value = "Whether the profile gives a telephone number; NULL where it is not known.", nullable = true)
        @Nullable Boolean hasPhone,

        @Describe(
                value = "Whether the profile gives an address or opening hours; NULL where it is not known.",
                nullable = true)
        @Nullable Boolean hasAddress,

        @Describe(value = "Whether the profile names a category; NULL where it is not known.", nullable = true)
        @Nullable Boolean hasCategory,

        @Describe("Followers or subscribers of the account.")
        Measure followers,

        @Describe("Accounts that the account follows.") Measure following,

        @Describe("Posts that the account has published in its life.")
        Measure posts,

        @Describe("Views of all its posts.") Measure viewsTotal,

        @Describe("Ratings that patients and visitors gave on the platform.")
        Measure ratings,

        @Describe("Mean of those ratings in hundredths of a star.")
        Measure ratingHundredths,

        @Describe("Source that the row was read from: a file source, or a shard of a platform.")
        String sourceId,

        @Describe("Line of the first row of the source file that names the account, or number of the record within its "
                + "shard.")
        long sourceLine) {}
