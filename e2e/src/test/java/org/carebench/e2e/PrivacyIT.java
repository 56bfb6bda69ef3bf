package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Personal identifiers that are planted in the sample's texts are found in nothing that the program wrote. */
class PrivacyIT {

    private static final List<String> PLANTED = Rows.expected("planted_identifiers.csv").list().stream()
            .map(row -> row.get("text"))
            .toList();

    private final SampleNights.Finished nights = SampleNights.both();

    @Test
    void theSampleHoldsThem() throws IOException {
        String texts = Files.readString(Installation.SAMPLE.resolve("nhs/patient_feedback_labelled.csv"))
                + Files.readString(Installation.SAMPLE.resolve("youtube/health_videos.csv"));

        assertThat(PLANTED)
                .hasSize(8)
                .allSatisfy(identifier -> assertThat(texts).contains(identifier));
    }

    @Test
    void noFileOfTheLakeHoldsThem() {
        List<Path> parquet = nights.home().lake().files().stream()
                .filter(file -> file.toString().endsWith(".parquet"))
                .toList();

        assertThat(parquet).hasSizeGreaterThan(40);
        for (Path file : parquet) {
            assertThat(holding(Rows.textOf(file))).as(file.toString()).isEmpty();
        }
    }

    @Test
    void theTextsAroundThemAreInTheLakeSoThatTheSearchMeansSomething() {
        String reviews = nights.home().parquet("curated", SampleNights.SECOND_RELEASE, "review", "text").list().stream()
                .map(row -> row.get("text"))
                .reduce("", String::concat);
        String posts = nights.home().parquet("curated", SampleNights.SECOND_RELEASE, "post", "text").list().stream()
                .map(row -> row.get("text"))
                .reduce("", String::concat);

        assertThat(reviews).contains("[e-mail]", "[phone]", "[record number]");
        assertThat(posts).contains("[e-mail]", "[phone]");
    }

    @Test
    void noOtherFileOfTheHomeHoldsThem() throws IOException {
        List<Path> files = new Folder(nights.home().folder()).files();

        assertThat(files)
                .anyMatch(file -> file.endsWith("index.html"))
                .anyMatch(file -> file.endsWith("carebench.log"));
        for (Path file : files) {
            assertThat(holding(Files.readString(file, StandardCharsets.ISO_8859_1)))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void noTableOfTheWarehouseHoldsThem() {
        nights.home()
                .database()
                .dump()
                .forEach((table, rows) ->
                        assertThat(holding(String.join("\n", rows))).as(table).isEmpty());
    }

    @Test
    void noTextOfTheJobRepositoryHoldsThem() {
        Map<String, String> texts = nights.home().database().jobRepository();

        assertThat(texts).isNotEmpty();
        texts.forEach((column, text) -> assertThat(holding(text)).as(column).isEmpty());
    }

    @Test
    void theProgramSaysNoneOfThem() {
        nights.said()
                .forEach(outcome ->
                        assertThat(holding(outcome.out() + outcome.error())).isEmpty());
    }

    /** The identifiers in a text, also where spaces, brackets or hyphens of a number were left out. */
    private static List<String> holding(String text) {
        List<String> found = new ArrayList<>();
        String digits = text.replaceAll("(?<=[0-9])[ ()-]+(?=[0-9])", "");
        for (String identifier : PLANTED) {
            String bare = identifier.replaceAll("[ ()-]", "");
            if (Stream.of(text, digits).anyMatch(where -> where.contains(identifier) || where.contains(bare))) {
                found.add(identifier);
            }
        }
        return found;
    }
}
