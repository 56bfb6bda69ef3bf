package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.e2e.LiveNights.FIRST;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Credentials, and the persons who write on the platforms, are found in nothing that a night wrote or said. */
@Order(Integer.MAX_VALUE - 3)
class SecretsIT {

    /** The standing credentials, and those that the simulator gives out while it is asked. */
    private static final Pattern SECRET = Pattern.compile(String.join(
                    "|", LiveNights.secretTexts().stream().map(Pattern::quote).toList())
            + "|sim-[a-z-]+-(access|refresh)-[0-9]+");

    /** Every person of the world has an id of one of these forms, or such a name. */
    private static final Pattern PERSON =
            Pattern.compile("persons2345|personABCD_|people\\.example|11000000[0-9]{8}|71000000[0-9]{8}|urn:li:person");

    /** What the world's texts hold of telephone numbers and addresses; providers have the area code 200. */
    private static final Pattern CONTACT =
            Pattern.compile("[a-z]+\\.[a-z]+[0-9]+@mail\\.example|\\(20[2-9]\\) 555-01[0-9]{2}");

    private static final Once<SortedMap<String, String>> PLAIN = new Once<>(() -> written(LiveNights.plain()));
    private static final Once<SortedMap<String, String>> FAULTY = new Once<>(() -> written(LiveNights.faulty()));

    /** A home to search. */
    enum Night {
        PLAIN,
        FAULTY;

        SortedMap<String, String> texts() {
            return (this == PLAIN ? SecretsIT.PLAIN : SecretsIT.FAULTY).get();
        }
    }

    @Test
    void theWorldHoldsThemSoThatTheSearchMeansSomething() throws IOException {
        Path truth = LiveNights.world(FIRST).resolve("truth");
        String comments = Files.readString(truth.resolve("interaction_at.jsonl"));

        assertThat(found(CONTACT, comments)).hasSizeGreaterThan(100);
        assertThat(found(PERSON, comments)).hasSizeGreaterThan(20);
        assertThat(String.join("\n", Night.PLAIN.texts().values())).contains("[phone]", "[e-mail]");
    }

    @ParameterizedTest
    @EnumSource
    void noCredential(Night night) {
        assertNowhere(SECRET, night);
    }

    @ParameterizedTest
    @EnumSource
    void noTelephoneNumberAndNoAddress(Night night) {
        assertNowhere(CONTACT, night);
    }

    @ParameterizedTest
    @EnumSource
    void noPerson(Night night) {
        assertNowhere(PERSON, night);
    }

    /** What an account passes on was written by somebody else, whose name stands in front. */
    @Test
    void noTextThatSomebodyElseWrote() {
        try (Oracle night = Oracle.ofFirst(LiveNights.plain().home(), FIRST)) {
            assertThat(night.rows(
                                    "select kind, count(*) as number from post_snapshot where kind = 'REPOST' group by kind")
                            .single()
                            .number("number"))
                    .isPositive();
            assertThat(night.rows("select platform, count(*) as number from post_snapshot where kind = 'REPOST'"
                                    + " and text is not null group by platform")
                            .list())
                    .isEmpty();
        }
    }

    private static void assertNowhere(Pattern pattern, Night night) {
        SortedMap<String, List<String>> places = new TreeMap<>();
        night.texts().forEach((place, text) -> {
            List<String> found = found(pattern, text);
            if (!found.isEmpty()) {
                places.put(place, found.subList(0, Math.min(3, found.size())));
            }
        });
        assertThat(places).isEmpty();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** Everything that a home holds and the program said, as text, by where it was found. */
    private static SortedMap<String, String> written(LiveNights.Finished nights) {
        SortedMap<String, String> texts = new TreeMap<>();
        Path folder = nights.home().folder();
        for (Path file : new Folder(folder).files()) {
            texts.put(folder.relativize(file).toString(), text(file));
        }
        nights.home().database().dump().forEach((table, rows) -> texts.put(table, String.join("\n", rows)));
        texts.putAll(nights.home().database().jobRepository());
        for (Outcome said : nights.said()) {
            texts.merge("said", said.out() + said.error(), String::concat);
        }
        assertThat(texts.keySet())
                .anyMatch(place -> place.endsWith("carebench.log"))
                .anyMatch(place -> place.contains("landing/interaction"))
                .anyMatch(place -> place.contains("landing/problem"));
        return texts;
    }

    private static String text(Path file) {
        try {
            return file.toString().endsWith(".parquet")
                    ? Rows.textOf(file)
                    : Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
