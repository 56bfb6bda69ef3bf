package org.carebench.contract.lake;

import java.util.List;
import java.util.Map;

/**
 * What posts can be about, whom they address, and what expects an answer, told by phrases. A phrase is matched without
 * regard to case and accents, as whole words; a word that ends in {@code *} stands for every word that begins so.
 *
 * @param version written beside every result
 * @param topics what a post can be about; several may hold
 * @param otherTopic topic of a post that matches none
 * @param audiences whom a post can address; several may hold. Where only one may, the first that matches does
 * @param defaultAudience audience of a text that matches none
 */
public record TopicTaxonomy(
        String version,
        List<Label> topics,
        String otherTopic,
        List<Label> audiences,
        String defaultAudience,
        AnswerPhrases answers) {

    public TopicTaxonomy {
        topics = List.copyOf(topics);
        audiences = List.copyOf(audiences);
    }

    /**
     * A topic or an audience.
     *
     * @param phrases by language, BCP 47; every text is compared with the phrases of all languages, because sources often do
     *     not say the language
     */
    public record Label(String id, String title, Map<String, List<String>> phrases) {

        public Label {
            phrases = Map.copyOf(phrases);
        }
    }

    /**
     * What makes a text expect an answer, or makes sure that it does not. Phrases by language.
     *
     * @param questionMarks characters that end a question
     * @param requests phrases that ask for something
     * @param complaints phrases that complain
     * @param thanks a text of nothing but these words expects no answer
     * @param spam a text with one of these expects no answer
     */
    public record AnswerPhrases(
            List<String> questionMarks,
            Map<String, List<String>> requests,
            Map<String, List<String>> complaints,
            Map<String, List<String>> thanks,
            Map<String, List<String>> spam) {

        public AnswerPhrases {
            questionMarks = List.copyOf(questionMarks);
            requests = Map.copyOf(requests);
            complaints = Map.copyOf(complaints);
            thanks = Map.copyOf(thanks);
            spam = Map.copyOf(spam);
        }
    }
}
