package org.carebench.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row as text: column to value, NULL as the empty text, instants in UTC. */
record Row(Map<String, String> values) {

    String get(String column) {
        String value = values.get(column);
        if (value == null) {
            throw new IllegalArgumentException("No column " + column + " in " + values.keySet());
        }
        return value;
    }

    boolean has(String column, String value) {
        return get(column).equals(value);
    }

    int number(String column) {
        return Integer.parseInt(get(column));
    }

    /** The values of some columns in one text. */
    String join(String separator, String... columns) {
        List<String> joined = new ArrayList<>();
        for (String column : columns) {
            joined.add(get(column));
        }
        return String.join(separator, joined);
    }

    Row without(String column) {
        Map<String, String> rest = new LinkedHashMap<>(values);
        rest.remove(column);
        return new Row(rest);
    }
}
