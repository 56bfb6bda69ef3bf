package org.carebench.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carebench.contract.lake.HopCount;
import org.carebench.contract.lake.LandingManifest;
import org.carebench.contract.lake.NightManifest;
import org.carebench.contract.lake.ReleaseFile;
import org.carebench.contract.lake.ReleaseManifest;
import org.carebench.contract.lake.SourceRead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {

    private static final NightManifest NIGHT = new NightManifest(
            "2025-12-06.1",
            "fingerprint",
            List.of(new SourceRead("a", "p", "f", "ü \"quoted\".csv", "sum", "2024-07-01", 3, 2, 1)),
            List.of(new LandingManifest("outcome", "p", "a", "2025-12-06.1", "landing/x.parquet", 2, "sum")),
            List.of(new LandingManifest("review", "p", "s", "2025-12-06.1", "landing/y.parquet", 3, "sum")),
            List.of("2025-12-05.1"));

    private final Path folder;

    JsonFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsBackANightManifest() throws IOException {
        Path file = folder.resolve("deep/er/night.json");

        JsonFile.write(file, NIGHT);

        assertThat(JsonFile.read(file, NightManifest.class)).isEqualTo(NIGHT);
    }

    @Test
    void leavesOnlyTheFileItself() throws IOException {
        Path file = folder.resolve("night.json");
        Files.writeString(folder.resolve("night.json.tmp"), "left by a killed run");
        Files.writeString(file, "older");

        JsonFile.write(file, NIGHT);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(JsonFile.read(file, NightManifest.class)).isEqualTo(NIGHT);
    }

    @Test
    void writesEqualBytesForEqualContent() throws IOException {
        ReleaseManifest one = manifest(Map.of("a", "1", "b", "2", "c", "3"));
        ReleaseManifest other = manifest(new TreeMap<>(Map.of("c", "3", "b", "2", "a", "1")).descendingMap());

        JsonFile.write(folder.resolve("one.json"), one);
        JsonFile.write(folder.resolve("other.json"), other);

        assertThat(folder.resolve("one.json")).hasSameBinaryContentAs(folder.resolve("other.json"));
        assertThat(folder.resolve("one.json")).content().endsWith("}\n").doesNotContain("\r");
    }

    private static ReleaseManifest manifest(Map<String, String> versions) {
        return new ReleaseManifest(
                "2025-12-06.1",
                "mart",
                "code",
                "fingerprint",
                versions,
                List.of(new HopCount("conform", "post", 3, 2, 0, 1)),
                List.of(new ReleaseFile("adoption", "adoption/part-00000.parquet", 1, "sum")));
    }
}
