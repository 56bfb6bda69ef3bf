package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.e2e.SampleNights.SECOND;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that cannot be used stops the night with one clear sentence, and what was published stays as it is. */
class BadInputIT {

    private static final String RECOMMEND = "cms/hcahps_recommend-2024.csv";
    private static final String VIDEOS = "youtube/health_videos.csv";

    /** Changes the text of a file. */
    private interface Damage {
        byte[] to(String text);
    }

    /**
     * A file of the sample with one fault.
     *
     * @param says what the sentence must name besides the file
     */
    record Fault(String name, String file, Damage damage, String... says) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "missing column",
                        RECOMMEND,
                        text -> utf8(text.replaceFirst("recommend_percent", "recommend_share")),
                        "no column 'recommend_percent'"),
                new Fault(
                        "column named twice",
                        RECOMMEND,
                        text -> utf8(text.replaceFirst("\n", ",recommend_percent\n")),
                        "'recommend_percent' more than once"),
                new Fault("cut in a row", RECOMMEND, text -> utf8(rows(text, 50) + "050999,\"CO"), "cut off"),
                new Fault(
                        "cut in a row, with a line break",
                        RECOMMEND,
                        text -> utf8(rows(text, 50) + "050999,\"CORRIN\",CA\n"),
                        "cut off"),
                new Fault("cut between quotes", VIDEOS, text -> utf8(cutBetweenQuotes(text)), "cut off"),
                new Fault(
                        "last line break missing",
                        RECOMMEND,
                        text -> utf8(text.substring(0, text.length() - 1)),
                        "line break"),
                new Fault("cut after half of the rows", RECOMMEND, text -> utf8(rows(text, 58)), "57 rows", "110"),
                new Fault(
                        "Latin-1",
                        "cms/Hospital_General_Information-2024-07.csv",
                        text -> text.replaceFirst("HOSPITAL", "HÔSPITAL").getBytes(StandardCharsets.ISO_8859_1),
                        "not valid UTF-8"),
                new Fault("UTF-16", RECOMMEND, text -> text.getBytes(StandardCharsets.UTF_16), "not valid UTF-8"),
                new Fault("empty", RECOMMEND, text -> new byte[0], "empty"),
                new Fault("header only", RECOMMEND, text -> utf8(rows(text, 1)), "0 rows"),
                new Fault(
                        "another file in its place",
                        RECOMMEND,
                        text -> utf8(read("cms/OQR_OAS_CAHPS_BY_HOSPITAL-2024-07.csv")),
                        "no column 'facility_id'"),
                new Fault(
                        "every id damaged",
                        "cms/hvbp_person_and_community_engagement-FY2024.csv",
                        text -> utf8(text.replaceAll("(?m)^2024,.", "2024,")),
                        "90 of its 90 rows"),
                new Fault("empty list of periods", "cms/Measure_Dates-2024-07.csv", text -> new byte[0], "empty"),
                new Fault(
                        "list of footnotes without its column",
                        "cms/Footnote_Crosswalk-2024-07.csv",
                        text -> utf8(text.replaceFirst("Footnote", "Remark")),
                        "no column 'Footnote'"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void stopsTheNightWithOneSentence(Fault fault) throws IOException {
        Path input = sampleInput();
        Files.write(input.resolve(fault.file()), fault.damage().to(read(fault.file())));

        assertRefused(input, fault.file(), fault.says());
    }

    @ParameterizedTest
    @MethodSource("filesThatAreRead")
    void stopsTheNightWhereAFileIsMissing(String file) throws IOException {
        Path input = sampleInput();
        Files.delete(input.resolve(file));

        assertRefused(input, file, "no file");
    }

    static List<String> filesThatAreRead() {
        return List.of(RECOMMEND, "cms/Footnote_Crosswalk-2024-07.csv");
    }

    @Test
    void givesUpOnlyTheRowWhoseQuoteDoesNotClose() throws IOException {
        Path input = sampleInput();
        List<String> lines = Files.readAllLines(input.resolve(RECOMMEND));
        lines.set(19, lines.get(19).replaceFirst("\"", "\"\"").replaceFirst("\",", ","));
        Files.writeString(input.resolve(RECOMMEND), String.join("\n", lines) + "\n");
        Home home = Home.create("broken_quote");

        home.sample("extract", "--business-date", SECOND, "--input", input.toString())
                .run()
                .succeeded();

        Rows problems = Rows.ofFiles("select line, code, is_rejected from read_parquet('"
                + home.folder().resolve("lake/landing/problem/**/cms-hcahps-recommend-00000.parquet")
                + "', hive_partitioning = false) where code = 'BROKEN_QUOTES'");
        assertThat(problems.single().join(" ", "line", "code", "is_rejected")).isEqualTo("20 BROKEN_QUOTES true");
    }

    @Test
    void aMissingFileThatIsBackMakesTheNightGoOnWithoutAnyTrace() throws IOException {
        Home home = SampleNights.published().copy("mended");
        Path input = sampleInput();
        Files.delete(input.resolve(RECOMMEND));
        Call night = home.sample("nightly", "--business-date", SECOND, "--input", input.toString());
        night.run().failedWithOneSentence(3, RECOMMEND);
        Files.copy(Installation.SAMPLE.resolve(RECOMMEND), input.resolve(RECOMMEND));

        Outcome again = night.run().succeeded();

        assertThat(again.out()).doesNotContain("[extract]", "[benchmark]", "[publish]");
        State.of(home).assertEqual(SampleNights.published().state());
    }

    @Test
    void aDamagedFileThatIsMendedLeadsBackToThePublishedRelease() throws IOException {
        Home home = SampleNights.published().copy("mended_again");
        Path input = sampleInput();
        Files.writeString(input.resolve(RECOMMEND), rows(read(RECOMMEND), 40).strip());
        Call night = home.sample("nightly", "--business-date", SECOND, "--input", input.toString());
        night.run().failedWithOneSentence(3, RECOMMEND);
        Files.writeString(input.resolve(RECOMMEND), read(RECOMMEND));

        Outcome again = night.run().succeeded();

        assertThat(again.out()).contains("Nothing to do: nightly of " + SampleNights.SECOND_RELEASE);
        assertThat(home.sample("benchmark", "--business-date", SECOND)
                        .run()
                        .succeeded()
                        .out())
                .as("the stage after an extraction that failed")
                .contains("Nothing to do: benchmark of " + SampleNights.SECOND_RELEASE);
        State.of(home).published().assertEqual(SampleNights.published().state().published());
    }

    /** Runs the night on a home in which the date is published already, and compares before and after. */
    private static void assertRefused(Path input, String file, String... says) {
        Home home = SampleNights.published().copy("bad_input");

        Outcome outcome = home.call("nightly", "--business-date", SECOND)
                .with("--config", strictProfile().toString(), "--input", input.toString())
                .run();

        String[] named = Arrays.copyOf(says, says.length + 1);
        named[says.length] = file;
        outcome.failedWithOneSentence(3, named);
        State.of(home).published().assertEqual(SampleNights.published().state().published());
    }

    /** The profile of the sample, which expects so many rows that half a file is noticed. */
    private static Path strictProfile() {
        Path profile = Home.emptyFolder("strict_profile").resolve("strict.yaml");
        try {
            return Files.writeString(
                    profile,
                    Files.readString(Installation.SAMPLE_PROFILE)
                            .replace(
                                    "format: cms-hcahps-recommend\n",
                                    "format: cms-hcahps-recommend\n      minimum-rows: 110\n"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path sampleInput() {
        Path input = Home.emptyFolder("bad_input_files");
        new Folder(Installation.SAMPLE).copyTo(input);
        return input;
    }

    private static String read(String file) {
        try {
            return Files.readString(Installation.SAMPLE.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The first lines of a text. */
    private static String rows(String text, int lines) {
        return String.join("\n", text.lines().limit(lines).toList()) + "\n";
    }

    /** Everything up to the first line break that stands inside quotes. */
    private static String cutBetweenQuotes(String text) {
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            isQuoted ^= text.charAt(i) == '"';
            if (isQuoted && text.charAt(i) == '\n') {
                return text.substring(0, i + 1);
            }
        }
        throw new IllegalStateException("no line break between quotes");
    }
}
