package org.carebench.jobs.collect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.PlatformSettings;
import org.carebench.jobs.source.CsvFile;
import org.carebench.jobs.source.NamedFile;
import org.carebench.jobs.source.RowRejectedException;

/** The accounts of the roster in force, by platform, each once. Rows that cannot be read are reported by the extraction of the roster file itself. */
final class Roster {

    private record Key(String platform, String key) {}

    private final Map<Key, RosterEntry> entries = new LinkedHashMap<>();

    private Roster() {}

    /** Reads the rosters that are in force on a business date; empty where the profile has none. */
    static Roster inForce(CarebenchProperties properties, BusinessDate businessDate) {
        Roster roster = new Roster();
        for (CarebenchProperties.Source source : properties.sources()) {
            if (source.format().equals(AccountRoster.NAME)) {
                Optional<CarebenchProperties.Vintage> vintage = source.inForce(businessDate);
                vintage.ifPresent(file -> roster.read(properties, file.file()));
            }
        }
        return roster;
    }

    List<RosterEntry> accountsOf(String platform) {
        return entries.values().stream()
                .filter(entry -> entry.account().platform().equals(platform))
                .toList();
    }

    /** Platforms of the roster, in the order in which they first occur. */
    List<String> platforms() {
        return entries.keySet().stream().map(Key::platform).distinct().toList();
    }

    private void read(CarebenchProperties properties, String file) {
        NamedFile roster = new NamedFile(file, properties.inputFolder().resolve(file));
        CsvFile.readReference(roster, AccountRoster.COLUMNS, row -> {
            try {
                row.requireReadable();
                add(RosterRow.of(row), properties.platforms());
            } catch (RowRejectedException e) {
                // The extraction of the roster lands the problem of this row.
                return;
            }
        });
    }

    private void add(RosterRow row, Map<String, PlatformSettings> platforms) {
        PlatformSettings settings = platforms.get(row.platform());
        String credential = row.credential() == null && settings != null ? settings.credential() : row.credential();
        String rosterKey = RosterEntry.key(row);
        RosterEntry.Owner owner = new RosterEntry.Owner(row.organizationId(), row.evidence());
        AccountRef account = new AccountRef(
                row.platform(),
                rosterKey,
                row.handle(),
                row.stableId(),
                row.relation(),
                row.homeServer(),
                credential == null || credential.isBlank() ? null : credential);
        entries.merge(new Key(row.platform(), rosterKey), new RosterEntry(account, List.of(owner)), Roster::withOwner);
    }

    private static RosterEntry withOwner(RosterEntry known, RosterEntry more) {
        List<RosterEntry.Owner> owners = new ArrayList<>(known.owners());
        more.owners().stream()
                .filter(owner -> owners.stream()
                        .noneMatch(other -> other.organizationId().equals(owner.organizationId())))
                .forEach(owners::add);
        return new RosterEntry(known.account(), owners);
    }
}
