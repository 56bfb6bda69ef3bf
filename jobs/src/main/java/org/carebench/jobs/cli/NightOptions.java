package org.carebench.jobs.cli;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.jobs.run.NightRuns;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that run a night or one of its stages. */
final class NightOptions {

    private static final Path DEFAULT_PROFILE = Path.of("config/profiles/public-data.yaml");

    @Option(
            names = "--business-date",
            required = true,
            paramLabel = "YYYY-MM-DD",
            description = "The day that the night describes.")
    @SuppressWarnings("NullAway.Init")
    private BusinessDate businessDate;

    @Mixin
    private final Settings settings = new Settings();

    void run(BiConsumer<NightRuns, BusinessDate> work) {
        settings.run(DEFAULT_PROFILE, nights -> work.accept(nights, businessDate));
    }
}
