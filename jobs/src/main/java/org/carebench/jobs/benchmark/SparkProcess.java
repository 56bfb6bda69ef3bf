package org.carebench.jobs.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.publish.ReleaseTables;
import org.carebench.jobs.run.CurrentExecution;
import org.carebench.jobs.run.Progress;
import org.springframework.stereotype.Component;

/**
 * Starts the Spark application in a JVM of its own, the way spark-submit does, from the jars of the installation. The child
 * holds a pipe to this process and ends when this process dies.
 */
@Component
class SparkProcess {

    private static final String APPLICATION = "org.carebench.spark.BenchmarkApp";
    private static final String TABLE_WRITTEN = " Wrote ";
    private static final int LINES_OF_LOG = 15;
    private static final int SECONDS_TO_END = 10;

    /** Curated and mart tables, and a line for each of the two layers. */
    private static final int TABLES = ReleaseTables.names().size() + 2;

    /** What Spark opens of the JDK: the list of its own {@code JavaModuleOptions}. */
    private static final List<String> MODULE_OPTIONS = Stream.of(
                    "java.base/java.lang",
                    "java.base/java.lang.invoke",
                    "java.base/java.lang.reflect",
                    "java.base/java.io",
                    "java.base/java.net",
                    "java.base/java.nio",
                    "java.base/java.util",
                    "java.base/java.util.concurrent",
                    "java.base/java.util.concurrent.atomic",
                    "java.base/jdk.internal.ref",
                    "java.base/sun.nio.ch",
                    "java.base/sun.nio.cs",
                    "java.base/sun.security.action",
                    "java.base/sun.util.calendar",
                    "java.security.jgss/sun.security.krb5")
            .map(packageName -> "--add-opens=" + packageName + "=ALL-UNNAMED")
            .toList();

    private final CarebenchProperties properties;
    private final Progress progress;
    private final CurrentExecution current;

    SparkProcess(CarebenchProperties properties, Progress progress, CurrentExecution current) {
        this.properties = properties;
        this.progress = progress;
        this.current = current;
    }

    /**
     * Runs the application and waits for it.
     *
     * @param request the request file
     * @param log what the application prints goes here
     * @throws SparkFailedException where it ends with another code than 0
     */
    void run(Path request, Path log) throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        Process process =
                new ProcessBuilder(command(request)).redirectErrorStream(true).start();
        progress.expect(TABLES);
        int exitCode;
        try {
            exitCode = current.endedBy(() -> end(process), () -> {
                copyOutput(process, log);
                return process.waitFor();
            });
        } catch (InterruptedException e) {
            process.destroy();
            throw e;
        }
        if (exitCode != 0) {
            current.stopIfAsked();
            throw new SparkFailedException("Cannot compute the benchmarks: the Spark application ended with code "
                    + exitCode + ". Its log is " + log + "; it ends with:\n" + end(log));
        }
    }

    /** Lets Spark take leave of its cluster, but not for ever. */
    private static void end(Process process) {
        process.destroy();
        var unused = process.onExit()
                .orTimeout(SECONDS_TO_END, TimeUnit.SECONDS)
                .whenComplete((ended, timeout) -> {
                    if (timeout != null) {
                        process.destroyForcibly();
                    }
                });
    }

    /** Every line goes to the log; a table that was written is progress. */
    private void copyOutput(Process process, Path log) throws IOException {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter copy = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(line);
                copy.newLine();
                int written = line.indexOf(TABLE_WRITTEN);
                if (written >= 0) {
                    progress.advance(line.substring(written + TABLE_WRITTEN.length()), 1);
                }
            }
        }
    }

    /** The classes that Spark loads, as the JVM keeps them: made by {@code carebench archive}, gone after a build. */
    private List<String> classData() {
        Path archive = properties.root().resolve("target/spark.jsa");
        if (Boolean.getBoolean("carebench.archive")) {
            return List.of("-XX:ArchiveClassesAtExit=" + archive);
        }
        return Files.isRegularFile(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
    }

    private List<String> command(Path request) {
        Path jars = properties.root().resolve("spark/target");
        Path application = jars.resolve("carebench-spark.jar");
        if (!Files.isRegularFile(application)) {
            throw new SparkFailedException(
                    "Cannot start Spark: " + application + " is missing. Build the program first.");
        }
        CarebenchProperties.Spark spark = properties.spark();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(MODULE_OPTIONS);
        command.addAll(spark.javaOptions());
        command.addAll(classData());
        command.add("-cp");
        // The application first: its logging configuration wins.
        command.add(application + File.pathSeparator + classPath(jars.resolve("lib")));
        command.add("org.apache.spark.deploy.SparkSubmit");
        command.addAll(List.of("--master", spark.master(), "--class", APPLICATION));
        spark.conf().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(setting -> command.addAll(List.of("--conf", setting.getKey() + "=" + setting.getValue())));
        command.addAll(List.of(application.toString(), "--request", request.toString(), "--stop-with-parent"));
        return command;
    }

    private static String classPath(Path lib) {
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the jars of Spark in " + lib, e);
        }
    }

    private static String end(Path log) throws IOException {
        List<String> lines =
                Files.readString(log, StandardCharsets.UTF_8).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size()));
    }
}
