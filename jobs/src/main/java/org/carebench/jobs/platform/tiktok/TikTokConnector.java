package org.carebench.jobs.platform.tiktok;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Capability;
import org.carebench.jobs.platform.CapabilityMatrix;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.InsightReading;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.ReviewReading;
import org.carebench.jobs.platform.Window;

/** What both ways to read TikTok have in common. */
abstract class TikTokConnector implements Connector {

    static final String PLATFORM = "tiktok";

    private static final Set<ProblemCode> REFUSALS =
            Set.of(ProblemCode.GONE, ProblemCode.PERMISSION, ProblemCode.BAD_REQUEST);

    /** The matrix without what only one of the APIs offers. */
    static CapabilityMatrix.Builder capabilitiesOfBoth() {
        CapabilityMatrix.Builder matrix = CapabilityMatrix.matrix();
        for (DataFamily family : DataFamily.values()) {
            matrix.other(family, Capability.none("TikTok lets only non-profit researchers read accounts of others"));
        }
        return matrix.owned(DataFamily.ACCOUNT, Capability.full())
                .owned(DataFamily.POSTS, Capability.full())
                .owned(DataFamily.MENTIONS, Capability.none("TikTok lists no mentions"))
                .owned(DataFamily.REVIEWS, Capability.none("TikTok has no reviews"))
                .owned(DataFamily.INSIGHTS, Capability.none("daily figures of TikTok accounts are not read"));
    }

    /** Whether a failure concerns one thing only, so that others are still worth asking for. */
    static boolean isRefusal(PlatformException failure) {
        return REFUSALS.contains(failure.problem().code());
    }

    abstract Result<AccountReading> account(AccountRef account);

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public int accountsPerRequest(AccountRef account) {
        return 1;
    }

    @Override
    public long estimatedCost(DataFamily family, int items) {
        return 0;
    }

    @Override
    public Map<AccountRef, Result<AccountReading>> accounts(List<AccountRef> accounts) {
        Map<AccountRef, Result<AccountReading>> results = new LinkedHashMap<>();
        for (AccountRef account : accounts) {
            try {
                results.put(account, account(account));
            } catch (PlatformException e) {
                if (!isRefusal(e)) {
                    throw e;
                }
                results.put(account, Result.failed(e.problem()));
            }
        }
        return results;
    }

    @Override
    public Page<InteractionReading> mentions(AccountRef account, Window window, Cursor cursor) {
        return Page.empty();
    }

    @Override
    public Page<ReviewReading> reviews(AccountRef account, Window window, Cursor cursor) {
        return Page.empty();
    }

    @Override
    public Page<InsightReading> insights(AccountRef account, Window window, Cursor cursor) {
        return Page.empty();
    }
}
