package org.carebench.jobs.collect;

import java.util.List;
import java.util.Locale;
import org.carebench.contract.dataset.LinkEvidence;
import org.carebench.jobs.platform.AccountRef;

/**
 * An account of the roster with every provider that it belongs to.
 *
 * @param owners in the order of the roster
 */
record RosterEntry(AccountRef account, List<Owner> owners) {

    /** A provider that the account belongs to. */
    record Owner(String organizationId, LinkEvidence evidence) {}

    RosterEntry {
        owners = List.copyOf(owners);
    }

    /** What finds an account again: its server and its name, whatever their case. */
    static String key(RosterRow row) {
        String handle = row.handle().startsWith("@") ? row.handle().substring(1) : row.handle();
        return ((row.homeServer() == null ? "" : row.homeServer() + "/") + handle).toLowerCase(Locale.ROOT);
    }

    /** Unique across platforms; the name stands in as long as nobody knows the platform's permanent id. */
    static String accountId(AccountRef account) {
        String server = account.homeServer() == null ? "" : account.homeServer() + "/";
        return account.stableId() == null
                ? account.platform() + ":@" + account.rosterKey()
                : account.platform() + ":" + server + account.stableId();
    }
}
