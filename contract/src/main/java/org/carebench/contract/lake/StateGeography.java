package org.carebench.contract.lake;

import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * Where a state or territory of the United States lies, as configuration says.
 *
 * @param state postal code, for example TX
 * @param region region of the US Census: NORTHEAST, MIDWEST, SOUTH, WEST; TERRITORIES for those outside of its regions
 * @param timeZone IANA zone in which most of its people live
 */
public record StateGeography(String state, String region, String timeZone) {

    public StateGeography {
        try {
            ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Cannot place state " + state + ": '" + timeZone + "' is no IANA time zone such as America/Chicago",
                    e);
        }
    }
}
