package org.carebench.spark.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.carebench.spark.TestSession.rows;
import static org.carebench.spark.TestSession.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.carebench.contract.curated.Account;
import org.carebench.contract.lake.HopCount;
import org.carebench.contract.lake.ReleaseFile;
import org.carebench.spark.LandingLake;
import org.carebench.spark.table.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseLayerTest {

    private static final Account B = account("youtube:b", "cms:1", "CANDIDATE");
    private static final Account A2 = account("youtube:a", "cms:2", "CANDIDATE");
    private static final Account A1 = account("youtube:a", "cms:1", "VERIFIED");

    @TempDir
    private Path root;

    private LandingLake lake;
    private ReleaseLayer layer;
    private Path folder;

    @BeforeEach
    void openLayer() throws IOException {
        lake = new LandingLake(root);
        layer = ReleaseLayer.curated(spark(), lake.request());
        folder = root.resolve("curated/release=" + LandingLake.RELEASE);
    }

    @Test
    void writesSortedTablesADictionaryAndAManifestAndNothingElse() throws IOException {
        assertThat(layer.isComplete()).isFalse();

        layer.write(
                List.of(Table.of(Account.class, rows(Account.class, B, A2, A1))),
                written -> List.of(new HopCount("conform", "account", 4, written.getOrDefault("account", 0L), 0, 1)));

        assertThat(files()).containsExactly("account/part-00000.parquet", "dictionary.csv", "manifest.json");
        assertThat(layer.isComplete()).isTrue();
        assertThat(layer.read(Account.class).collectAsList())
                .extracting(row -> row.getString(0) + " " + row.getString(1))
                .containsExactly("youtube:a cms:1", "youtube:a cms:2", "youtube:b cms:1");
        assertThat(layer.manifest().hops()).containsExactly(new HopCount("conform", "account", 4, 3, 0, 1));
        assertThat(layer.manifest().files())
                .extracting(ReleaseFile::table, ReleaseFile::file, ReleaseFile::rows)
                .containsExactly(tuple("account", "account/part-00000.parquet", 3L));
        assertThat(Files.readString(folder.resolve("dictionary.csv")))
                .startsWith("table,grain,column,type,nullable,key,description\n"
                        + "account,\"one row per account and provider on the business date\",account_id,TEXT,false,true,"
                        + "\"Account, unique across platforms.\"\n");
    }

    @Test
    void removesWhatADeadAttemptLeft() throws IOException {
        Files.createDirectories(folder.resolve("unfinished/account"));
        Files.writeString(folder.resolve("unfinished/account/part-1.parquet"), "half");
        Files.createDirectories(folder.resolve("account"));
        Files.writeString(folder.resolve("account/part-00000.parquet"), "half");
        Files.writeString(folder.resolve("manifest.json.unfinished"), "{");

        layer.write(List.of(Table.of(Account.class, rows(Account.class, B))), written -> List.of());

        assertThat(files()).containsExactly("account/part-00000.parquet", "dictionary.csv", "manifest.json");
        assertThat(layer.read(Account.class).count()).isEqualTo(1);
    }

    @Test
    void writesAnEmptyTable() throws IOException {
        layer.write(List.of(Table.of(Account.class, rows(Account.class))), written -> List.of());

        assertThat(layer.read(Account.class).columns()).hasSize(7);
        assertThat(layer.manifest().files()).extracting(ReleaseFile::rows).containsExactly(0L);
    }

    @Test
    void refusesARepeatedKeyAndLeavesNoManifest() {
        assertThatThrownBy(() ->
                        layer.write(List.of(Table.of(Account.class, rows(Account.class, B, B))), written -> List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot write account: 1 keys occur more than once, its key being"
                        + " [account_id, organization_id]; it must hold one row per account and provider on the"
                        + " business date");
        assertThat(folder.resolve("manifest.json")).doesNotExist();
    }

    @Test
    void refusesAMissingValueThatTheContractDemands() {
        Table table = Table.of(
                Account.class,
                rows(Account.class, B).selectExpr("* except (platform)", "cast(null as string) platform"));

        assertThatThrownBy(() -> layer.write(List.of(table), written -> List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Cannot write account: 1 rows have no platform; it must hold one row per");
    }

    @Test
    void refusesAReleaseOfOtherInputs() throws IOException {
        layer.write(List.of(Table.of(Account.class, rows(Account.class, B))), written -> List.of());

        assertThatThrownBy(() -> ReleaseLayer.curated(spark(), lake.request("fingerprint-2"))
                        .isComplete())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("was made from other inputs (fingerprint fingerprint-1, not fingerprint-2)");
    }

    @Test
    void noticesAnAlteredFile() throws IOException {
        layer.write(List.of(Table.of(Account.class, rows(Account.class, B))), written -> List.of());
        Files.writeString(folder.resolve("account/part-00000.parquet"), "altered");

        assertThatThrownBy(() -> layer.isComplete())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("account/part-00000.parquet has checksum")
                .hasMessageContaining("delete the folder");
    }

    private static Account account(String id, String organizationId, String evidence) {
        return new Account(id, organizationId, "youtube", "@" + id, id, "ACTIVE", evidence);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
