package org.carebench.jobs.cli;

import java.nio.file.Path;
import org.carebench.contract.lake.BusinessDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Loads the release of the business date into the warehouse and builds the dashboards. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "Loads the release of the business date into the warehouse and builds the dashboards.",
        footer = {
            "",
            "Example:",
            "  carebench publish --business-date 2025-12-06 --config config/profiles/public-data.yaml"
        })
final class PublishCommand implements Runnable {

    @Option(
            names = "--business-date",
            required = true,
            paramLabel = "YYYY-MM-DD",
            description = "The day that the night describes.")
    @SuppressWarnings("NullAway.Init")
    private BusinessDate businessDate;

    @Mixin
    private final Settings settings = new Settings();

    @Override
    public void run() {
        settings.run(Path.of("config/profiles/public-data.yaml"), nights -> nights.stage("publish", businessDate));
    }
}
