package org.carebench.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a folder. */
record Folder(Path path) {

    /** The SHA-256 of every file, by its path within the folder. */
    SortedMap<String, String> checksums() {
        SortedMap<String, String> checksums = new TreeMap<>();
        for (Path file : files()) {
            checksums.put(path.relativize(file).toString(), checksum(file));
        }
        return checksums;
    }

    /** Every file, in the order of the paths; none where the folder is not there. */
    List<Path> files() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(path)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a file with such a name has appeared, while another process is writing. */
    boolean hasFile(String ending) {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> paths = Files.walk(path)) {
            return paths.anyMatch(file -> file.toString().endsWith(ending));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    void copyTo(Path target) {
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path from : paths.toList()) {
                Path to = target.resolve(path.relativize(from));
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path file : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checksum(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
