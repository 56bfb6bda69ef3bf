package org.carebench.jobs.warehouse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.carebench.landing.Folders;

/** PostgreSQL's own programs, unpacked once from the archive on the class path. */
final class PostgresPrograms {

    private final Path bin;
    private final Path log;

    private PostgresPrograms(Path bin, Path log) {
        this.bin = bin;
        this.log = log;
    }

    /**
     * Unpacks the programs, unless they are there.
     *
     * @param folder where they go; a folder that an interrupted unpacking left is unpacked again
     * @param log what the programs print goes here
     */
    static PostgresPrograms unpack(Path folder, Path log) throws IOException {
        Path complete = folder.resolve("complete");
        if (!Files.exists(complete)) {
            Folders.delete(folder);
            Files.createDirectories(folder);
            try (TarArchiveInputStream archive =
                    new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive())))) {
                for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                    unpack(archive, entry, folder);
                }
            }
            Files.createFile(complete);
        }
        return new PostgresPrograms(folder.resolve("bin"), log);
    }

    /**
     * Runs a program and waits for it.
     *
     * @throws WarehouseException where it fails
     */
    void run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.add(bin.resolve(program).toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        if (waitFor(process) != 0) {
            throw new WarehouseException("Cannot run the warehouse's own PostgreSQL: " + program + " failed. See " + log
                    + ", or use an external PostgreSQL with --warehouse-url.");
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace root is nobody in particular. */
    private static List<String> asOrdinaryUser() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new WarehouseException("Interrupted while waiting for PostgreSQL", e);
        }
    }

    private static InputStream archive() {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        InputStream archive = PostgresPrograms.class.getResourceAsStream("/postgres-linux-" + architecture + ".txz");
        if (archive == null) {
            throw new WarehouseException("Cannot unpack PostgreSQL: this program carries none for "
                    + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                    + ". Use an external PostgreSQL with --warehouse-url.");
        }
        return archive;
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder.normalize())) {
            throw new IOException("Cannot unpack " + entry.getName() + ": it lies outside the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.getParent());
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(target.getParent());
            Files.copy(archive, target);
            boolean isProgram = folder.relativize(target).startsWith("bin");
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(isProgram ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
