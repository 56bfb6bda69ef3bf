package org.carebench.simulator.write;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;

/** Which accounts belong to which provider, as somebody wrote it down on a day: what became of them later is not in it. */
final class Roster {

    static final String FILE = "roster.csv";

    private static final List<String> COLUMNS = List.of(
            "organization_id", "platform", "handle", "stable_id", "home_server", "relation", "credential", "evidence");

    /** Platforms that an owner's access addresses by stable id. */
    private static final Set<Platform> BY_STABLE_ID =
            Set.of(Platform.LINKEDIN, Platform.TIKTOK, Platform.FACEBOOK, Platform.INSTAGRAM, Platform.GOOGLE);

    private final World world;
    private final Instant asOf;

    Roster(World world, Instant asOf) {
        this.world = world;
        this.asOf = asOf;
    }

    void write(Path folder) throws IOException {
        try (CsvTable table = CsvTable.create(folder.resolve(FILE), COLUMNS)) {
            for (Platform platform : Platform.values()) {
                for (Account account : world.accounts(platform)) {
                    if (account.existsAt(asOf)) {
                        write(account, table);
                    }
                }
            }
        }
    }

    private void write(Account account, CsvTable table) throws IOException {
        for (String organizationId : account.organizationIds()) {
            table.row(
                    organizationId,
                    account.platform().key(),
                    account.handleAt(asOf),
                    stableId(account),
                    account.homeServer(),
                    account.relation(),
                    null,
                    account.evidence());
        }
    }

    /** What the roster says of the stable id; blank where Carebench finds it by the handle. */
    static @Nullable String stableId(Account account) {
        boolean owned = account.relation() == Relation.OWNED;
        if (account.platform() == Platform.GOOGLE && !owned) {
            return account.placeId();
        }
        return owned && BY_STABLE_ID.contains(account.platform()) ? account.stableId() : null;
    }
}
