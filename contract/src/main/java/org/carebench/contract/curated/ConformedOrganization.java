package org.carebench.contract.curated;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.carebench.contract.schema.MeasureState;
import org.jspecify.annotations.Nullable;

/** A provider with what directories add to its registry. */
@Dataset(name = "organization", grain = "one row per provider in force on the business date")
public record ConformedOrganization(
        @Describe(value = "Provider, unique across registries.", key = true)
        String organizationId,

        @Describe("Registry that lists the provider.") String registry,
        @Describe("Id within the registry, always text.") String facilityId,
        @Describe("Name as the registry spells it.") String name,

        @Describe(value = "Kind of provider as the registry names it.", nullable = true) @Nullable String organizationType,

        @Describe(value = "Ownership as the registry names it.", nullable = true) @Nullable String ownership,

        @Describe(
                value = "Ownership in three groups: FOR_PROFIT, NON_PROFIT, GOVERNMENT; NULL where it is not known.",
                nullable = true)
        @Nullable String ownershipGroup,

        @Describe(value = "Street address.", nullable = true) @Nullable String address,

        @Describe(value = "City or town.", nullable = true) @Nullable String city,

        @Describe(value = "County or parish.", nullable = true) @Nullable String county,

        @Describe(value = "State, province or region code.", nullable = true) @Nullable String state,

        @Describe(value = "Postal code, as text.", nullable = true) @Nullable String postalCode,

        @Describe("ISO 3166 country code of two letters.") String country,

        @Describe(value = "Telephone number of the provider.", nullable = true) @Nullable String phone,

        @Describe(value = "Whether it offers emergency services.", nullable = true) @Nullable Boolean hasEmergencyServices,

        @Describe(value = "Overall star rating by the registry, 1 to 5.", nullable = true) @Nullable Integer overallRating,

        @Describe("Why the rating has a value or has none.") MeasureState overallRatingState,

        @Describe(value = "Footnote numbers beside the rating.", nullable = true) @Nullable String overallRatingFootnotes,

        @Describe(
                value =
                        "Beds, from the one facility that matches, else from a file that knows its number; NULL where bed_match says why.",
                nullable = true)
        @Nullable Integer beds,

        @Describe(value = "Bed class, for example 100-199; NULL where beds is.", nullable = true) @Nullable String bedBand,

        @Describe(
                "How beds were found: MATCHED or MATCHED_BY_NUMBER; or why not: AMBIGUOUS, NO_MATCH, MATCHED_WITHOUT_BEDS, NO_DIRECTORY.")
        String bedMatch,

        @Describe(value = "Facility that beds were taken from.", nullable = true) @Nullable String directoryId,

        @Describe("Date of the registry file.") LocalDate sourceAsOf,

        @Describe(
                value =
                        "Region of the US Census: NORTHEAST, MIDWEST, SOUTH, WEST, or TERRITORIES; NULL where the state is in none.",
                nullable = true)
        @Nullable String region,

        @Describe(
                value = "IANA time zone of its state, of most people where it has several; NULL where it is not known.",
                nullable = true)
        @Nullable String timeZone,

        @Describe(
                value = "Health system, unique across sources; NULL where it belongs to none or that is not known.",
                nullable = true)
        @Nullable String systemId,

        @Describe(value = "Whether it trains physicians; NULL where no source says.", nullable = true) @Nullable Boolean isTeaching,

        @Describe(value = "Whether it lies in a rural area; NULL where no source says.", nullable = true) @Nullable Boolean isRural) {}
