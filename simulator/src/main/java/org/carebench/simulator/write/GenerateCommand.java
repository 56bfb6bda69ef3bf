package org.carebench.simulator.write;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.carebench.simulator.world.GeneratedWorld;
import org.carebench.simulator.world.Scenario;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the files that Carebench reads, and the truth beside them. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Writes registry, directory, survey, roster, credentials and truth of a scenario.",
        footer = {
            "",
            "Example:",
            "  carebench simulate generate --scenario simulator/scenarios/small.yaml --output /tmp/world"
        })
public final class GenerateCommand implements Callable<Integer> {

    @Option(names = "--scenario", required = true, description = "Scenario file.")
    @SuppressWarnings("NullAway.Init")
    private Path scenario;

    @Option(names = "--output", required = true, description = "Folder to write into.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(
            names = "--on",
            description = "Day on which the roster was written down, ISO; the middle of the world where not given.")
    private @Nullable LocalDate on;

    @Option(
            names = "--truth-at",
            description =
                    "Instant, ISO: also writes every account, post, interaction and review that can be seen then.")
    private @Nullable Instant truthAt;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        World world = GeneratedWorld.of(Scenario.read(scenario));
        LocalDate rosterDay = on == null ? world.scenario().middleDay() : on;
        new RegistryFiles(world).write(output);
        new Roster(world, rosterDay.atStartOfDay(ZoneOffset.UTC).toInstant()).write(output);
        CredentialFiles.write(output.resolve("credentials"));
        TruthFiles truth = new TruthFiles(world);
        truth.write(output.resolve("truth"));
        if (truthAt != null) {
            truth.writeContent(output.resolve("truth"), truthAt);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("Wrote " + world.providers().size() + " synthetic providers of scenario '"
                + world.scenario().name() + "' to " + output);
        out.flush();
        return 0;
    }
}
