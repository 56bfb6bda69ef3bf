package org.carebench.jobs.warehouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Opens a warehouse, keeps the answer 42 in a table, prints the URL, and either closes the warehouse or dies. */
public final class OtherProcess {

    private static final int KILLED = 9;

    private OtherProcess() {}

    /** Runs it in a JVM of its own and returns the URL that it printed. */
    static String thatCloses(Path folder) throws IOException, InterruptedException {
        return run(folder, "close", 0);
    }

    static String thatDies(Path folder) throws IOException, InterruptedException {
        return run(folder, "die", KILLED);
    }

    private static String run(Path folder, String end, int expectedExitCode) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        folder.toString(),
                        end)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        if (exitCode != expectedExitCode) {
            throw new AssertionError("ended with " + exitCode + ": " + output);
        }
        return output.strip();
    }

    public static void main(String[] arguments) throws SQLException {
        EmbeddedWarehouse warehouse = EmbeddedWarehouse.open(Path.of(arguments[0]));
        try (Connection connection =
                        DriverManager.getConnection(warehouse.url(), warehouse.user(), warehouse.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept as select 42 as answer");
        }
        System.out.println(warehouse.url());
        System.out.flush();
        if (arguments[1].equals("die")) {
            Runtime.getRuntime().halt(KILLED);
        }
        warehouse.close();
    }
}
