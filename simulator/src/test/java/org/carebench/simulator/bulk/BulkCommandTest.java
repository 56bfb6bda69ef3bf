package org.carebench.simulator.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.CollectionState;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.LandingManifest;
import org.carebench.contract.lake.NightManifest;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.landing.Checksum;
import org.carebench.landing.JsonFile;
import org.carebench.landing.ParquetRows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BulkCommandTest {

    private static final ReleaseId RELEASE = new ReleaseId(BusinessDate.parse("2026-06-29"), 1);
    private static final Instant UNTIL = Instant.parse("2026-06-29T23:00:00Z");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void landSome() throws IOException {
        String small = Files.readString(Path.of("scenarios/small.yaml"));
        Files.writeString(folder.resolve("some.yaml"), small.replace("organizations: 40", "organizations: 16"));
        land(folder.resolve("lake"));
    }

    private static void land(Path lake) {
        int exit = new CommandLine(new BulkCommand())
                .execute(
                        "--scenario",
                        folder.resolve("some.yaml").toString(),
                        "--lake",
                        lake.toString(),
                        "--business-date",
                        "2026-06-29",
                        "--pseudonym-key",
                        "secret");
        assertThat(exit).isZero();
    }

    @Test
    void theNightListsEveryFileWithItsChecksum() throws IOException {
        NightManifest night = night();
        assertThat(night.sources()).extracting("platform").contains("bluesky", "google", "linkedin", "x");
        for (LandingManifest file : night.collected()) {
            assertThat(Checksum.ofFile(folder.resolve("lake").resolve(file.file())))
                    .isEqualTo(file.sha256());
        }
    }

    @Test
    void equalScenariosGiveEqualBytesWhateverTheThreadsDid() throws IOException {
        Path again = folder.resolve("again");
        land(again);
        for (LandingManifest file : night().collected()) {
            assertThat(again.resolve(file.file()))
                    .hasSameBinaryContentAs(folder.resolve("lake").resolve(file.file()));
        }
        assertThat(new LakePaths(again).nightManifest(RELEASE))
                .hasSameBinaryContentAs(new LakePaths(folder.resolve("lake")).nightManifest(RELEASE));
    }

    @Test
    void noPostIsReadTwiceAtOneInstantOrAfterTheNight() throws IOException {
        Set<String> seen = new HashSet<>();
        for (LandingManifest file : files("post_snapshot")) {
            try (ParquetRows rows = open(PostSnapshot.class, file)) {
                int id = column(rows, "post_id");
                int at = column(rows, "observed_at");
                while (rows.next()) {
                    long observed = (Long) Objects.requireNonNull(rows.value(at));
                    assertThat(seen.add(rows.value(id) + " " + observed)).isTrue();
                    assertThat(observed).isLessThanOrEqualTo(UNTIL.toEpochMilli() * 1000);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(500);
    }

    @Test
    void competitorsOnLinkedInAreCoveredAsNotOfferedAndHaveNoSnapshots() throws IOException {
        Set<Object> owned = new HashSet<>();
        int notOffered = 0;
        for (LandingManifest file : files("account_coverage")) {
            try (ParquetRows rows = open(AccountCoverage.class, file)) {
                int platform = column(rows, "platform");
                int relation = column(rows, "relation");
                int state = column(rows, "state");
                int account = column(rows, "account_id");
                while (rows.next()) {
                    if ("linkedin".equals(rows.value(platform))) {
                        if ("OTHER".equals(rows.value(relation))) {
                            assertThat(rows.value(state)).isEqualTo("NOT_OFFERED");
                            notOffered++;
                        } else {
                            owned.add(Objects.requireNonNull(rows.value(account)));
                        }
                    }
                }
            }
        }
        assertThat(notOffered).isPositive();
        for (LandingManifest file : files("account_snapshot")) {
            if (file.platform().equals("linkedin")) {
                try (ParquetRows rows = open(AccountSnapshot.class, file)) {
                    int account = column(rows, "account_id");
                    while (rows.next()) {
                        assertThat(owned).contains(Objects.requireNonNull(rows.value(account)));
                    }
                }
            }
        }
    }

    @Test
    void theStateLetsTheNextNightGoOn() throws IOException {
        int followed = 0;
        for (LandingManifest file : files("collection_state")) {
            CollectionState state = JsonFile.read(folder.resolve("lake").resolve(file.file()), CollectionState.class);
            for (CollectionState.AccountState account : state.accounts()) {
                assertThat(account.rosterKey()).isNotBlank();
                if (account.postsReadTo() != null) {
                    assertThat(account.postsReadTo()).isEqualTo(UNTIL);
                }
                followed += account.posts().size();
            }
        }
        assertThat(followed).isPositive();
    }

    @Test
    void rowsOfManifestsAreThoseOfTheFiles() throws IOException {
        for (LandingManifest file : files("account_snapshot")) {
            long rows = 0;
            try (ParquetRows read = open(AccountSnapshot.class, file)) {
                while (read.next()) {
                    rows++;
                }
            }
            assertThat(rows).isEqualTo(file.rows());
        }
        assertThat(Files.isRegularFile(new LakePaths(folder.resolve("lake")).nightManifest(RELEASE)))
                .isTrue();
    }

    private static NightManifest night() throws IOException {
        return JsonFile.read(new LakePaths(folder.resolve("lake")).nightManifest(RELEASE), NightManifest.class);
    }

    private static List<LandingManifest> files(String dataset) throws IOException {
        return night().collected().stream()
                .filter(file -> file.dataset().equals(dataset))
                .toList();
    }

    private static ParquetRows open(Class<? extends Record> type, LandingManifest file) throws IOException {
        return ParquetRows.open(DatasetSchema.of(type), folder.resolve("lake").resolve(file.file()));
    }

    private static int column(ParquetRows rows, String name) {
        return rows.columns().stream().map(c -> c.name()).toList().indexOf(name);
    }
}
