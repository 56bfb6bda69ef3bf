package org.carebench.spark.classify.text;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carebench.contract.lake.TopicTaxonomy;
import org.carebench.contract.lake.TopicTaxonomy.AnswerPhrases;
import org.carebench.contract.lake.TopicTaxonomy.Label;

/** Classifies by the phrases of a taxonomy. It knows no context: irony and negation mislead it. */
public final class KeywordClassifier implements TextClassifier {

    private static final long serialVersionUID = 1;

    private static final String REQUEST = "request";
    private static final String COMPLAINT = "complaint";
    private static final String SPAM = "spam";
    private static final String THANKS = "thanks";

    private final String version;
    private final KeywordMatcher topics;
    private final String otherTopic;
    private final KeywordMatcher audiences;
    private final String[] audienceOrder;
    private final String defaultAudience;
    private final String[] questionMarks;
    private final KeywordMatcher answers;
    private final KeywordMatcher thanks;

    /**
     * Compiles the taxonomy.
     *
     * @throws IllegalArgumentException where a phrase cannot be matched
     */
    public KeywordClassifier(TopicTaxonomy taxonomy) {
        AnswerPhrases phrases = taxonomy.answers();
        this.version = taxonomy.version();
        this.topics = matcher(taxonomy.topics());
        this.otherTopic = taxonomy.otherTopic();
        this.audiences = matcher(taxonomy.audiences());
        this.audienceOrder = taxonomy.audiences().stream().map(Label::id).toArray(String[]::new);
        this.defaultAudience = taxonomy.defaultAudience();
        this.questionMarks = phrases.questionMarks().toArray(String[]::new);
        this.answers = new KeywordMatcher(Map.of(
                REQUEST,
                allLanguages(phrases.requests()),
                COMPLAINT,
                allLanguages(phrases.complaints()),
                SPAM,
                allLanguages(phrases.spam())));
        this.thanks = new KeywordMatcher(Map.of(THANKS, allLanguages(phrases.thanks())));
    }

    private static KeywordMatcher matcher(List<Label> labels) {
        Function<Label, List<String>> phrases = label -> allLanguages(label.phrases());
        return new KeywordMatcher(labels.stream().collect(Collectors.toMap(Label::id, phrases)));
    }

    private static List<String> allLanguages(Map<String, List<String>> phrases) {
        return phrases.values().stream().flatMap(Collection::stream).toList();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public List<String> topics(String text) {
        return matching(topics, text, otherTopic);
    }

    @Override
    public List<String> audiences(String text) {
        return matching(audiences, text, defaultAudience);
    }

    @Override
    public String author(String text) {
        List<String> matching = audiences(text);
        for (String audience : audienceOrder) {
            if (matching.contains(audience)) {
                return audience;
            }
        }
        return defaultAudience;
    }

    private static List<String> matching(KeywordMatcher matcher, String text, String otherwise) {
        SortedSet<String> labels = matcher.labels(Words.of(Words.spoken(text)));
        return labels.isEmpty() ? List.of(otherwise) : List.copyOf(labels);
    }

    /**
     * Whether it asks or complains. Never where nothing is left of the text without tags, names, addresses and emoji, where it
     * only thanks, or where it is spam.
     */
    @Override
    public boolean expectsAnswer(String text) {
        String spoken = Words.withoutHashtags(Words.spoken(text));
        List<String> words = Words.of(spoken);
        if (words.stream().allMatch(this::isThanksOrNothing)) {
            return false;
        }
        SortedSet<String> found = answers.labels(words);
        return !found.contains(SPAM) && (!found.isEmpty() || isQuestion(spoken));
    }

    private boolean isThanksOrNothing(String word) {
        return word.equals(Words.SENTENCE_END) || !thanks.labels(List.of(word)).isEmpty();
    }

    private boolean isQuestion(String spoken) {
        for (String mark : questionMarks) {
            if (spoken.contains(mark)) {
                return true;
            }
        }
        return false;
    }
}
