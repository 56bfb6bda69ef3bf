package org.carebench.jobs.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.carebench.jobs.run.JobFailedException;
import org.jspecify.annotations.Nullable;

/** The simulator in a JVM of its own; it ends with this process, whatever happens. */
final class SimulatorProcess implements AutoCloseable {

    private static final String READY = "Simulator listens on ";
    private static final long SECONDS_TO_END = 10;
    private static final int OK = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Process process;
    private final URI address;

    private SimulatorProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Runs a command of the simulator to its end; what it prints goes where our own output goes. */
    static void run(Path root, List<String> arguments) {
        try {
            Process process = new ProcessBuilder(command(root, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw failed("simulator " + arguments.get(0) + " ended with code " + exitCode, null);
            }
        } catch (IOException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("stopped", e);
        }
    }

    /** Starts the servers, and waits until they listen. */
    static SimulatorProcess serve(Path root, Path scenario, Path log) {
        try {
            Files.createDirectories(log.getParent());
            Process process = new ProcessBuilder(command(
                            root,
                            List.of("serve", "--scenario", scenario.toString(), "--port", "0", "--stop-with-parent")))
                    .redirectError(log.toFile())
                    .start();
            return new SimulatorProcess(process, address(process, log));
        } catch (IOException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
    }

    URI address() {
        return address;
    }

    /** Lets the world stand at an instant. */
    void standAt(Instant now) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/_simulator/now"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"now\": \"" + now + "\"}"))
                .build();
        try {
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() != OK) {
                throw failed("it does not take the time " + now + ": " + response.statusCode(), null);
            }
        } catch (IOException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("stopped", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static URI address(Process process, Path log) throws IOException {
        // Left open: it is the simulator's output until it ends.
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                return URI.create(line.substring(READY.length()).strip());
            }
        }
        throw failed("it ended before it listened; see " + log, null);
    }

    private static List<String> command(Path root, List<String> arguments) {
        Path target = root.resolve("simulator/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Dcarebench.root=" + root,
                "-cp",
                target.resolve("carebench-simulator.jar") + File.pathSeparator + classPath(target.resolve("lib")),
                "org.carebench.simulator.Simulator"));
        command.addAll(arguments);
        return command;
    }

    private static String classPath(Path lib) {
        try (Stream<Path> jars = Files.list(lib)) {
            return String.join(
                    File.pathSeparator, jars.map(Path::toString).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the jars of the simulator in " + lib + ": build it first", e);
        }
    }

    private static JobFailedException failed(String why, @Nullable Throwable cause) {
        return new JobFailedException("Cannot run the simulator: " + why, cause);
    }
}
