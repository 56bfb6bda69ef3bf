package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help is complete, and its examples can be run as they stand. */
class HelpIT {

    @Test
    void listsEveryCommandAndExitCode() {
        Outcome help = Call.carebench("--help").run().succeeded();

        assertThat(help.out())
                .contains(
                        "  nightly ",
                        "  extract ",
                        "  benchmark ",
                        "  publish ",
                        "  backfill ",
                        "  demo ",
                        "  serve ",
                        "  warehouse ")
                .containsPattern("(?s)Exit codes:.*\n +0 .*\n +1 .*\n +2 .*\n +3 .*\n +75 ");
        assertThat(help.out().replaceAll("\\s+", " "))
                .contains("carebench build", "carebench archive", "carebench verify", "carebench simulate");
        assertThat(help.error()).isEmpty();
    }

    @Test
    void saysItsVersion() {
        assertThat(Call.carebench("--version").run().succeeded().out()).matches("carebench \\S+\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive", "verify"})
    void whatTheScriptDoesHasHelpToo(String command) {
        assertThat(Call.carebench(command, "--help").run().succeeded().out())
                .contains("carebench " + command, "Example");
    }

    /** On a home where both nights are complete: that the commands do their work, other tests show. */
    @ParameterizedTest
    @ValueSource(strings = {"nightly", "extract", "benchmark", "publish"})
    void everyExampleRuns(String command) {
        List<String> example =
                example(Call.carebench(command, "--help").run().succeeded().out());
        assertThat(example).startsWith("carebench", command);
        example.replaceAll(word ->
                word.equals("config/profiles/public-data.yaml") ? Installation.SAMPLE_PROFILE.toString() : word);

        Outcome outcome = SampleNights.both()
                .home()
                .call(example.subList(1, example.size()).toArray(String[]::new))
                .run()
                .succeeded();

        assertThat(outcome.out()).contains("Nothing to do: ");
    }

    /** The words below the line that says Example. */
    private static List<String> example(String help) {
        String lines = help.substring(help.indexOf("Example:") + "Example:".length());
        return new ArrayList<>(List.of(lines.strip().split("\\s+")));
    }
}
