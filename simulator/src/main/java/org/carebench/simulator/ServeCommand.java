package org.carebench.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.carebench.simulator.http.FaultProfile;
import org.carebench.simulator.http.Faults;
import org.carebench.simulator.http.Harness;
import org.carebench.simulator.http.Limits;
import org.carebench.simulator.http.RequestLog;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.http.VirtualClock;
import org.carebench.simulator.platform.PlatformServers;
import org.carebench.simulator.platform.x.Spelling;
import org.carebench.simulator.world.GeneratedWorld;
import org.carebench.simulator.world.Scenario;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Answers as the platforms do until it is ended. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Speaks the platforms' APIs over a scenario, on the loopback address.",
        footer = {
            "",
            "Example:",
            "  carebench simulate serve --scenario simulator/scenarios/small.yaml --now 2026-06-30T02:00:00Z --port 8090"
        })
final class ServeCommand implements Callable<Integer> {

    @Option(names = "--scenario", required = true, description = "Scenario file.")
    @SuppressWarnings("NullAway.Init")
    private Path scenario;

    @Option(names = "--port", defaultValue = "0", description = "Port; 0 is a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--now",
            description = "Instant at which the world stands, ISO; the end of the world where not given.")
    private @Nullable Instant now;

    @Option(names = "--faults", description = "Fault profile; nothing goes wrong where not given.")
    private @Nullable Path faults;

    @Option(
            names = "--latency",
            defaultValue = "0ms",
            converter = Latency.class,
            description = "Time that every answer takes at least, such as 50ms or 1s (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Duration latency;

    @Option(names = "--no-limits", description = "Grants every request, whatever the platforms' limits are.")
    private boolean noLimits;

    @Option(names = "--request-log", description = "File into which every request is written as a line of JSON.")
    private @Nullable Path requestLog;

    @Option(
            names = "--x-spelling",
            defaultValue = "BOTH",
            description = "How X spells what it renamed: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Spelling spelling;

    @Option(names = "--stop-with-parent", description = "Ends when standard input ends.")
    private boolean stopWithParent;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Harness harness = begin()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("Simulator listens on " + harness.address());
            out.flush();
            if (stopWithParent) {
                System.in.transferTo(OutputStream.nullOutputStream());
            } else {
                new CountDownLatch(1).await();
            }
        }
        return 0;
    }

    private Harness begin() throws IOException {
        World world = GeneratedWorld.of(Scenario.read(scenario));
        FaultProfile profile = faults == null ? FaultProfile.NONE : FaultProfile.read(faults);
        Tokens tokens = new Tokens();
        Faults drawn = new Faults(profile);
        return new Harness(
                port,
                PlatformServers.over(world, tokens, drawn, spelling),
                new VirtualClock(now == null ? world.scenario().end() : now, System::nanoTime),
                noLimits ? Limits.none() : new Limits(profile.limitShare()),
                tokens,
                drawn,
                new RequestLog(requestLog),
                latency,
                spec.commandLine().getErr());
    }

    /** Reads "50ms", "1s" or "1m". */
    static final class Latency implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            String unit = value.toUpperCase(Locale.ROOT);
            try {
                return unit.endsWith("MS")
                        ? Duration.ofMillis(Long.parseLong(value.substring(0, value.length() - 2)))
                        : Duration.parse("PT" + unit);
            } catch (NumberFormatException | DateTimeParseException e) {
                throw new TypeConversionException("'" + value + "' is no duration: write 50ms, 1s or 1m");
            }
        }
    }
}
