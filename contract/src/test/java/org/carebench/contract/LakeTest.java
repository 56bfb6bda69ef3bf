package org.carebench.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.HopCount;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.lake.SourceRead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakeTest {

    @Test
    void readsAndWritesReleaseIds() {
        ReleaseId release = ReleaseId.parse("2025-12-06.12");

        assertThat(release.businessDate()).isEqualTo(BusinessDate.parse("2025-12-06"));
        assertThat(release.revision()).isEqualTo(12);
        assertThat(release).hasToString("2025-12-06.12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-12-06", "2025-12-06.0", "2025-12-06.x", "2025-12-06.1.2", ".1", ""})
    void refusesWhatIsNoReleaseId(String text) {
        assertThatThrownBy(() -> ReleaseId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot read ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-30", "06.12.2025", "2025-12-6", "latest", "", "2025-12-06T00:00"})
    void refusesWhatIsNoBusinessDate(String text) {
        assertThatThrownBy(() -> BusinessDate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot read business date '" + text
                        + "': write a calendar day as YYYY-MM-DD, for example 2025-12-06");
    }

    @Test
    void keepsFilesOfOneNightApartFromThoseOfAnother() {
        LakePaths paths = new LakePaths(Path.of("lake"));
        ReleaseId release = ReleaseId.parse("2025-12-06.1");

        assertThat(paths.landingFile("outcome", "cms", "cms-hcahps", release))
                .hasToString(
                        "lake/landing/outcome/business_date=2025-12-06/platform=cms/run=1/cms-hcahps-00000.parquet");
        assertThat(paths.landingManifest("outcome", "cms", "cms-hcahps", release))
                .hasToString(
                        "lake/landing/outcome/business_date=2025-12-06/platform=cms/run=1/cms-hcahps.manifest.json");
        assertThat(paths.nightManifest(release)).hasToString("lake/landing/night/business_date=2025-12-06/run=1.json");
        assertThat(LakePaths.releaseManifest(paths.martFolder(release)))
                .hasToString("lake/mart/release=2025-12-06.1/manifest.json");
        assertThat(paths.curatedFolder(release)).hasToString("lake/curated/release=2025-12-06.1");
    }

    @Test
    void refusesCountsThatLoseARow() {
        assertThatThrownBy(() -> new HopCount("conform", "post", 10, 8, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot reconcile hop conform of post: in 10, out 8, rejected 1, deduplicated 0");
        assertThatThrownBy(() -> new SourceRead("s", "cms", "f", "a.csv", "00", "2025-12-06", 10, 8, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot account for the rows of a.csv: read 10, landed 8, rejected 1");
    }
}
