package org.carebench.contract.dataset;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.jspecify.annotations.Nullable;

/** What a patient survey or rating programme says about a provider. */
@Dataset(name = "outcome", grain = "one row per provider, measure and measurement period")
public record Outcome(
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

        @Describe("Why the value is there or is not.") MeasureState valueState,

        @Describe("How exactly the source reports the value.")
        Precision valuePrecision,

        @Describe("Unit of the value: top_box_pct, pct, points, stars or linear_score.")
        String unit,

        @Describe(
                value = "Completed surveys or cases behind the value; NULL where the source does not say.",
                nullable = true)
        @Nullable Long n,

        @Describe("Why n is there or is not.") MeasureState nState,

        @Describe(
                value = "Footnote numbers that the source puts beside the value, separated by semicolons.",
                nullable = true)
        @Nullable String footnotes,

        @Describe(value = "What those footnotes say, or another reason in words.", nullable = true) @Nullable String note,

        @Describe("Version of the measure's definition.") String definitionVersion,
        @Describe("Date of the source file.") LocalDate sourceAsOf,

        @Describe(value = "Source that the row was read from.", key = true)
        String sourceId,

        @Describe("Line in the source file at which the row starts, the header being line 1.")
        long sourceLine) {}
