package org.carebench.jobs.platform;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The budgets of one platform: one per credential, server and bucket. The quota of a period is one per credential, whatever the
 * bucket.
 */
public final class Budgets {

    private record Key(String credential, String server, String bucket) {}

    private final String platform;
    private final PlatformSettings settings;
    private final SpendLedger ledger;
    private final Budget.Ticker ticker;
    private final Clock clock;
    private final Map<Key, Budget> budgets = new ConcurrentHashMap<>();

    public Budgets(String platform, PlatformSettings settings, SpendLedger ledger, Budget.Ticker ticker, Clock clock) {
        this.platform = platform;
        this.settings = settings;
        this.ledger = ledger;
        this.ticker = ticker;
        this.clock = clock;
    }

    /**
     * The budget of a credential at a server. Servers of one platform have limits of their own.
     *
     * @param credential alias; NULL for requests without one, which share the address of this machine
     */
    public Budget of(@Nullable String credential, String server, String bucket) {
        Key key = new Key(Objects.requireNonNullElse(credential, ""), server, bucket);
        return budgets.computeIfAbsent(
                key, unused -> new Budget(platform, credential, settings, ledger, ticker, clock));
    }
}
