package org.carebench.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A call of the program, as a shell would make it. */
record Call(List<String> command, Map<String, String> environment) {

    static Call carebench(String... arguments) {
        return new Call(List.of(launcher()), Map.of()).with(arguments);
    }

    /** A call through another program, such as one that changes the user. */
    static Call through(List<String> other, String... arguments) {
        List<String> command = new ArrayList<>(other);
        command.add(launcher());
        return new Call(command, Map.of()).with(arguments);
    }

    Call with(String... more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(more));
        return new Call(List.copyOf(all), environment);
    }

    Call withEnvironment(String name, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(name, value);
        return new Call(command, Map.copyOf(all));
    }

    RunningProgram start() {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(Path.of(".").toAbsolutePath().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CAREBENCH_"));
        builder.environment().putAll(environment);
        try {
            return new RunningProgram(String.join(" ", command), builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome run() {
        return start().outcome();
    }

    private static String launcher() {
        return Installation.ROOT.resolve("carebench").toString();
    }
}
