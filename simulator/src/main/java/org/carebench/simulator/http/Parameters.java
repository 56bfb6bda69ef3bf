package org.carebench.simulator.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a query string or of a form, in the order in which they came; a name may come more than once.
 *
 * @param entries names and values, decoded
 */
public record Parameters(List<Parameter> entries) {

    /**
     * A name with one value.
     *
     * @param name decoded name, such as "id[]"
     * @param value decoded value, empty where there is no "="
     */
    public record Parameter(String name, String value) {}

    /**
     * Reads "a=1&amp;b=2".
     *
     * @throws IllegalArgumentException where a percent sign is not followed by two hexadecimal digits
     */
    public static Parameters parse(String encoded) {
        List<Parameter> entries = new ArrayList<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                entries.add(
                        equals < 0
                                ? new Parameter(decode(pair), "")
                                : new Parameter(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
            }
        }
        return new Parameters(List.copyOf(entries));
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    /** "name=value", encoded. */
    public static String encode(Parameter parameter) {
        return URLEncoder.encode(parameter.name(), StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8);
    }

    /** The first value of a name, or null where it does not occur. */
    public @Nullable String first(String name) {
        for (Parameter entry : entries) {
            if (entry.name().equals(name)) {
                return entry.value();
            }
        }
        return null;
    }

    /** The first value of a name, or another value where it does not occur. */
    public String first(String name, String otherwise) {
        String value = first(name);
        return value == null ? otherwise : value;
    }

    /** All values of a name, in order; empty where it does not occur. */
    public List<String> all(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    /** The values of a comma list such as "ids=1,2"; empty where the name does not occur or the list is empty. */
    public List<String> list(String name) {
        String value = first(name);
        return value == null || value.isEmpty() ? List.of() : List.of(value.split(",", -1));
    }

    /** The names that occur, each once. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        entries.forEach(entry -> names.add(entry.name()));
        return names;
    }
}
