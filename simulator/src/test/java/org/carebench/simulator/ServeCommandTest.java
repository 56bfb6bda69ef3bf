package org.carebench.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ServeCommandTest {

    @Test
    void saysWhereItListensServesEveryPlatformAndEndsWithItsParent() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.carebench.simulator.Simulator",
                        "serve",
                        "--scenario",
                        "scenarios/small.yaml",
                        "--now",
                        "2026-06-30T02:00:00Z",
                        "--stop-with-parent")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            assertThat(line).startsWith("Simulator listens on http://127.0.0.1:");
            String address = line.substring("Simulator listens on ".length());
            assertThat(get(address + "/_simulator/health")).contains("\"now\":\"2026-06-30T02:00:00Z\"");
            for (String prefix : new String[] {
                "bluesky",
                "mastodon",
                "youtube",
                "x",
                "instagram",
                "facebook",
                "linkedin",
                "tiktok",
                "google-business",
                "google-places"
            }) {
                assertThat(get(address + "/" + prefix + "/nothing")).doesNotContain("no such platform");
            }
            process.getOutputStream().close();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    @ParameterizedTest
    @CsvSource({"50ms, 50", "0ms, 0", "2s, 2000", "1m, 60000"})
    void readsDurations(String text, long milliseconds) {
        assertThat(new ServeCommand.Latency().convert(text)).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"50", "fast", "ms", "-", "1.5ms"})
    void refusesWhatIsNoDuration(String text) {
        StringWriter errors = new StringWriter();
        CommandLine simulator = Simulator.commandLine().setErr(new PrintWriter(errors));

        assertThat(simulator.execute("serve", "--scenario", "scenarios/small.yaml", "--latency=" + text))
                .isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString()).contains("'" + text + "' is no duration: write 50ms, 1s or 1m");
    }
}
