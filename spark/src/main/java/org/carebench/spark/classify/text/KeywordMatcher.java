package org.carebench.spark.classify.text;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds phrases in texts: a trie of words, walked from every word of a text. The time does not grow with the number of
 * phrases, but with the words of the text and the length of the longest phrase.
 */
final class KeywordMatcher implements Serializable {

    private static final long serialVersionUID = 1;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** What has been read of a phrase so far. */
    private static final class Node implements Serializable {

        private static final long serialVersionUID = 1;

        private final HashMap<String, Node> words = new HashMap<>();
        private final HashMap<String, Node> stems = new HashMap<>();
        private final TreeSet<String> labels = new TreeSet<>();
        private int longestStem;

        Node next(String word, boolean isStem) {
            if (isStem) {
                longestStem = Math.max(longestStem, word.length());
            }
            return (isStem ? stems : words).computeIfAbsent(word, key -> new Node());
        }
    }

    private final Node root = new Node();

    /**
     * Takes the phrases.
     *
     * @param phrases by label
     * @throws IllegalArgumentException where a phrase holds no word, or a star elsewhere than at the end of a word
     */
    KeywordMatcher(Map<String, ? extends Collection<String>> phrases) {
        phrases.forEach((label, list) -> list.forEach(phrase -> add(label, phrase)));
    }

    private void add(String label, String phrase) {
        Node node = root;
        for (String part : SPACE.splitAsStream(phrase.strip()).toList()) {
            boolean isStem = part.endsWith("*");
            String written = isStem ? part.substring(0, part.length() - 1) : part;
            List<String> words = Words.of(written);
            if (words.isEmpty() || words.contains(Words.SENTENCE_END) || written.contains("*")) {
                throw new IllegalArgumentException("Cannot look for '" + phrase + "' of " + label
                        + ": write words, each with a star at its end or without");
            }
            for (int i = 0; i < words.size(); i++) {
                node = node.next(words.get(i), isStem && i == words.size() - 1);
            }
        }
        node.labels.add(label);
    }

    /** Labels of the phrases that occur, sorted. */
    SortedSet<String> labels(List<String> words) {
        SortedSet<String> found = new TreeSet<>();
        for (int start = 0; start < words.size(); start++) {
            collect(root, words, start, found);
        }
        return found;
    }

    private static void collect(Node node, List<String> words, int at, SortedSet<String> found) {
        found.addAll(node.labels);
        if (at == words.size()) {
            return;
        }
        String word = words.get(at);
        Node exact = node.words.get(word);
        if (exact != null) {
            collect(exact, words, at + 1, found);
        }
        for (int length = 1; length <= Math.min(word.length(), node.longestStem); length++) {
            Node stem = node.stems.get(word.substring(0, length));
            if (stem != null) {
                collect(stem, words, at + 1, found);
            }
        }
    }
}
