package org.carebench.jobs.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says about the limit that it was counted against.
 *
 * @param remaining requests that are left until the reset; NULL where the platform does not say
 * @param resetIn how long until the limit is renewed; NULL where the platform does not say
 * @param usedPercent share of the allowance that is used; NULL where the platform does not say
 */
public record LimitSignal(
        @Nullable Long remaining,
        @Nullable Duration resetIn,
        @Nullable Integer usedPercent) {

    public static final LimitSignal NONE = new LimitSignal(null, null, null);
}
