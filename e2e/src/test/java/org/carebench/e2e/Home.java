package org.carebench.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the program keeps what it makes: a folder for lake, logs and pages, and a database. */
record Home(Path folder, Database database) {

    static Home create(String name) {
        Path folder = emptyFolder(name);
        return new Home(folder, Database.create(name));
    }

    /** A home as it is, to go on from; nothing may be running in it. */
    Home copy(String name) {
        Path copy = emptyFolder(name);
        new Folder(folder).copyTo(copy);
        return new Home(copy, database.copy(name));
    }

    /** A new folder below target, where everything that the tests write lies. */
    static Path emptyFolder(String name) {
        Path folder = Path.of("target", "homes", name).toAbsolutePath();
        new Folder(folder).delete();
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Folder lake() {
        return new Folder(folder.resolve("lake"));
    }

    Folder site() {
        return new Folder(folder.resolve("site"));
    }

    Folder logs() {
        return new Folder(folder.resolve("logs"));
    }

    /** A command of the program on the synthetic sample, in this home. */
    Call sample(String... command) {
        return call(command).with("--config", Installation.SAMPLE_PROFILE.toString());
    }

    Call call(String... command) {
        return Call.carebench(command)
                .with("--home", folder.toString())
                .with("--warehouse-url", database.url(), "--warehouse-user", Database.USER)
                .withEnvironment("CAREBENCH_WAREHOUSE_PASSWORD", Database.PASSWORD);
    }

    /** Curated or mart rows of a release, as Parquet has them. */
    Rows parquet(String layer, String release, String table, String columns) {
        return Rows.ofFiles("select " + columns + " from read_parquet('"
                + folder.resolve("lake")
                        .resolve(layer)
                        .resolve("release=" + release)
                        .resolve(table)
                + "/*.parquet', hive_partitioning = false)");
    }
}
