package org.carebench.jobs.source.export;

import static org.carebench.jobs.source.SourceColumn.column;

import java.util.List;
import java.util.Optional;
import org.carebench.jobs.source.SourceColumn;
import org.carebench.jobs.source.SourceField;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of Sprout's reports. A report names an account, and may give the platform's permanent id and an id of
 * Sprout's own; the latter is the account's only where the crosswalk says so.
 */
final class SproutAccounts {

    private static final String PROFILE = "Profile";
    private static final String NETWORK_ID = "Network ID";
    private static final String PROFILE_ID = "Profile ID";

    static final List<SourceColumn> COLUMNS = List.of(
            column(PROFILE, "Profile Name"),
            column(NETWORK_ID).optional(),
            column(PROFILE_ID).optional());

    private final AccountCrosswalk crosswalk;

    private SproutAccounts(AccountCrosswalk crosswalk) {
        this.crosswalk = crosswalk;
    }

    static SproutAccounts of(SourceVintage vintage) {
        return new SproutAccounts(AccountCrosswalk.of(vintage));
    }

    static SourceField name(SourceRow row) {
        return row.field(PROFILE);
    }

    Optional<ProviderAccount> find(String platform, SourceRow row) {
        return crosswalk.find(platform, permanentId(platform, row), name(row).required());
    }

    private @Nullable String permanentId(String platform, SourceRow row) {
        String networkId = id(row, NETWORK_ID);
        if (networkId != null) {
            return networkId;
        }
        String profileId = id(row, PROFILE_ID);
        return profileId != null && crosswalk.knows(platform, profileId) ? profileId : null;
    }

    private static @Nullable String id(SourceRow row, String column) {
        return row.has(column) && !ExportedNumbers.isMissing(row.field(column))
                ? ExportedIds.plain(row.field(column))
                : null;
    }
}
