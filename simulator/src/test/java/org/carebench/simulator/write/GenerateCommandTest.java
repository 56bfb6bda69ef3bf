package org.carebench.simulator.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
            assertThat(written).hasSize(20);
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

    @Test
    void theLinkageGivesTheSystemOfEveryHospitalThatHasANumber() throws IOException {
        generate(folder);
        Map<String, Map<String, String>> truth = byId("truth/organizations.csv", "organization_id");
        List<Map<String, String>> rows = rows("ahrq/chsp-hospital-linkage.csv");

        assertThat(rows).hasSize(40);
        assertThat(rows).filteredOn(row -> row.get("ccn").isEmpty()).hasSize(1);
        assertThat(rows)
                .extracting(row -> row.get("health_sys_id"))
                .contains("")
                .hasSizeGreaterThan(1);
        for (Map<String, String> row : rows) {
            if (!row.get("ccn").isEmpty()) {
                Map<String, String> known = truth.get("cms:" + row.get("ccn"));
                String system = known.get("system");
                assertThat(row.get("health_sys_id"))
                        .isEqualTo(system.isEmpty() ? "" : system.replace("system-", "HSI0000"));
                assertThat(row.get("hos_majteach"))
                        .isEqualTo(known.get("teaching").equals("true") ? "1" : "0");
                assertThat(Double.parseDouble(row.get("hos_res")) > 0)
                        .isEqualTo(Boolean.parseBoolean(known.get("teaching")));
                assertThat(row.get("hos_beds")).isEqualTo(known.get("beds"));
            }
        }
    }

    @Test
    void theProviderOfServicesFileGivesTeachingRuralityAndBedsAmongOtherFacilities() throws IOException {
        generate(folder);
        Map<String, Map<String, String>> truth = byId("truth/organizations.csv", "organization_id");
        List<Map<String, String>> rows = rows("cms/Provider_of_Services.csv");

        assertThat(rows)
                .filteredOn(row -> row.get("PRVDR_CTGRY_CD").equals("04"))
                .hasSize(4);
        assertThat(rows)
                .filteredOn(row -> row.get("PRVDR_CTGRY_CD").equals("01"))
                .hasSize(40)
                .allSatisfy(row -> {
                    Map<String, String> known = truth.get("cms:" + row.get("PRVDR_NUM"));
                    assertThat(row.get("CBSA_URBN_RRL_IND"))
                            .isEqualTo(known.get("rural").equals("true") ? "R" : "U");
                    assertThat(row.get("MDCL_SCHL_AFLTN_CD"))
                            .isEqualTo(known.get("teaching").equals("true") ? "1" : "4");
                    assertThat(row.get("BED_CNT")).isEqualTo(known.get("beds"));
                    assertThat(row.get("PGM_TRMNTN_CD")).isEqualTo("00");
                });
    }

    private Map<String, Map<String, String>> byId(String file, String column) throws IOException {
        return rows(file).stream().collect(Collectors.toMap(row -> row.get(column), row -> row));
    }

    /** Rows by column; none of these files has quoted cells. */
    private List<Map<String, String>> rows(String file) throws IOException {
        String[] columns = header(file).split(",");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines(file).subList(1, lines(file).size())) {
            String[] cells = line.split(",", -1);
            assertThat(cells).hasSameSizeAs(columns);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
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
