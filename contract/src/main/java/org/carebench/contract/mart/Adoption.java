package org.carebench.contract.mart;

import java.time.Instant;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** Question 4: who is active at all, on which platform, since when. Only providers with a known account have a row. */
@Dataset(name = "adoption", grain = "one row per provider and platform with at least one known account")
public record Adoption(
        @Describe(value = "Provider.", key = true) String organizationId,
        @Describe(value = "Platform.", key = true) String platform,

        @Describe(
                "How sure it is that the account is the provider's: CANDIDATE or VERIFIED, the surer of its accounts.")
        String evidence,

        @Describe("Known accounts of the provider on the platform.")
        long accounts,

        @Describe("Posts of those accounts that were observed; a sample where the source is one.")
        long postsObserved,

        @Describe(value = "When the oldest observed post was published; NULL without posts.", nullable = true) @Nullable Instant firstPostAt,

        @Describe(value = "When the newest observed post was published; NULL without posts.", nullable = true) @Nullable Instant lastPostAt,

        @Describe(value = "Views of the observed posts that report views; NULL where none does.", nullable = true)
        @Nullable Long viewsObserved,

        @Describe("Observed posts that report views.") long postsWithViews,

        @Describe("Observed posts whose comments are switched off or hidden.")
        long postsWithoutComments) {}
