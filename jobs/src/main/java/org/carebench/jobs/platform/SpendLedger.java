package org.carebench.jobs.platform;

import java.time.LocalDate;

/** Keeps what was spent of an allowance, so that several runs in one period never exceed it together. */
public interface SpendLedger {

    /**
     * What an allowance is kept for.
     *
     * @param credential alias; empty where there is none
     * @param periodStart first day of the period in the zone of the quota
     */
    record Account(String platform, String credential, LocalDate periodStart) {}

    /**
     * Takes units out of an allowance.
     *
     * @param limit what may be spent in the period
     * @return whether they were still there; nothing is taken otherwise
     */
    boolean take(Account account, long units, long limit);

    /** Gives back what was taken and not spent. */
    void giveBack(Account account, long units);

    /** What was taken so far. */
    long spent(Account account);
}
