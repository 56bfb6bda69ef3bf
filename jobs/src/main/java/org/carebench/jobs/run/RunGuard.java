package org.carebench.jobs.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.carebench.contract.lake.BusinessDate;
import org.springframework.stereotype.Component;

/**
 * Keeps two processes from running the same job for the same business date: a session-level advisory lock of PostgreSQL,
 * held by its own connection for as long as the job runs. It vanishes with the process, so that whoever holds it knows that
 * an execution left behind as running is dead.
 */
@Component
public class RunGuard {

    /** A killed process may need a moment until its server session has ended and its lock is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final DataSource dataSource;

    RunGuard(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Takes the lock.
     *
     * @throws AlreadyRunningException where another process keeps it
     */
    public Held take(String job, BusinessDate businessDate) {
        String name = "carebench:" + job + ":" + businessDate;
        try {
            Connection connection = dataSource.getConnection();
            try {
                for (long end = System.nanoTime() + PATIENCE.toNanos(); !tryLock(connection, name); pause()) {
                    if (System.nanoTime() > end) {
                        throw new AlreadyRunningException("Cannot run " + job + " for " + businessDate
                                + ": another process is running it. Wait until it ends.");
                    }
                }
                return new Held(connection, name);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot lock " + name + " in the warehouse: " + e.getMessage(), e);
        }
    }

    private static boolean tryLock(Connection connection, String name) throws SQLException {
        return call(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", name);
    }

    private static boolean call(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for another run", e);
        }
    }

    /** The lock; closing it lets others run. */
    public static final class Held implements AutoCloseable {

        private final Connection connection;
        private final String name;

        private Held(Connection connection, String name) {
            this.connection = connection;
            this.name = name;
        }

        @Override
        public void close() {
            try (connection) {
                call(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
            } catch (SQLException e) {
                throw new IllegalStateException("Cannot unlock " + name + " in the warehouse: " + e.getMessage(), e);
            }
        }
    }
}
