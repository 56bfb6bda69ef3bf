package org.carebench.simulator.world;

import org.jspecify.annotations.Nullable;

/**
 * A hospital of the world. All names, addresses and numbers are invented.
 *
 * @param facilityId six characters, of a state part that no state has
 * @param city invented town, also the market in which people talk about it
 * @param state postal code of the state
 * @param system id of the health system; NULL for an independent hospital
 * @param systemHead whether the accounts that its system shares are run here
 * @param integration latent integration of social media, mean 0 and standard deviation 1
 * @param dialogue latent two-way dialogue, mean 0 and standard deviation 1
 * @param culture hidden culture, mean 0 and standard deviation 1; it moves things only where the scenario says so
 */
public record Provider(
        int index,
        String facilityId,
        String name,
        String address,
        String city,
        String state,
        String postalCode,
        String county,
        String phone,
        String website,
        int beds,
        boolean rural,
        boolean teaching,
        Ownership ownership,
        Region region,
        @Nullable String system,
        boolean systemHead,
        double integration,
        double dialogue,
        double culture,
        String zone,
        String language) {

    /** Id of the provider across registries. */
    public String organizationId() {
        return "cms:" + facilityId;
    }

    /** Market of the provider, for example US-TX. */
    public String market() {
        return "US-" + state;
    }

    public enum Ownership {
        NON_PROFIT,
        FOR_PROFIT,
        GOVERNMENT
    }

    public enum Region {
        NORTHEAST,
        MIDWEST,
        SOUTH,
        WEST
    }
}
