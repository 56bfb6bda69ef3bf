package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that a home holds of its releases.
 *
 * @param tables rows as text by table, see {@link Database#dump}
 * @param files checksums by path, of lake and site
 */
record State(SortedMap<String, List<String>> tables, SortedMap<String, String> files) {

    private static final int SHOWN = 5;

    static State of(Home home) {
        SortedMap<String, String> files = new TreeMap<>();
        home.lake().checksums().forEach((path, checksum) -> files.put("lake/" + path, checksum));
        home.site().checksums().forEach((path, checksum) -> files.put("site/" + path, checksum));
        return new State(home.database().dump(), files);
    }

    /** Without tables and files of some name. */
    State without(String name) {
        SortedMap<String, List<String>> otherTables = new TreeMap<>(tables);
        otherTables.keySet().removeIf(table -> table.contains(name));
        SortedMap<String, String> otherFiles = new TreeMap<>(files);
        otherFiles.keySet().removeIf(path -> path.contains(name));
        return new State(otherTables, otherFiles);
    }

    /** What readers and researchers see: without the revision that a night which failed began, and what landed for it. */
    State published() {
        return without("ops.night").without("lake/landing/");
    }

    /** Names only what differs, with a few rows of each table. */
    void assertEqual(State expected) {
        List<String> differences = new ArrayList<>();
        differences.addAll(differences("file", entries(files), entries(expected.files)));
        assertThat(tables.keySet()).isEqualTo(expected.tables.keySet());
        tables.forEach((table, rows) ->
                differences.addAll(differences(table, rows, expected.tables.getOrDefault(table, List.of()))));
        assertThat(differences).isEmpty();
    }

    private static List<String> entries(Map<String, String> files) {
        return files.entrySet().stream().map(Map.Entry::toString).toList();
    }

    private static List<String> differences(String what, List<String> these, List<String> expected) {
        if (these.equals(expected)) {
            return List.of();
        }
        List<String> differences = new ArrayList<>(List.of(what + ": " + these.size() + " and " + expected.size()));
        without(these, expected).forEach(row -> differences.add(what + " too many: " + row));
        without(expected, these).forEach(row -> differences.add(what + " missing: " + row));
        return differences;
    }

    private static List<String> without(List<String> some, List<String> others) {
        Set<String> rest = new LinkedHashSet<>(some);
        others.forEach(rest::remove);
        return rest.stream().limit(SHOWN).toList();
    }
}
