package org.carebench.jobs.publish;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A query result as a script that a page loads with a script tag, because pages opened from disk cannot fetch. Whatever
 * could end the script or begin markup is escaped.
 */
final class DataScript {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DataScript() {}

    static String of(String name, List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
        List<List<@Nullable Object>> plainRows = new ArrayList<>();
        for (List<? extends @Nullable Object> row : rows) {
            List<@Nullable Object> plain = new ArrayList<>();
            row.forEach(value -> plain.add(plain(value)));
            plainRows.add(plain);
        }
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("columns", columns);
        table.put("rows", plainRows);
        return "carebench.data(" + escaped(JSON.writeValueAsString(name)) + ", "
                + escaped(JSON.writeValueAsString(table)) + ");\n";
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Date date) {
            return date.toLocalDate().toString();
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant().toString();
        }
        return value;
    }

    private static String escaped(String json) {
        StringBuilder safe = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            switch (c) {
                case '<', '>', '&', '\u2028', '\u2029' -> safe.append(String.format("\\u%04x", (int) c));
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
