package org.carebench.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.jobs.collect.TestCollections;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.config.CarebenchProperties.Source;
import org.carebench.jobs.config.CarebenchProperties.Spark;
import org.carebench.jobs.config.CarebenchProperties.Vintage;
import org.carebench.jobs.config.CarebenchProperties.Warehouse;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.source.RowMapper;
import org.carebench.jobs.source.SourceColumn;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.source.SourceFormat;
import org.carebench.jobs.source.SourceVintage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightPlannerTest {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2025-12-31T23:30:00Z"), ZoneOffset.UTC);
    private static final BusinessDate NIGHT = BusinessDate.parse("2025-12-06");

    private final Path root;

    NightPlannerTest(@TempDir Path root) {
        this.root = root;
    }

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectories(root.resolve("config/measures"));
        Files.createDirectories(root.resolve("input"));
        write("config/benchmark.yaml", "benchmark");
        write("config/comparison.yaml", "comparison");
        write("config/geography.yaml", "geography");
        write("config/measures/a.yaml", "measures");
        Files.createDirectories(root.resolve("config/metrics"));
        write("config/metrics.yaml", "metric rule");
        write("config/index.yaml", "index rule");
        write("config/metrics/a.yaml", "metrics");
        Files.createDirectories(root.resolve("config/topics"));
        write("config/topics/keywords.yaml", "topics");
        for (String file : List.of("old.csv", "new.csv", "other.csv", "list.csv")) {
            write("input/" + file, file);
        }
    }

    @ParameterizedTest
    @CsvSource({"2022-03-01, old.csv", "2024-06-30, old.csv", "2024-07-01, new.csv", "2025-12-31, new.csv"})
    void takesTheNewestFileThatWasKnownOnTheBusinessDate(String date, String file) {
        NightPlan plan = planner(profile("home", Map.of())).plan(BusinessDate.parse(date));

        assertThat(plan.sources().get(0).vintage().file()).isEqualTo(file);
        assertThat(plan.sources().get(0).vintage().path())
                .isEqualTo(root.resolve("input").resolve(file));
        assertThat(plan.businessDate()).isEqualTo(BusinessDate.parse(date));
    }

    @ParameterizedTest
    @CsvSource({"2025-09-30, 1", "2025-10-01, 2"})
    void leavesOutSourcesWithoutAFileInForce(String date, int sources) {
        NightPlan plan = planner(profile("home", Map.of())).plan(BusinessDate.parse(date));

        assertThat(plan.sources()).hasSize(sources);
        assertThat(plan.notInForce()).isEqualTo(sources == 1 ? List.of("other") : List.of());
    }

    @Test
    void refusesADateBeforeTheSourcesBegin() {
        assertThatThrownBy(() -> planner(profile("home", Map.of())).plan(BusinessDate.parse("2022-02-28")))
                .isInstanceOf(UnknownBusinessDateException.class)
                .hasMessage(
                        "Cannot run a night for 2022-02-28: the sources of profile 'test' begin on 2022-03-01. Choose that"
                                + " day or a later one.");
    }

    @Test
    void refusesADayThatHasNotCome() {
        assertThatThrownBy(() -> planner(profile("home", Map.of())).plan(BusinessDate.parse("2026-01-01")))
                .isInstanceOf(UnknownBusinessDateException.class)
                .hasMessage(
                        "Cannot run a night for 2026-01-01: that day has not come yet (today is 2025-12-31). Choose an"
                                + " earlier day.");
    }

    @Test
    void refusesAMissingFile() throws IOException {
        Files.delete(root.resolve("input/new.csv"));

        assertThatThrownBy(() -> plan(profile("home", Map.of())))
                .isInstanceOf(SourceFileException.class)
                .hasMessage("Cannot read new.csv: there is no file " + root.resolve("input/new.csv")
                        + ". Check the input folder of the profile.");
    }

    @Test
    void refusesAMissingReference() throws IOException {
        Files.delete(root.resolve("input/list.csv"));

        assertThatThrownBy(() -> plan(profile("home", Map.of())))
                .isInstanceOf(SourceFileException.class)
                .hasMessageStartingWith("Cannot read list.csv: there is no file ");
    }

    @Test
    void refusesAnUnknownFormat() {
        CarebenchProperties profile = profile("home", Map.of());

        assertThatThrownBy(() -> new NightPlanner(
                                profile, new SourceFormats(List.of()), TestCollections.planner(profile, TODAY), TODAY)
                        .plan(NIGHT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "Cannot read source first: the profile gives it format 'letters', but the formats are");
    }

    @Test
    void refusesTwoSourcesOfOneName() {
        CarebenchProperties profile = profile("home", Map.of());
        CarebenchProperties twice = withSources(
                profile, List.of(profile.sources().get(0), profile.sources().get(0)));

        assertThatThrownBy(() -> planner(twice).plan(NIGHT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("first");
    }

    @Test
    void givesEqualInputsEqualFingerprints() {
        assertThat(fingerprint(profile("home", Map.of()))).matches("[0-9a-f]{64}");
        assertThat(fingerprint(profile("home", Map.of()))).isEqualTo(fingerprint(profile("home", Map.of())));
        assertThat(fingerprint(profile("home", Map.of()))).isEqualTo(fingerprint(profile("/elsewhere", Map.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "input/new.csv",
        "input/other.csv",
        "input/list.csv",
        "config/benchmark.yaml",
        "config/comparison.yaml",
        "config/geography.yaml",
        "config/measures/a.yaml",
        "config/measures/b.yaml",
        "config/metrics.yaml",
        "config/index.yaml",
        "config/metrics/a.yaml",
        "config/metrics/b.yaml",
        "config/topics/keywords.yaml"
    })
    void givesChangedFilesAnotherFingerprint(String file) throws IOException {
        String before = fingerprint(profile("home", Map.of()));

        write(file, "changed");

        assertThat(fingerprint(profile("home", Map.of()))).isNotEqualTo(before);
    }

    @Test
    void givesChangedSettingsAnotherFingerprint() {
        String before = fingerprint(profile("home", Map.of()));

        assertThat(fingerprint(profile("home", Map.of("period-start", "2024-01-01"))))
                .isNotEqualTo(before);
    }

    @Test
    void doesNotMindFilesThatAreNotInForce() throws IOException {
        String before = fingerprint(profile("home", Map.of()));

        write("input/old.csv", "changed");

        assertThat(fingerprint(profile("home", Map.of()))).isEqualTo(before);
    }

    private String fingerprint(CarebenchProperties profile) {
        return plan(profile).inputFingerprint();
    }

    private NightPlan plan(CarebenchProperties profile) {
        return planner(profile).plan(NIGHT);
    }

    private static NightPlanner planner(CarebenchProperties profile) {
        return new NightPlanner(
                profile, new SourceFormats(List.of(new Letters())), TestCollections.planner(profile, TODAY), TODAY);
    }

    private CarebenchProperties profile(String home, Map<String, String> settings) {
        return new CarebenchProperties(
                root,
                Path.of(home),
                Path.of("input"),
                "test",
                true,
                LocalDate.parse("2022-03-01"),
                1,
                new Warehouse(null, null, null),
                new Spark("local[1]", List.of(), Map.of()),
                List.of(
                        new Source(
                                "first",
                                "letters",
                                "post",
                                1,
                                List.of(
                                        new Vintage(
                                                LocalDate.parse("2024-07-01"),
                                                "new.csv",
                                                Map.of("list", "list.csv"),
                                                settings),
                                        new Vintage(LocalDate.parse("2022-03-01"), "old.csv", Map.of(), Map.of()))),
                        new Source(
                                "other",
                                "letters",
                                "post",
                                1,
                                List.of(new Vintage(LocalDate.parse("2025-10-01"), "other.csv", Map.of(), Map.of())))),
                TestCollections.DEFAULTS,
                Map.of(),
                TestCollections.SERVING);
    }

    private static CarebenchProperties withSources(CarebenchProperties profile, List<Source> sources) {
        return new CarebenchProperties(
                profile.root(),
                profile.home(),
                profile.input(),
                profile.profile(),
                profile.synthetic(),
                profile.firstBusinessDate(),
                profile.parallelSources(),
                profile.warehouse(),
                profile.spark(),
                sources,
                profile.collection(),
                profile.platforms(),
                profile.service());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(root.resolve(file), text);
    }

    /** A format that nobody reads. */
    private static final class Letters implements SourceFormat {

        @Override
        public String name() {
            return "letters";
        }

        @Override
        public List<SourceColumn> columns() {
            return List.of();
        }

        @Override
        public List<Class<? extends Record>> datasets() {
            return List.of();
        }

        @Override
        public RowMapper mapper(SourceVintage vintage) {
            throw new UnsupportedOperationException("planning reads no rows");
        }
    }
}
