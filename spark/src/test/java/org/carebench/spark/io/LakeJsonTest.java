package org.carebench.spark.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.carebench.contract.lake.BedBand;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.lake.ReleaseFile;
import org.carebench.contract.lake.ReleaseManifest;
import org.carebench.spark.LandingLake;
import org.junit.jupiter.api.Test;

class LakeJsonTest {

    @Test
    void readsWhatItWrites() {
        BenchmarkRequest request = new LandingLake(Path.of("lake")).request();

        assertThat(LakeJson.read(LakeJson.write(request), BenchmarkRequest.class, "request.json"))
                .isEqualTo(request);
    }

    @Test
    void writesKeysInAStableOrder() {
        ReleaseManifest manifest = new ReleaseManifest(
                "2025-12-06.1",
                "mart",
                "1",
                "f",
                Map.of("c", "3", "a", "1", "b", "2"),
                List.of(),
                List.of(new ReleaseFile("t", "t/part-00000.parquet", 1, "00")));

        assertThat(LakeJson.write(manifest)).isEqualTo("""
                        {
                          "release" : "2025-12-06.1",
                          "layer" : "mart",
                          "codeVersion" : "1",
                          "inputFingerprint" : "f",
                          "definitionVersions" : {
                            "a" : "1",
                            "b" : "2",
                            "c" : "3"
                          },
                          "hops" : [ ],
                          "files" : [ {
                            "table" : "t",
                            "file" : "t/part-00000.parquet",
                            "rows" : 1,
                            "sha256" : "00"
                          } ]
                        }
                        """);
    }

    @Test
    void refusesWhatIsMissingUnknownOrBroken() {
        assertThatThrownBy(() -> LakeJson.read("{\"label\":\"a\",\"from\":1}", BedBand.class, "band.json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot read band.json as BedBand: Missing creator property 'to'");
        assertThatThrownBy(() ->
                        LakeJson.read("{\"label\":\"a\",\"from\":1,\"to\":2,\"x\":3}", BedBand.class, "band.json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot read band.json as BedBand: Unrecognized field \"x\"");
        assertThatThrownBy(() -> LakeJson.read("{\"label\"", BedBand.class, "band.json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot read band.json as BedBand: Unexpected end-of-input");
    }
}
