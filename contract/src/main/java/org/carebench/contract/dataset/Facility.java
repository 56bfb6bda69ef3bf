package org.carebench.contract.dataset;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.carebench.contract.schema.MeasureState;
import org.jspecify.annotations.Nullable;

/** A hospital building of a facility directory, which knows bed counts but not the registry's ids. */
@Dataset(name = "facility", grain = "one row per facility of a directory file")
public record Facility(
        @Describe(value = "Facility, unique across directories: directory and its own id.", key = true)
        String directoryId,

        @Describe("Name as the directory spells it.") String name,

        @Describe(value = "Other name.", nullable = true) @Nullable String alternativeName,

        @Describe(value = "Street address.", nullable = true) @Nullable String address,

        @Describe(value = "City of the facility.", nullable = true) @Nullable String city,

        @Describe(value = "State code.", nullable = true) @Nullable String state,

        @Describe(value = "Postal code, as text.", nullable = true) @Nullable String postalCode,

        @Describe(value = "Telephone number.", nullable = true) @Nullable String phone,

        @Describe(value = "Kind of facility as the directory names it.", nullable = true) @Nullable String facilityType,

        @Describe("Whether the directory lists it as open.") boolean isOpen,

        @Describe(value = "Beds; NULL where the state says why.", nullable = true) @Nullable Integer beds,

        @Describe("Why beds has a value or has none.") MeasureState bedsState,
        @Describe("Date of the directory file.") LocalDate sourceAsOf,
        @Describe("Source that the row was read from.") String sourceId,

        @Describe("Line in the source file at which the row starts, the header being line 1.")
        long sourceLine) {}
