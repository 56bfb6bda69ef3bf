package org.carebench.simulator.platform.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A field that a request asks for, as in "media.limit(50).after(QVFI){id,caption}".
 *
 * @param name of the field or edge
 * @param modifiers by name, in the order in which they were given
 * @param fields that are asked of what the field holds; empty for the usual ones
 */
public record GraphField(String name, Map<String, String> modifiers, List<GraphField> fields) {

    /**
     * Reads a list of fields; empty for an empty text.
     *
     * @throws IllegalArgumentException where brackets or names are missing, with the place
     */
    public static List<GraphField> parse(String text) {
        return text.isBlank() ? List.of() : new Parser(text).whole();
    }

    /** The value of a modifier, or null where it was not given. */
    public @Nullable String modifier(String modifier) {
        return modifiers.get(modifier);
    }

    /** The field as a request writes it. */
    String text() {
        StringBuilder text = new StringBuilder(name);
        modifiers.forEach((modifier, value) ->
                text.append('.').append(modifier).append('(').append(value).append(')'));
        if (!fields.isEmpty()) {
            text.append('{')
                    .append(fields.stream().map(GraphField::text).collect(Collectors.joining(",")))
                    .append('}');
        }
        return text.toString();
    }

    private static final class Parser {

        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        List<GraphField> whole() {
            List<GraphField> fields = fields();
            if (at < text.length()) {
                throw expected("end of string");
            }
            return fields;
        }

        private List<GraphField> fields() {
            List<GraphField> fields = new ArrayList<>();
            do {
                fields.add(field());
            } while (skip(','));
            return List.copyOf(fields);
        }

        private GraphField field() {
            String name = name();
            Map<String, String> modifiers = new LinkedHashMap<>();
            while (skip('.')) {
                String modifier = name();
                require('(');
                modifiers.put(modifier, until(')'));
            }
            List<GraphField> fields = List.of();
            if (skip('{')) {
                fields = fields();
                require('}');
            }
            return new GraphField(name, Collections.unmodifiableMap(modifiers), fields);
        }

        private String name() {
            skipBlanks();
            int start = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            if (start == at) {
                throw expected("name");
            }
            return text.substring(start, at);
        }

        private String until(char end) {
            int close = text.indexOf(end, at);
            if (close < 0) {
                throw expected("\"" + end + "\"");
            }
            String value = text.substring(at, close);
            at = close + 1;
            return value.strip();
        }

        private void require(char character) {
            if (!skip(character)) {
                throw expected("\"" + character + "\"");
            }
        }

        private boolean skip(char character) {
            skipBlanks();
            if (at < text.length() && text.charAt(at) == character) {
                at++;
                return true;
            }
            return false;
        }

        private void skipBlanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private IllegalArgumentException expected(String what) {
            return new IllegalArgumentException("Expected " + what + " at character " + at + " of the fields");
        }
    }
}
