package org.carebench.contract.curated;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** An outcome of a provider. */
@Dataset(name = "outcome", grain = "one row per provider, measure, period and source")
public record ConformedOutcome(
        @Describe(value = "Provider that the outcome is about.", key = true)
        String organizationId,

        @Describe(value = "Measure, for example hcahps_recommend_top.", key = true)
        String measureId,

        @Describe(
                value = "First day of the measurement period; NULL where the source does not say.",
                key = true,
                nullable = true)
        @Nullable LocalDate periodStart,

        @Describe(value = "Last day of the measurement period; NULL where the source does not say.", nullable = true)
        @Nullable LocalDate periodEnd,

        @Describe(value = "Value in the measure's unit; NULL where the state says why.", nullable = true) @Nullable Double value,

        @Describe("Why the value is there or is not.") String valueState,

        @Describe("How exactly the source reports the value.")
        String valuePrecision,

        @Describe("Unit of the value.") String unit,

        @Describe(value = "Completed surveys or cases behind the value.", nullable = true) @Nullable Long n,

        @Describe("Why n is there or is not.") String nState,

        @Describe(value = "Footnote numbers beside the value.", nullable = true) @Nullable String footnotes,

        @Describe(value = "What those footnotes say, or another reason in words.", nullable = true) @Nullable String note,

        @Describe("Version of the measure's definition.") String definitionVersion,
        @Describe("Date of the source file.") LocalDate sourceAsOf,

        @Describe(value = "Source that the row was read from.", key = true)
        String sourceId) {}
