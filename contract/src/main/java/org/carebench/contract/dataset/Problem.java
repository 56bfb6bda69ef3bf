package org.carebench.contract.dataset;

import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** Something that could not be read or decided. It never quotes the row, which may hold personal data. */
@Dataset(name = "problem", grain = "one row per rejected row or undecided question")
public record Problem(
        @Describe(value = "Source that the problem was met in.", key = true)
        String sourceId,

        @Describe(value = "File, relative to the input folder.", key = true)
        String file,

        @Describe(value = "Line at which the row starts, the header being line 1.", key = true)
        long line,

        @Describe(value = "What kind of problem it is.", key = true)
        ProblemCode code,

        @Describe(value = "Column that shows it; NULL where the whole row does.", nullable = true) @Nullable String columnName,

        @Describe(value = "Id of the provider concerned, where it is known.", nullable = true) @Nullable String organizationId,

        @Describe("Whether the row was left out because of it.")
        boolean isRejected,

        @Describe("What was found and what to do, in a sentence without personal data.")
        String message) {}
