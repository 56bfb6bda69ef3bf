package org.carebench.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.run.Launches;
import org.carebench.jobs.run.Mode;
import org.carebench.jobs.run.NightJob;
import org.carebench.jobs.run.StartRequest;
import org.carebench.jobs.run.Work;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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

    @Option(
            names = "--rerun",
            description = "Compute again what is complete, as the next revision of the business date.")
    private boolean isRerun;

    @Mixin
    private final Settings settings = new Settings();

    /** Runs a job for the business date. */
    void run(String job) {
        run(job, null);
    }

    /** Runs a job for the business date, for a single platform where one is named. */
    void run(String job, @Nullable String platform) {
        settings.run(DEFAULT_PROFILE, launches -> {
            Work work = new Work(job, businessDate, requireKnown(launches, job, platform));
            launches.run(StartRequest.ofCommand(work, isRerun ? Mode.RERUN : Mode.ENSURE));
        });
    }

    /** Has Airflow run the whole night. */
    void runByAirflow(CommandLine terminal) {
        settings.withApplication(DEFAULT_PROFILE, application -> {
            AirflowNights airflow = AirflowNights.of(application, terminal);
            if (airflow == null) {
                throw new ConfigurationException("Cannot ask Airflow for the night of " + businessDate
                        + ": no Airflow is configured. Set CAREBENCH_AIRFLOW_URL, CAREBENCH_AIRFLOW_USERNAME and"
                        + " CAREBENCH_AIRFLOW_PASSWORD.");
            }
            airflow.trigger(businessDate, isRerun);
        });
    }

    private static @Nullable String requireKnown(Launches launches, String job, @Nullable String platform) {
        List<String> known = launches.job(job).parameters().stream()
                .map(NightJob.Parameter::allowed)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
        if (platform != null && !known.contains(platform)) {
            throw new ConfigurationException("Cannot extract platform " + platform
                    + ": the platforms of the profile are " + String.join(", ", known) + ".");
        }
        return platform;
    }
}
