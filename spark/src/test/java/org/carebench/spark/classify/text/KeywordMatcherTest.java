package org.carebench.spark.classify.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordMatcherTest {

    private static final List<String> ALPHABET =
            List.of("flu", "flus", "shot", "new", "news", "clinic", "a", "ab", "abc");

    @ParameterizedTest
    @CsvSource({
        "bill, 'The Bill, please', true",
        "bill, Billing, false",
        "bill, handbill, false",
        "bill, e-bill, true",
        "vaccin*, Vaccination, true",
        "vaccin*, vaccin, true",
        "vaccin*, unvaccinated, false",
        "walk in, Walk-ins, false",
        "walk in*, WALK-INS, true",
        "flu shot, Get your flu shot, true",
        "flu shot, flu and shot, false",
        "flu shot, 'The flu. Shot dead', false",
        "flu shot*, flu shots here, true",
        "clinic* trial, clinical trial, true",
        "clinic* trial, clinical nice trial, false",
        "cita, ¿Cómo pido una CITA?, true",
        "citación, CITACION, true",
        "टीका, टीका लगवाएं, true",
        "टीका, टीकाकरण, false"
    })
    void matchesWholeWordsPhrasesAndStems(String phrase, String text, boolean matches) {
        KeywordMatcher matcher = new KeywordMatcher(Map.of("x", List.of(phrase)));

        assertThat(matcher.labels(Words.of(text))).isEqualTo(matches ? Set.of("x") : Set.of());
    }

    @Test
    void findsEveryLabelOfOverlappingPhrases() {
        KeywordMatcher matcher = new KeywordMatcher(Map.of(
                "one",
                List.of("new clinic"),
                "two",
                List.of("clinic"),
                "three",
                List.of("clinic opens"),
                "four",
                List.of("opened")));

        assertThat(matcher.labels(Words.of("Our new clinic opens"))).containsExactly("one", "three", "two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "a*b", "...", "one. two"})
    void refusesAPhraseThatCannotBeMatched(String phrase) {
        Map<String, List<String>> phrases = Map.of("topic", List.of(phrase));

        assertThatThrownBy(() -> new KeywordMatcher(phrases))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + phrase + "' of topic");
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithAPlainSearchWhateverTheOrderOfThePhrases(int seed) {
        Random random = new Random(seed);
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        for (int i = 0; i < 8; i++) {
            phrases.put("label" + i, List.of(phrase(random), phrase(random)));
        }
        List<String> order = new ArrayList<>(phrases.keySet());
        Collections.shuffle(order, random);
        Map<String, List<String>> shuffled = new LinkedHashMap<>();
        order.forEach(label -> shuffled.put(
                label, List.of(phrases.get(label).get(1), phrases.get(label).get(0))));
        KeywordMatcher matcher = new KeywordMatcher(phrases);
        KeywordMatcher other = new KeywordMatcher(shuffled);

        for (int i = 0; i < 20; i++) {
            List<String> text = words(random, random.nextInt(8));
            assertThat(matcher.labels(text))
                    .isEqualTo(plainSearch(phrases, text))
                    .isEqualTo(other.labels(text));
        }
    }

    private static String phrase(Random random) {
        List<String> words = words(random, 1 + random.nextInt(3));
        return String.join(
                " ",
                words.stream()
                        .map(word -> random.nextInt(4) == 0 ? word + "*" : word)
                        .toList());
    }

    private static List<String> words(Random random, int count) {
        return random.ints(count, 0, ALPHABET.size()).mapToObj(ALPHABET::get).toList();
    }

    private static Set<String> plainSearch(Map<String, List<String>> phrases, List<String> text) {
        Set<String> found = new TreeSet<>();
        phrases.forEach((label, list) -> {
            for (String phrase : list) {
                List<String> parts = List.of(phrase.split(" "));
                for (int start = 0; start + parts.size() <= text.size(); start++) {
                    int from = start;
                    if (IntStream.range(0, parts.size()).allMatch(i -> fits(parts.get(i), text.get(from + i)))) {
                        found.add(label);
                    }
                }
            }
        });
        return found;
    }

    private static boolean fits(String part, String word) {
        return part.endsWith("*") ? word.startsWith(part.substring(0, part.length() - 1)) : word.equals(part);
    }
}
