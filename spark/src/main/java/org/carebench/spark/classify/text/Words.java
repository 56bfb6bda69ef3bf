package org.carebench.spark.classify.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes comparable words of a text: letters and digits without case, accents and typographic variants. The marks of scripts
 * that write vowels with them stay. An apostrophe separates: women's is two words.
 */
final class Words {

    /** Stands where a sentence ends; equal to no word. */
    static final String SENTENCE_END = "";

    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}_.-]+");
    private static final Pattern HASHTAG = Pattern.compile("(?<![\\p{L}\\p{N}])#[\\p{L}\\p{M}\\p{N}_]+");

    private Words() {}

    /** The text without addresses of the web and names of accounts: neither is anything that its author says. */
    static String spoken(String text) {
        // Most texts hold none, and a search for a character costs far less than one for a pattern.
        String rest = ADDRESS.matcher(text).replaceAll(" ");
        return rest.indexOf('@') < 0 ? rest : MENTION.matcher(rest).replaceAll(" ");
    }

    static String withoutHashtags(String text) {
        return text.indexOf('#') < 0 ? text : HASHTAG.matcher(text).replaceAll(" ");
    }

    /** The words in their order, with {@link #SENTENCE_END} between sentences and lines. */
    static List<String> of(String text) {
        String folded = folded(text);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < folded.length(); ) {
            int character = folded.codePointAt(i);
            i += Character.charCount(character);
            if (isPartOfWord(character)) {
                word.appendCodePoint(character);
            } else if (Character.getType(character) != Character.FORMAT) {
                end(word, words);
                if (endsSentence(character, folded, i)) {
                    words.add(SENTENCE_END);
                }
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** Upper case first: only so do one letter and the two that stand for it become the same, as in Straße and STRASSE. */
    private static String folded(String text) {
        String lower = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String decomposed = Normalizer.normalize(lower, Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        decomposed.codePoints().filter(character -> !isAccent(character)).forEach(plain::appendCodePoint);
        // Letters that are only decomposed above, such as those of mathematics, have kept their case until now.
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isAccent(int character) {
        return character >= 0x0300 && character <= 0x036F;
    }

    private static boolean isPartOfWord(int character) {
        int type = Character.getType(character);
        // Variation selectors are marks by type, but belong to emoji.
        boolean isVowelSign = (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)
                && !(character >= 0xFE00 && character <= 0xFE0F);
        return Character.isLetterOrDigit(character) || isVowelSign;
    }

    private static boolean endsSentence(int character, String text, int next) {
        return switch (character) {
            case '\n', '\r', '¿', '¡', '।', '。' -> true;
            case '.', '!', '?', ';', ':' -> next == text.length() || !Character.isLetterOrDigit(text.codePointAt(next));
            default -> false;
        };
    }
}
