package org.carebench.simulator.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Scenarios and worlds of the tests. */
final class Worlds {

    private Worlds() {}

    static Scenario scenario(String name) {
        try {
            return Scenario.read(Path.of("scenarios", name + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static World small() {
        return GeneratedWorld.of(scenario("small"));
    }
}
