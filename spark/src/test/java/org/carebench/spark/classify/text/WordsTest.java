package org.carebench.spark.classify.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "Vacunación, vacunacion",
        "ÉTAT, etat",
        "Straße, strasse",
        "STRASSE, strasse",
        "İstanbul, istanbul",
        "ﬂu, flu",
        "𝗛𝗶𝗿𝗶𝗻𝗴, hiring",
        "ＦＬＵ, flu",
        "टीकाकरण, टीकाकरण"
    })
    void foldsCaseAccentsAndTypography(String written, String word) {
        assertThat(Words.of(written)).containsExactly(word);
    }

    @Test
    void foldsComposedAndDecomposedAccentsAlike() {
        assertThat(Words.of("cafe\u0301")).isEqualTo(Words.of("caf\u00e9"));
    }

    @Test
    void doesNotDependOnTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Words.of("CLINIC")).containsExactly("clinic");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void separatesAtApostrophesHyphensAndEmoji() {
        assertThat(Words.of("Women's walk-in❤️clinic")).containsExactly("women", "s", "walk", "in", "clinic");
    }

    @Test
    void marksTheEndOfSentencesAndLinesButNotPointsWithinAWord() {
        assertThat(Words.of("At 8 a.m. Come!\nv1.2"))
                .containsExactly(
                        "at",
                        "8",
                        "a",
                        "m",
                        Words.SENTENCE_END,
                        "come",
                        Words.SENTENCE_END,
                        Words.SENTENCE_END,
                        "v1",
                        "2");
    }

    @Test
    void leavesAddressesAndNamesOfAccountsOut() {
        assertThat(Words.of(
                        Words.spoken("See https://jobs.example/billing?a=1 or WWW.bills.example, @hiring.team now")))
                .containsExactly("see", "or", "now");
    }

    @Test
    void keepsAHashtagAsAWordUnlessItIsToBeLeftOut() {
        assertThat(Words.of("#NowHiring nurses")).containsExactly("nowhiring", "nurses");
        assertThat(Words.of(Words.withoutHashtags("#NowHiring nurses"))).containsExactly("nurses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "❤️👏🏽", "\u200d", "— / —"})
    void findsNoWordWhereThereIsNone(String text) {
        assertThat(Words.of(text)).isEqualTo(List.of());
    }
}
