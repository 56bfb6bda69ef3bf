package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.e2e.SampleNights.SECOND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is called wrongly, or configured wrongly, is said in one sentence with an exit code that a scheduler can act on. */
class BadCommandIT {

    private static final Home HOME = Home.create("bad_command");

    @ParameterizedTest
    @CsvSource({
        "1999-01-01, 3, begin on 2022-03-01",
        "2099-01-01, 3, has not come yet",
        "2025-02-30, 2, YYYY-MM-DD",
        "latest, 2, YYYY-MM-DD"
    })
    void refusesAnUnknownBusinessDate(String date, int exitCode, String says) {
        HOME.sample("nightly", "--business-date", date).run().failedWithOneSentence(exitCode, date, says);
    }

    @Test
    void refusesAnUnknownCommand() {
        Call.carebench("nightmare").run().failedWithOneSentence(2, "'nightmare'", "--help");
    }

    @Test
    void refusesAnUnknownOption() {
        HOME.sample("nightly", "--business-date", SECOND, "--fast")
                .run()
                .failedWithOneSentence(2, "'--fast'", "--help");
    }

    @Test
    void asksForTheBusinessDate() {
        HOME.sample("nightly").run().failedWithOneSentence(2, "--business-date", "--help");
    }

    @Test
    void refusesABenchmarkBeforeTheExtraction() {
        HOME.sample("benchmark", "--business-date", SECOND)
                .run()
                .failedWithOneSentence(3, "benchmark", SECOND, "Run extract --business-date " + SECOND);
    }

    @Test
    void refusesToPublishWhatIsNotComputed() {
        SampleNights.extracted()
                .copy("publish_too_early")
                .sample("publish", "--business-date", SECOND)
                .run()
                .failedWithOneSentence(1, "not computed", "Run benchmark --business-date " + SECOND);
    }

    /**
     * A profile with one fault.
     *
     * @param from a part of the sample's profile
     * @param to what stands there instead
     * @param says what the sentence must name besides the profile
     */
    record Fault(String name, String from, String to, String... says) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Fault> profiles() {
        return List.of(
                new Fault("unknown key", "synthetic: true", "synthetic: true\n  colour: red", "colour"),
                new Fault("unknown format", "format: hifld-hospitals", "format: hifld-clinics", "hifld-clinics"),
                new Fault("unreadable date", "as-of: 2020-05-08", "as-of: yesterday", "as-of"),
                new Fault("no YAML", "sources:", "sources: [", "YAML", "line"));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void refusesAProfileWithAFault(Fault fault) throws IOException {
        String text = Files.readString(Installation.SAMPLE_PROFILE);
        assertThat(text).contains(fault.from());
        Path profile = Home.emptyFolder("bad_profile").resolve("bad.yaml");
        Files.writeString(profile, text.replaceFirst(fault.from(), fault.to()));

        HOME.call("extract", "--business-date", SECOND)
                .with("--config", profile.toString())
                .run()
                .failedWithOneSentence(3, fault.says());
    }

    @Test
    void namesTheProfileThatIsEmpty() throws IOException {
        Path profile = Files.createFile(Home.emptyFolder("empty_profile").resolve("empty.yaml"));

        HOME.call("extract", "--business-date", SECOND)
                .with("--config", profile.toString())
                .run()
                .failedWithOneSentence(3, "empty.yaml");
    }

    @Test
    void namesTheProfileThatIsMissing() {
        HOME.call("extract", "--business-date", SECOND, "--config", "nowhere.yaml")
                .run()
                .failedWithOneSentence(3, "nowhere.yaml", "config/profiles");
    }

    @Test
    void saysThatTheWarehouseCannotBeReached() {
        Call.carebench("extract", "--business-date", SECOND)
                .with("--config", Installation.SAMPLE_PROFILE.toString())
                .with("--home", HOME.folder().toString())
                .with("--warehouse-url", "jdbc:postgresql://127.0.0.1:1/nowhere", "--warehouse-user", "nobody")
                .run()
                .failedWithOneSentence(1, "jdbc:postgresql://127.0.0.1:1/nowhere");
    }

    @Test
    void saysThatThePasswordIsWrongWithoutSayingIt() {
        Outcome outcome = HOME.sample("extract", "--business-date", SECOND)
                .withEnvironment("CAREBENCH_WAREHOUSE_PASSWORD", "guessed")
                .run();

        outcome.failedWithOneSentence(1, HOME.database().url(), "password");
        assertThat(outcome.error()).doesNotContain("guessed");
    }
}
