package org.carebench.simulator.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateCommandTest {

    @TempDir
    private Path folder;

    @Test
    void writesTheFilesThatCarebenchReadsWithTheirHeaders() throws IOException {
        generate(folder);
        assertThat(header("cms/Hospital_General_Information.csv"))
                .startsWith("Facility ID,Facility Name,Address,City/Town");
        assertThat(header("hifld/us_hospital_locations.csv")).startsWith("X,Y,FID,ID,NAME,ADDRESS");
        assertThat(header("cms/hcahps_recommend.csv"))
                .isEqualTo(
                        "facility_id,facility_name,state,rating,recommend_percent,completed_surveys,recommend_quintile");
        assertThat(header("roster.csv"))
                .isEqualTo("organization_id,platform,handle,stable_id,home_server,relation,credential,evidence");
        assertThat(lines("cms/Hospital_General_Information.csv")).hasSize(41);
    }

    @Test
    void equalScenariosGiveEqualBytes() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        generate(first);
        generate(second);
        try (Stream<Path> files = Files.walk(first)) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            assertThat(written).hasSize(18);
            for (Path file : written) {
                assertThat(second.resolve(first.relativize(file))).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void theRosterGivesStableIdsWherePlatformsNeedThem() throws IOException {
        generate(folder);
        List<String> roster = lines("roster.csv");
        assertThat(roster)
                .filteredOn(row -> row.contains(",linkedin,") && row.contains(",OWNED,"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.split(",", -1)[3]).isNotBlank());
        assertThat(roster)
                .filteredOn(row -> row.contains(",mastodon,"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.split(",", -1)[4]).endsWith(".example"));
        assertThat(roster)
                .filteredOn(row -> row.contains(",x,"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.split(",", -1)[3]).isBlank());
    }

    private static void generate(Path output) {
        int exit = new CommandLine(new GenerateCommand())
                .execute("--scenario", "scenarios/small.yaml", "--output", output.toString());
        assertThat(exit).isZero();
    }

    private String header(String file) throws IOException {
        return lines(file).get(0);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }
}
