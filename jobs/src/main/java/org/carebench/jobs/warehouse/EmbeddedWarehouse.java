package org.carebench.jobs.warehouse;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
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
    private static final Duration SHUTDOWN = Duration.ofSeconds(30);
    private static final int PORT_LINE = 3;

    private final Path folder;
    private final int port;
    private final String password;
    private final Connection presence;

    private EmbeddedWarehouse(Path folder, int port, String password, Connection presence) {
        this.folder = folder;
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
                String password = password(folder);
                int port = runningPort(folder, password).orElse(0);
                if (port == 0) {
                    port = start(folder, password);
                }
                return new EmbeddedWarehouse(folder, port, password, announce(port, password));
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

    /** Leaves the server, and stops it if nobody else uses it. */
    @Override
    public void close() {
        try (FileChannel channel = lockFile(folder)) {
            channel.lock();
            if (isLastUser()) {
                presence.close();
                stop();
            } else {
                presence.close();
            }
        } catch (IOException | SQLException e) {
            throw new WarehouseException("Cannot close the warehouse in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Every process holds one share of a lock; whoever gets it whole is alone. */
    private boolean isLastUser() throws SQLException {
        try (Statement statement = presence.createStatement()) {
            statement.execute("select pg_advisory_unlock_shared(hashtextextended('carebench:presence', 0))");
            try (ResultSet alone =
                    statement.executeQuery("select pg_try_advisory_lock(hashtextextended('carebench:presence', 0))")) {
                return alone.next() && alone.getBoolean(1);
            }
        }
    }

    private static Connection announce(int port, String password) throws SQLException {
        Connection connection = connect(port, password);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock_shared(hashtextextended('carebench:presence', 0))");
        }
        return connection;
    }

    private static int start(Path folder, String password) throws IOException, SQLException {
        Path initialized = folder.resolve("initialized");
        boolean isNew = !Files.exists(initialized);
        EmbeddedPostgres server = startServer(folder, password, isNew);
        if (isNew) {
            requirePassword(server, password, data(folder));
            Files.createFile(initialized);
        }
        return server.getPort();
    }

    private static EmbeddedPostgres startServer(Path folder, String password, boolean isNew) throws IOException {
        try {
            return EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.resolve("server").toFile())
                    .setDataDirectory(data(folder).toFile())
                    .setCleanDataDirectory(isNew)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(STARTUP)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "50")
                    .setServerConfig("password_encryption", "scram-sha-256")
                    .setConnectConfig("password", password)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("server.log").toFile()))
                    .start();
        } catch (IllegalStateException e) {
            throw new WarehouseException(
                    "Cannot start the warehouse's own PostgreSQL in " + folder + ": " + e.getMessage() + ". See "
                            + folder.resolve("server.log")
                            + "; as root it needs user namespaces. An external PostgreSQL can be"
                            + " used with --warehouse-url.",
                    e);
        }
    }

    /** initdb trusts everybody on the machine; from the first start on a password is asked for. */
    private static void requirePassword(EmbeddedPostgres server, String password, Path data)
            throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter user " + SUPERUSER + " password '" + password + "'");
            Files.writeString(
                    data.resolve("pg_hba.conf"),
                    "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        }
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
                if (!"57P03".equals(e.getSQLState())) {
                    return false;
                }
            }
        }
        return false;
    }

    private void stop() throws IOException {
        Path pidFile = data(folder).resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        Optional<ProcessHandle> server = ProcessHandle.of(pid);
        server.ifPresent(ProcessHandle::destroy);
        for (long end = System.nanoTime() + SHUTDOWN.toNanos();
                server.isPresent() && server.get().isAlive() && System.nanoTime() < end; ) {
            pause();
        }
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
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(bytes), StandardCharsets.US_ASCII);
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
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
