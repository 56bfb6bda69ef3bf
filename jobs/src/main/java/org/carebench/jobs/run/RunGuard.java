package org.carebench.jobs.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Keeps two processes from doing the same work: session-level advisory locks of PostgreSQL, held by a connection of their own
 * for as long as the work goes on. They vanish with the process, so that whoever holds them knows that an execution left behind
 * as running is dead. Extractions of single platforms share the lock of their night, which an extraction of all of them takes
 * for itself.
 */
@Component
public class RunGuard {

    private static final String HASH = "(hashtextextended(?, 0))";

    private final DataSource dataSource;

    RunGuard(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Takes the locks of some work; empty where somebody else holds one of them. */
    public Optional<Held> tryTake(Work work) {
        String name = "carebench:" + work.job() + ":" + work.businessDate();
        try {
            Connection connection = dataSource.getConnection();
            Held held = new Held(connection, name);
            try {
                boolean isTaken = work.platform() == null
                        ? call(connection, "select pg_try_advisory_lock" + HASH, name)
                        : call(connection, "select pg_try_advisory_lock_shared" + HASH, name)
                                && call(connection, "select pg_try_advisory_lock" + HASH, name + ":" + work.platform());
                if (isTaken) {
                    return Optional.of(held);
                }
                held.close();
                return Optional.empty();
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot lock " + name + " in the warehouse: " + e.getMessage(), e);
        }
    }

    private static boolean call(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** The locks; closing them lets others work. */
    public static final class Held implements AutoCloseable {

        private static final int SECONDS_TO_ANSWER = 5;

        private final Connection connection;
        private final String name;

        private Held(Connection connection, String name) {
            this.connection = connection;
            this.name = name;
        }

        /** Whether the locks are still held: they are lost with the connection. */
        public boolean isHeld() {
            try {
                return connection.isValid(SECONDS_TO_ANSWER);
            } catch (SQLException e) {
                return false;
            }
        }

        @Override
        public void close() {
            try (connection;
                    PreparedStatement statement = connection.prepareStatement("select pg_advisory_unlock_all()")) {
                statement.execute();
            } catch (SQLException e) {
                throw new IllegalStateException("Cannot unlock " + name + " in the warehouse: " + e.getMessage(), e);
            }
        }
    }
}
