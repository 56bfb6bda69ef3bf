package org.carebench.jobs.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The SQL of sql/, which this module runs and never repeats. */
final class SqlFiles {

    private SqlFiles() {}

    /**
     * A named SQL text.
     *
     * @param name file name
     */
    record SqlFile(String name, String text) {}

    /** Every file of a folder of db/, in the order of their names. */
    static List<SqlFile> folder(String folder) {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/" + folder + "/*.sql");
            return Arrays.stream(files)
                    .map(SqlFiles::read)
                    .sorted(Comparator.comparing(SqlFile::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the SQL files of " + folder, e);
        }
    }

    static SqlFile file(String folder, String name) {
        return folder(folder).stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Cannot find " + name + " in db/" + folder + " of sql/"));
    }

    private static SqlFile read(Resource resource) {
        try {
            return new SqlFile(
                    Objects.requireNonNull(resource.getFilename(), "file name is null"),
                    resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
