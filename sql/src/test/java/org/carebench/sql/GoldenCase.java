package org.carebench.sql;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A case folder: {@code given.<schema.table>.csv}, {@code expect.<schema.table>.csv} or {@code expect.result.csv}, and
 * {@code params.properties} with the {@code releases} to run in their order, or {@code in_any_order}.
 */
record GoldenCase(Path folder) {

    static final Path CASES = Path.of("src/test/resources/cases");

    /** Every case below a folder such as {@code load}. */
    static Stream<GoldenCase> below(String kind) {
        try (Stream<Path> paths = Files.walk(CASES.resolve(kind))) {
            return paths
                    .filter(path -> path.getFileName().toString().equals("params.properties"))
                    .map(path -> new GoldenCase(path.resolveSibling("")))
                    .sorted(Comparator.comparing(GoldenCase::toString))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the cases of " + kind, e);
        }
    }

    /** The file or view under test, for example {@code 10_merge_dim_organization}. */
    String subject() {
        return CASES.relativize(folder).getName(1).toString();
    }

    /** The orders in which the releases are to be run; each must end in what is expected. */
    List<List<Release>> orders() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("params.properties"))) {
            properties.load(reader);
        }
        List<Release> releases = Arrays.stream(
                        properties.getProperty("releases", "").split(","))
                .filter(id -> !id.isBlank())
                .map(Release::parse)
                .toList();
        return Boolean.parseBoolean(properties.getProperty("in_any_order"))
                ? permutations(releases)
                : List.of(releases);
    }

    /** Tables to fill; releases come first because others refer to them. */
    Map<String, Path> given() throws IOException {
        Map<String, Path> tables = new TreeMap<>(Comparator.comparing((String table) -> !table.equals("ops.release"))
                .thenComparing(Comparator.naturalOrder()));
        tables.putAll(files("given."));
        return tables;
    }

    Map<String, Path> expected() throws IOException {
        return files("expect.");
    }

    @Override
    public String toString() {
        return CASES.relativize(folder).toString();
    }

    private Map<String, Path> files(String prefix) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            paths.forEach(path -> {
                String name = path.getFileName().toString();
                if (name.startsWith(prefix)) {
                    files.put(name.substring(prefix.length(), name.length() - ".csv".length()), path);
                }
            });
        }
        return files;
    }

    private static List<List<Release>> permutations(List<Release> releases) {
        if (releases.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Release>> permutations = new ArrayList<>();
        for (Release first : releases) {
            List<Release> others = new ArrayList<>(releases);
            others.remove(first);
            for (List<Release> rest : permutations(others)) {
                List<Release> order = new ArrayList<>(rest);
                order.add(0, first);
                permutations.add(order);
            }
        }
        return permutations;
    }
}
