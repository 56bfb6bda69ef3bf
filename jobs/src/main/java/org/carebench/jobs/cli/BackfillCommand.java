package org.carebench.jobs.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.jobs.run.Launches;
import org.carebench.jobs.run.Mode;
import org.carebench.jobs.run.StartRequest;
import org.carebench.jobs.run.Work;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes up for nights of the past. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the night of every business date from one to another, the oldest first: by Airflow where carebench.airflow.url"
                    + " is set, otherwise here. Nights that are complete are left alone.",
            "Here it stops at the first night that fails; run it again to go on."
        },
        footer = {
            "",
            "Example:",
            "  carebench backfill --from 2025-12-01 --to 2025-12-06 --config config/profiles/public-data.yaml"
        })
final class BackfillCommand implements Runnable {

    @Option(names = "--from", required = true, paramLabel = "YYYY-MM-DD", description = "The first business date.")
    @SuppressWarnings("NullAway.Init")
    private BusinessDate from;

    @Option(names = "--to", required = true, paramLabel = "YYYY-MM-DD", description = "The last business date.")
    @SuppressWarnings("NullAway.Init")
    private BusinessDate to;

    @Option(names = "--rerun", description = "Compute again what is complete, as the next revision of its date.")
    private boolean isRerun;

    @Mixin
    private final Settings settings = new Settings();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        if (to.day().isBefore(from.day())) {
            throw new ParameterException(spec.commandLine(), "--to " + to + " is before --from " + from);
        }
        settings.withApplication(Path.of("config/profiles/public-data.yaml"), this::backfill);
    }

    private void backfill(ConfigurableApplicationContext application) {
        AirflowNights airflow = AirflowNights.of(application, spec.commandLine());
        if (airflow != null) {
            airflow.backfill(from, to, isRerun);
            return;
        }
        Launches launches = application.getBean(Launches.class);
        for (LocalDate day = from.day(); !day.isAfter(to.day()); day = day.plusDays(1)) {
            launches.run(StartRequest.ofCommand(
                    Work.of("nightly", new BusinessDate(day)), isRerun ? Mode.RERUN : Mode.ENSURE));
        }
    }
}
