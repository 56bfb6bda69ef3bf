package org.carebench.jobs.run;

import org.carebench.contract.lake.BusinessDate;
import org.jspecify.annotations.Nullable;

/**
 * What may be done by one process at a time.
 *
 * @param platform the only platform that an extraction reads; NULL for all of them
 */
public record Work(
        String job, BusinessDate businessDate, @Nullable String platform) {

    public static Work of(String job, BusinessDate businessDate) {
        return new Work(job, businessDate, null);
    }

    @Override
    public String toString() {
        return job + (platform == null ? "" : " of " + platform) + " for " + businessDate;
    }
}
