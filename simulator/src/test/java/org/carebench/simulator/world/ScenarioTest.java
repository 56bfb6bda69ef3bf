package org.carebench.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioTest {

    @TempDir
    private Path folder;

    @Test
    void bothScenariosCanBeRead() {
        assertThat(Worlds.scenario("demo").organizations()).isEqualTo(480);
        assertThat(Worlds.scenario("small").organizations()).isEqualTo(40);
    }

    @Test
    void anUnknownKeyIsAnErrorThatNamesIt() throws IOException {
        Path file = changed("seed: 7", "seed: 7\nsede: 8");
        assertThatThrownBy(() -> Scenario.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Cannot read scenario " + file)
                .hasMessageContaining("sede");
    }

    @Test
    void aMissingKeyIsAnErrorThatNamesIt() throws IOException {
        Path file = changed("seed: 7\n", "");
        assertThatThrownBy(() -> Scenario.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seed");
    }

    @Test
    void anUnknownPlatformIsAnError() throws IOException {
        Path file = changed("  mastodon:", "  friendface:");
        assertThatThrownBy(() -> Scenario.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("friendface");
    }

    @Test
    void aWorldThatEndsBeforeItBeginsIsAnError() throws IOException {
        Path file = changed("last-day: 2026-07-10", "last-day: 2026-02-10");
        assertThatThrownBy(() -> Scenario.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ends on 2026-02-10 before it begins on 2026-03-01");
    }

    private Path changed(String text, String replacement) throws IOException {
        String scenario = Files.readString(Path.of("scenarios/small.yaml"));
        assertThat(scenario).contains(text);
        return Files.writeString(folder.resolve("changed.yaml"), scenario.replace(text, replacement));
    }
}
