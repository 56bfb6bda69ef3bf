package org.carebench.spark.metric;

import java.util.Map;
import org.carebench.contract.dataset.CoverageState;
import org.carebench.contract.dataset.DataFamily;

/**
 * An account of a provider and what can be read of it.
 *
 * @param isOwned whether the account granted us access
 * @param coverage how completely the night read each family; empty where the account is not collected live
 */
record ProviderAccount(String accountId, String platform, boolean isOwned, Map<DataFamily, CoverageState> coverage) {

    /** Whether posts can be read: the night says so, or nobody had to ask because the account comes from a file. */
    boolean offersPosts() {
        return coverage.isEmpty() || offers(DataFamily.POSTS);
    }

    /** Whether what others write to the provider can be read. */
    boolean offersInbound() {
        return offers(DataFamily.INTERACTIONS) || offers(DataFamily.MENTIONS) || offers(DataFamily.REVIEWS);
    }

    private boolean offers(DataFamily family) {
        CoverageState state = coverage.get(family);
        return state != null && state != CoverageState.NOT_OFFERED;
    }
}
