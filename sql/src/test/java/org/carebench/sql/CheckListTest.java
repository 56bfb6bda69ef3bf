package org.carebench.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckListTest {

    private static final Path CHECKS = Path.of("../config/quality/checks.csv");
    private static final Path FILES = Path.of("src/main/resources/db/check");
    private static final Path CASES = Path.of("src/test/resources/cases/check");

    @Test
    void namesEveryCheckFileOnce() throws IOException {
        assertThat(column(4)).containsExactlyInAnyOrderElementsOf(names(FILES));
    }

    @Test
    void takesTheIdFromTheFile() throws IOException {
        assertThat(column(0).stream().map(id -> id + ".sql")).isEqualTo(column(4));
    }

    @Test
    void usesKnownLevelsCategoriesAndSeverities() throws IOException {
        assertThat(column(1)).isSubsetOf("table", "column", "measure");
        assertThat(column(2)).isSubsetOf("conformance", "completeness", "plausibility");
        assertThat(column(3)).isSubsetOf("fatal", "warning");
        assertThat(column(5))
                .allSatisfy(
                        threshold -> assertThat(Double.parseDouble(threshold)).isBetween(0.0, 100.0));
    }

    @Test
    void hasAPassingAndAFailingCaseForEveryCheck() throws IOException {
        assertThat(names(CASES)).containsExactlyInAnyOrderElementsOf(column(0));
        for (String check : column(0)) {
            assertThat(names(CASES.resolve(check))).containsExactlyInAnyOrder("passes", "fails");
        }
    }

    private static List<String> column(int index) throws IOException {
        return Files.readAllLines(CHECKS).stream()
                .skip(1)
                .map(line -> line.split(",", 7)[index])
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
