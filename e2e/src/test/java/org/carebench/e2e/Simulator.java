package org.carebench.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The platforms' APIs over an invented world, in a process of its own that ends with the tests at the latest. */
final class Simulator implements AutoCloseable {

    static final Path SCENARIO = Installation.ROOT.resolve("simulator/scenarios/small.yaml");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RunningProgram program;
    private final String url;
    private final Path log;

    private Simulator(RunningProgram program, Path log) {
        this.program = program;
        this.url = program.awaitLine("Simulator listens on ");
        this.log = log;
    }

    /**
     * Begins to answer.
     *
     * @param log file into which it writes every request
     * @param options further options, such as faults
     */
    static Simulator start(Path log, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "serve", "--scenario", SCENARIO.toString(), "--request-log", log.toString(), "--stop-with-parent"));
        arguments.addAll(List.of(options));
        return new Simulator(command(arguments).start(), log);
    }

    /**
     * Writes the files of the world, and everything that can be seen of it at an instant.
     *
     * @return the folder
     */
    static Path world(String name, Instant at) {
        Path folder = Home.emptyFolder(name);
        command(List.of(
                        "generate",
                        "--scenario",
                        SCENARIO.toString(),
                        "--output",
                        folder.toString(),
                        "--truth-at",
                        at.toString()))
                .run()
                .succeeded();
        return folder;
    }

    /** Runs a command that ends by itself. */
    static void run(String... arguments) {
        command(List.of(arguments)).run().succeeded();
    }

    String url() {
        return url;
    }

    /** Every request that it answered, one JSON object a line. */
    Path log() {
        return log;
    }

    /** Lets the world stand at another instant. */
    void setNow(Instant now) {
        send(HttpRequest.newBuilder(URI.create(url + "/_simulator/now"))
                .PUT(HttpRequest.BodyPublishers.ofString("{\"now\": \"" + now + "\"}")));
    }

    /** Writes down the accounts for which a call failed for good, with the fault. */
    Path losses(Path file) {
        try {
            return Files.writeString(file, send(HttpRequest.newBuilder(URI.create(url + "/_simulator/losses"))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        program.terminate();
    }

    private static Call command(List<String> arguments) {
        Path target = Installation.ROOT.resolve("simulator/target");
        return new Call(
                        List.of(
                                "java",
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                target.resolve("carebench-simulator.jar") + ":" + target.resolve("lib") + "/*",
                                "org.carebench.simulator.Simulator"),
                        Map.of())
                .with(arguments.toArray(String[]::new));
    }

    private static String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        "The simulator answers " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
