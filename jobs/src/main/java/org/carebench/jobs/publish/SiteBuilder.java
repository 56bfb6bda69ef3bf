package org.carebench.jobs.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.landing.Folders;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/**
 * Builds the dashboards: the template of dashboards/ with one data file per query over {@code mart.*}. The new site takes the
 * place of the old one as a whole.
 */
@Component
class SiteBuilder {

    private final JdbcTemplate jdbc;
    private final CarebenchProperties properties;

    SiteBuilder(JdbcTemplate jdbc, CarebenchProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /**
     * Builds the site from what is published.
     *
     * @return the page to open
     */
    Path build() throws IOException {
        Path built = properties.root().resolve("dashboards/target");
        Path template = built.resolve("site-template");
        if (!Files.isDirectory(template)) {
            throw new IllegalStateException(
                    "Cannot build the dashboards: " + template + " is missing. Build the program first.");
        }
        Path site = properties.site();
        Path unfinished = site.resolveSibling("site.new");
        Path old = site.resolveSibling("site.old");
        Folders.delete(unfinished);
        copy(template, unfinished);
        writeData(built.resolve("datasets"), unfinished.resolve("data"));
        Folders.delete(old);
        if (Files.exists(site)) {
            Files.move(site, old);
        }
        Files.move(unfinished, site);
        Folders.delete(old);
        return site.resolve("index.html");
    }

    private void writeData(Path queries, Path data) throws IOException {
        Files.createDirectories(data);
        try (Stream<Path> files = Files.list(queries)) {
            for (Path query : files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                String name = query.getFileName().toString().replace(".sql", "");
                String script = jdbc.query(Files.readString(query), (ResultSetExtractor<String>)
                        rows -> DataScript.of(name, columns(rows), rows(rows)));
                Files.writeString(data.resolve(name + ".js"), script == null ? "" : script);
            }
        }
        Files.writeString(
                data.resolve("profile.js"),
                DataScript.of(
                        "profile",
                        List.of("profile", "is_synthetic"),
                        List.of(List.of(properties.profile(), properties.synthetic()))));
    }

    private static List<String> columns(ResultSet rows) throws SQLException {
        ResultSetMetaData metaData = rows.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            columns.add(metaData.getColumnLabel(i));
        }
        return columns;
    }

    private static List<List<@Nullable Object>> rows(ResultSet results) throws SQLException {
        int columns = results.getMetaData().getColumnCount();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (results.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                row.add(results.getObject(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
