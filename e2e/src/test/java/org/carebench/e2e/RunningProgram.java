package org.carebench.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A call that has not ended yet. */
final class RunningProgram {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final String command;
    private final Process process;
    private final StringBuffer out = new StringBuffer();
    private final StringBuffer error = new StringBuffer();
    private final List<Thread> readers;

    RunningProgram(String command, Process process) {
        this.command = command;
        this.process = process;
        this.readers = List.of(
                reading(process.inputReader(StandardCharsets.UTF_8), out),
                reading(process.errorReader(StandardCharsets.UTF_8), error));
    }

    /** Waits for a sign that the program has come to some point; it must come before the program ends. */
    void await(String sign, BooleanSupplier isThere) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isThere.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("No sign of '" + sign + "' in " + outcome());
            }
            pause(2);
        }
    }

    void awaitOutput(String text) {
        await(text, () -> out.indexOf(text) >= 0);
    }

    /** Waits for a line that starts in some way, and returns the rest of it. */
    String awaitLine(String start) {
        await(start, () -> out.indexOf(start) >= 0 && out.indexOf("\n", out.indexOf(start)) >= 0);
        int from = out.indexOf(start) + start.length();
        return out.substring(from, out.indexOf("\n", from)).strip();
    }

    /** Waits, but not longer than until the program ends. */
    void awaitAtMost(Duration time) throws InterruptedException {
        process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The JVM of Spark, once it is there; while it starts it goes by other names for a moment. */
    ProcessHandle awaitSpark() {
        AtomicReference<ProcessHandle> found = new AtomicReference<>();
        await("Spark", () -> {
            spark().findAny().ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    /** As {@code kill -9}: the program has no chance to do anything about it. */
    Outcome kill() {
        process.destroyForcibly();
        return outcome();
    }

    /** As Ctrl-C or a scheduler would: the program may clean up. */
    Outcome terminate() {
        process.destroy();
        return outcome();
    }

    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    Outcome outcome() {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "Still running after " + PATIENCE + ": " + command + "\n" + out + error);
            }
            for (Thread reader : readers) {
                reader.join(TimeUnit.SECONDS.toMillis(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new Outcome(command, process.exitValue(), out.toString(), error.toString());
    }

    /** Waits until processes have gone; those that nobody has fetched the exit code of count as gone. */
    static void awaitEnd(List<ProcessHandle> processes) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (processes.stream().anyMatch(RunningProgram::isRunning)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Left behind: "
                        + processes.stream()
                                .filter(RunningProgram::isRunning)
                                .map(left ->
                                        left.pid() + " " + left.info().command().orElse("?"))
                                .toList());
            }
            pause(50);
        }
    }

    private static boolean isRunning(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String state = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return !state.substring(state.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException e) {
            return false;
        }
    }

    /** The only other JVM; a database of its own, if there is one, is none. */
    private Stream<ProcessHandle> spark() {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("/java"));
    }

    private static Thread reading(BufferedReader from, StringBuffer to) {
        Thread thread = new Thread(() -> {
            try (from) {
                char[] characters = new char[4096];
                for (int n = from.read(characters); n >= 0; n = from.read(characters)) {
                    to.append(characters, 0, n);
                }
            } catch (IOException e) {
                to.append("\n[cannot be read: ").append(e.getMessage()).append("]");
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
