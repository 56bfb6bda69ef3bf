package org.carebench.simulator.bulk;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.simulator.world.GeneratedWorld;
import org.carebench.simulator.world.Scenario;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a stretch of days into the lake as one night, so that live nights go on from it. */
@Command(
        name = "bulk",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a stretch of the world into the lake as one night, without HTTP.",
            "Live nights after its business date go on from it."
        },
        footer = {
            "",
            "Example:",
            "  carebench simulate bulk --scenario simulator/scenarios/demo.yaml --lake .carebench/demo/lake \\",
            "    --business-date 2026-06-28 --pseudonym-key demo"
        })
public final class BulkCommand implements Callable<Integer> {

    @Option(names = "--scenario", required = true, description = "Scenario file.")
    @SuppressWarnings("NullAway.Init")
    private Path scenario;

    @Option(names = "--lake", required = true, description = "Root folder of the lake.")
    @SuppressWarnings("NullAway.Init")
    private Path lake;

    @Option(
            names = "--business-date",
            required = true,
            description = "Day that the night describes, ISO: the last one.")
    @SuppressWarnings("NullAway.Init")
    private LocalDate businessDate;

    @Option(names = "--from", description = "First day, ISO; the world's where not given.")
    private @Nullable LocalDate from;

    @Option(
            names = "--on",
            description = "Day of the roster, as for generate; the middle of the world where not given.")
    private @Nullable LocalDate on;

    @Option(
            names = "--pseudonym-key",
            required = true,
            description = "Key of the authors' pseudonyms: the one of the live nights, so that authors stay the same.")
    @SuppressWarnings("NullAway.Init")
    private String pseudonymKey;

    @Option(
            names = "--ages",
            split = ",",
            defaultValue = "7,28",
            description = "Ages in days at which counters of posts are read, the last being that of the live nights.")
    @SuppressWarnings("NullAway.Init")
    private List<Integer> ages;

    @Option(
            names = "--account-every",
            defaultValue = "7",
            description = "Days between two readings of an account, the last one on the business date.")
    private int accountEvery;

    @Option(names = "--accounts-per-shard", defaultValue = "200", description = "Accounts whose records share files.")
    private int accountsPerShard;

    @Option(names = "--threads", defaultValue = "2", description = "Shards that are written at once.")
    private int threads;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        World world = GeneratedWorld.of(Scenario.read(scenario).withoutPersonalData());
        LocalDate first = from == null ? world.scenario().firstDay() : from;
        Stretch stretch = new Stretch(
                new ReleaseId(new BusinessDate(businessDate), 1),
                startOf(first),
                startOf(on == null ? world.scenario().middleDay() : on),
                Duration.ofDays(accountEvery),
                ages.stream().map(Duration::ofDays).toList());
        long rows = new BulkNight(world, stretch, lake, pseudonymKey, out).land(accountsPerShard, threads);
        out.println(String.format(
                Locale.ROOT,
                "Landed %,d synthetic rows of %s to %s as night %s",
                rows,
                first,
                businessDate,
                stretch.release()));
        out.flush();
        return 0;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
