package org.carebench.spark;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the application is told on its command line.
 *
 * @param request file with the BenchmarkRequest as JSON
 * @param isStoppedWithParent whether to halt when standard input ends
 */
record Arguments(Path request, boolean isStoppedWithParent) {

    /**
     * Reads {@code --request <file> [--stop-with-parent]}.
     *
     * @throws IllegalArgumentException where an argument is missing or unknown
     */
    static Arguments parse(String... arguments) {
        Path request = null;
        boolean isStoppedWithParent = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--request" -> request = Path.of(valueAfter(arguments, i++));
                case "--stop-with-parent" -> isStoppedWithParent = true;
                default -> throw refused("'" + arguments[i] + "' is unknown");
            }
        }
        return new Arguments(required(request), isStoppedWithParent);
    }

    private static String valueAfter(String[] arguments, int option) {
        if (option + 1 == arguments.length) {
            throw refused("nothing follows " + arguments[option]);
        }
        return arguments[option + 1];
    }

    private static Path required(@Nullable Path request) {
        if (request == null) {
            throw refused("--request is missing");
        }
        return request;
    }

    private static IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("Cannot start the benchmark: " + reason
                + "; write --request <file with the request as JSON> [--stop-with-parent]");
    }
}
