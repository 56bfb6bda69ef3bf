package org.carebench.contract.dataset;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** What a file beside the registry says of a provider by its certification number. */
@Dataset(name = "organization_trait", grain = "one row per provider and source")
public record OrganizationTrait(
        @Describe(value = "Provider, unique across registries.", key = true)
        String organizationId,

        @Describe(
                value = "Health system that it belongs to; NULL where the source does not say, or it belongs to none.",
                nullable = true)
        @Nullable String systemId,

        @Describe(value = "Whether the source knows that it belongs to no system.", nullable = true) @Nullable Boolean isIndependent,

        @Describe(value = "Whether it trains physicians; NULL where the source does not say.", nullable = true)
        @Nullable Boolean isTeaching,

        @Describe(value = "Whether it lies in a rural area; NULL where the source does not say.", nullable = true)
        @Nullable Boolean isRural,

        @Describe(value = "Beds; NULL where the source does not say.", nullable = true) @Nullable Integer beds,

        @Describe("Date of the source file.") LocalDate sourceAsOf,

        @Describe(value = "Source that the row was read from.", key = true)
        String sourceId,

        @Describe("Line in the source file at which the row starts, the header being line 1.")
        long sourceLine) {}
