package org.carebench.contract.dataset;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.carebench.contract.schema.MeasureState;
import org.jspecify.annotations.Nullable;

/** A healthcare provider as a registry lists it. */
@Dataset(name = "organization", grain = "one row per provider of a registry file")
public record Organization(
        @Describe(
                value = "Provider, unique across registries: registry and facility id, for example cms:010001.",
                key = true)
        String organizationId,

        @Describe("Registry that lists the provider, for example cms.")
        String registry,

        @Describe("Id within the registry, always text: leading zeros and letters count.")
        String facilityId,

        @Describe("Name as the registry spells it.") String name,

        @Describe(value = "Kind of provider as the registry names it; NULL where it does not say.", nullable = true)
        @Nullable String organizationType,

        @Describe(value = "Ownership as the registry names it; NULL where it does not say.", nullable = true) @Nullable String ownership,

        @Describe(value = "Street address.", nullable = true) @Nullable String address,

        @Describe(value = "City or town.", nullable = true) @Nullable String city,

        @Describe(value = "County or parish.", nullable = true) @Nullable String county,

        @Describe(value = "State, province or region code, for example AL.", nullable = true) @Nullable String state,

        @Describe(value = "Postal code, as text.", nullable = true) @Nullable String postalCode,

        @Describe("ISO 3166 country code of two letters.") String country,

        @Describe(value = "Telephone number of the provider.", nullable = true) @Nullable String phone,

        @Describe(
                value = "Whether it offers emergency services; NULL where the registry does not say.",
                nullable = true)
        @Nullable Boolean hasEmergencyServices,

        @Describe(
                value = "Overall star rating by the registry, 1 to 5; NULL where the state says why.",
                nullable = true)
        @Nullable Integer overallRating,

        @Describe("Why the rating has a value or has none.") MeasureState overallRatingState,

        @Describe(value = "Footnote numbers that the registry puts beside the rating.", nullable = true) @Nullable String overallRatingFootnotes,

        @Describe("Date of the registry file.") LocalDate sourceAsOf,
        @Describe("Source that the row was read from.") String sourceId,

        @Describe("Line in the source file at which the row starts, the header being line 1.")
        long sourceLine) {}
