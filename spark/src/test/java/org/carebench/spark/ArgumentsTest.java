package org.carebench.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    private static final String USAGE = "; write --request <file with the request as JSON> [--stop-with-parent]";

    @Test
    void readsTheRequestAndWhetherToStopWithTheParent() {
        assertThat(Arguments.parse("--request", "a.json")).isEqualTo(new Arguments(Path.of("a.json"), false));
        assertThat(Arguments.parse("--stop-with-parent", "--request", "a.json"))
                .isEqualTo(new Arguments(Path.of("a.json"), true));
    }

    @Test
    void saysWhatIsWrongAndWhatToWrite() {
        assertThatThrownBy(() -> Arguments.parse())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot start the benchmark: --request is missing" + USAGE);
        assertThatThrownBy(() -> Arguments.parse("--request"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot start the benchmark: nothing follows --request" + USAGE);
        assertThatThrownBy(() -> Arguments.parse("--date", "2025-12-06"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot start the benchmark: '--date' is unknown" + USAGE);
    }
}
