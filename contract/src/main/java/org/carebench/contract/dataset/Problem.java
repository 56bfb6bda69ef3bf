package org.carebench.contract.dataset;

import java.time.Instant;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** Something that could not be read or decided. It never quotes the row, which may hold personal data. */
@Dataset(name = "problem", grain = "one row per rejected row or undecided question")
public record Problem(
        @Describe(value = "Source that the problem was met in.", key = true)
        String sourceId,

        @Describe(value = "File, relative to the input folder, or endpoint of a platform.", key = true)
        String file,

        @Describe(
                value =
                        "Line at which the row starts, the header being line 1, or number of the problem within its shard.",
                key = true)
        long line,

        @Describe(value = "What kind of problem it is.", key = true)
        ProblemCode code,

        @Describe(value = "Column that shows it; NULL where the whole row does.", nullable = true) @Nullable String columnName,

        @Describe(value = "Id of the provider concerned, where it is known.", nullable = true) @Nullable String organizationId,

        @Describe(value = "Account concerned, unique across platforms.", nullable = true) @Nullable String accountId,

        @Describe(value = "Post concerned, unique across platforms.", nullable = true) @Nullable String postId,

        @Describe(value = "Family of data concerned.", nullable = true) @Nullable DataFamily family,

        @Describe(value = "When the platform can be asked again, where it says so.", nullable = true) @Nullable Instant retryAt,

        @Describe("Whether the row was left out because of it.")
        boolean isRejected,

        @Describe("What was found and what to do, in a sentence without personal data.")
        String message) {}
