package org.carebench.contract.curated;

import java.time.Instant;
import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.carebench.contract.schema.Measure;
import org.jspecify.annotations.Nullable;

/** An account as it stood on a day on which it was observed, as the last observation of that day says. */
@Dataset(name = "account_day", grain = "one row per account and day of observation")
public record AccountDay(
        @Describe(value = "Account, unique across platforms.", key = true)
        String accountId,

        @Describe(value = "Day of the observation in UTC.", key = true)
        LocalDate observedOn,

        @Describe("Platform of the account.") String platform,
        @Describe("When the account was observed.") Instant observedAt,

        @Describe("Whether the account could be read, and if not, why.")
        String status,

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
        Measure ratingHundredths) {}
