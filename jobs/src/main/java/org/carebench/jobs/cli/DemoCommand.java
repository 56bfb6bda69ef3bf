package org.carebench.jobs.cli;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.jobs.run.Mode;
import org.carebench.jobs.run.StartRequest;
import org.carebench.jobs.run.Work;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs nights on an invented world that speaks the platforms' own APIs. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Invents a world of some 480 providers, lets it speak the APIs of nine platforms, lands fifteen months of its history"
                    + " and reads its last nights over HTTP; then says what to open. Everything is synthetic."
        },
        footer = {"", "Example:", "  carebench demo"})
final class DemoCommand implements Runnable {

    private static final String PROFILE = "demo";
    private static final String EVE = "2026-06-28";
    private static final List<String> NIGHTS = List.of("2026-06-29", "2026-06-30");

    /** As the profile of the demo says. */
    private static final LocalTime OBSERVED_AT = LocalTime.of(2, 0);

    @Mixin
    private final Settings settings = new Settings();

    @Override
    public void run() {
        Path root = Settings.root();
        Path home = settings.homeOr(PROFILE);
        Path scenario = root.resolve("simulator/scenarios/demo.yaml");
        SimulatorProcess.run(
                root,
                List.of(
                        "generate",
                        "--scenario",
                        scenario.toString(),
                        "--output",
                        home.resolve("input").toString()));
        SimulatorProcess.run(
                root,
                List.of(
                        "bulk",
                        "--scenario",
                        scenario.toString(),
                        "--lake",
                        home.resolve("lake").toString(),
                        "--business-date",
                        EVE,
                        "--pseudonym-key",
                        "demo"));
        try (SimulatorProcess simulator = SimulatorProcess.serve(root, scenario, home.resolve("logs/simulator.log"))) {
            settings.run(
                    Path.of("config/profiles/demo.yaml"),
                    Map.of("simulator.url", simulator.address().toString()),
                    launches -> NIGHTS.stream().map(BusinessDate::parse).forEach(night -> {
                        simulator.standAt(
                                night.day().plusDays(1).atTime(OBSERVED_AT).toInstant(ZoneOffset.UTC));
                        launches.run(StartRequest.ofCommand(Work.of("nightly", night), Mode.ENSURE));
                    }));
        }
    }
}
