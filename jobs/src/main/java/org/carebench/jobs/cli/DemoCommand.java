package org.carebench.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import org.carebench.contract.lake.BusinessDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs two nights on the synthetic sample that comes with the program. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Runs two nights on a small synthetic sample and says what to open.",
        footer = {"", "Example:", "  carebench demo"})
final class DemoCommand implements Runnable {

    private static final List<String> NIGHTS = List.of("2022-03-31", "2025-12-06");

    @Mixin
    private final Settings settings = new Settings();

    @Override
    public void run() {
        settings.run(
                Path.of("config/profiles/sample.yaml"),
                nights -> NIGHTS.forEach(night -> nights.nightly(BusinessDate.parse(night))));
    }
}
