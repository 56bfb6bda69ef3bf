package org.carebench.jobs.warehouse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.carebench.landing.Folders;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL that the program keeps itself, in a folder, on a loopback port, with a password of its own. Processes that use
 * the same folder at the same time share one server; the last of them stops it. A server that a killed process left behind
 * is used on.
 */
public final class EmbeddedWarehouse implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final int PASSWORD_BYTES = 24;
    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final int PORT_LINE = 3;

    /** SQL state of a server that starts up, recovers or shuts down. */
    private static final String CANNOT_CONNECT_NOW = "57P03";

    private static final String PRESENCE = "hashtextextended('carebench:presence', 0)";

    private final Path folder;
    private final PostgresPrograms programs;
    private final int port;
    private final String password;
    private final Connection presence;

    private EmbeddedWarehouse(Path folder, PostgresPrograms programs, int port, String password, Connection presence) {
        this.folder = folder;
        this.programs = programs;
        this.port = port;
        this.password = password;
        this.presence = presence;
    }

    /**
     * Uses the server that runs in a folder, or starts it.
     *
     * @param folder the server's folder; created where it does not exist
     * @throws WarehouseException where the server cannot be started
     */
    public static EmbeddedWarehouse open(Path folder) {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = lockFile(folder)) {
                channel.lock();
                PostgresPrograms programs =
                        PostgresPrograms.unpack(folder.resolve("programs"), folder.resolve("server.log"));
                String password = password(folder);
                Optional<Integer> running = runningPort(folder, password);
                int port = running.isPresent() ? running.get() : start(folder, programs);
                return new EmbeddedWarehouse(folder, programs, port, password, announce(port, password));
            }
        } catch (IOException | SQLException e) {
            throw new WarehouseException("Cannot open the warehouse in " + folder + ": " + e.getMessage(), e);
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + SUPERUSER;
    }

    public String user() {
        return SUPERUSER;
    }

    public String password() {
        return password;
    }

    /** Leaves the server, and stops it if no other run uses it; whoever else looks at it then loses the connection. */
    @Override
    public void close() {
        try (FileChannel channel = lockFile(folder)) {
            channel.lock();
            boolean isLast = isLastUser();
            presence.close();
            if (isLast) {
                programs.run("pg_ctl", List.of("-D", data(folder).toString(), "-m", "fast", "-w", "stop"));
            }
        } catch (IOException | SQLException e) {
            throw new WarehouseException("Cannot close the warehouse in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Every process holds one share of a lock; whoever gets it whole is alone. */
    private boolean isLastUser() throws SQLException {
        try (Statement statement = presence.createStatement()) {
            statement.execute("select pg_advisory_unlock_shared(" + PRESENCE + ")");
            try (ResultSet alone = statement.executeQuery("select pg_try_advisory_lock(" + PRESENCE + ")")) {
                return alone.next() && alone.getBoolean(1);
            }
        }
    }

    private static Connection announce(int port, String password) throws SQLException {
        Connection connection = connect(port, password);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock_shared(" + PRESENCE + ")");
        }
        return connection;
    }

    /** Starts the server, with a data folder made first where there is none that was completed. */
    private static int start(Path folder, PostgresPrograms programs) throws IOException {
        Path initialized = folder.resolve("initialized");
        Path data = data(folder);
        if (!Files.exists(initialized)) {
            Folders.delete(data);
            programs.run(
                    "initdb",
                    List.of(
                            "-D",
                            data.toString(),
                            "-U",
                            SUPERUSER,
                            "--pwfile=" + folder.resolve("password"),
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C.UTF-8"));
            Files.createFile(initialized);
        }
        int port = freePort();
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC";
        programs.run(
                "pg_ctl",
                List.of(
                        "-D", data.toString(),
                        "-o", options,
                        "-l", folder.resolve("server.log").toString(),
                        "-t", Long.toString(STARTUP.toSeconds()),
                        "-w", "start"));
        return port;
    }

    /** The port of the server that runs in the folder, if one does and answers. */
    private static Optional<Integer> runningPort(Path folder, String password) throws IOException {
        Path pidFile = data(folder).resolve("postmaster.pid");
        if (!Files.exists(pidFile) || !Files.exists(folder.resolve("initialized"))) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() <= PORT_LINE || !isAlive(lines.get(0))) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return answers(port, password) ? Optional.of(port) : Optional.empty();
    }

    /** A server that recovers from a crash of its own may refuse connections for a while. */
    private static boolean answers(int port, String password) {
        for (long end = System.nanoTime() + STARTUP.toNanos(); System.nanoTime() < end; pause()) {
            try (Connection connection = connect(port, password)) {
                return connection.isValid(1);
            } catch (SQLException e) {
                if (!CANNOT_CONNECT_NOW.equals(e.getSQLState())) {
                    return false;
                }
            }
        }
        return false;
    }

    private static boolean isAlive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .map(ProcessHandle::isAlive)
                .orElse(false);
    }

    private static Connection connect(int port, String password) throws SQLException {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setServerNames(new String[] {"127.0.0.1"});
        server.setPortNumbers(new int[] {port});
        server.setDatabaseName(SUPERUSER);
        server.setUser(SUPERUSER);
        server.setPassword(password);
        return server.getConnection();
    }

    private static String password(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            byte[] bytes = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(bytes);
            Path unfinished = folder.resolve("password.tmp");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, HexFormat.of().formatHex(bytes), StandardCharsets.US_ASCII);
            Files.move(unfinished, file);
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starting and stopping happen one at a time; closing the channel gives the lock back. */
    private static FileChannel lockFile(Path folder) throws IOException {
        return FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WarehouseException("Interrupted while waiting for the warehouse", e);
        }
    }
}
