package org.carebench.jobs.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.jobs.airflow.AirflowClient;
import org.carebench.jobs.platform.PlatformSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Everything that a profile and {@code config/application.yaml} set. Relative paths are read from the root of the
 * installation. An unknown key stops the program.
 *
 * @param root folder of the installation: config/, dashboards/ and the jars lie below it
 * @param home folder in which the program keeps its lake, its database and its pages
 * @param input folder of the source files
 * @param profile name of the profile, shown on pages
 * @param synthetic whether the sources are invented; pages then say so
 * @param firstBusinessDate first day for which the sources say enough to run a night
 * @param parallelSources how many source files are read at the same time
 * @param sources what a night reads from files, in this order
 * @param platforms what a night reads live, by platform
 * @param service how the job service runs executions
 * @param airflow the Apache Airflow that runs nights, if there is one
 */
@ConfigurationProperties(prefix = "carebench", ignoreUnknownFields = false)
@Validated
public record CarebenchProperties(
        @NotNull Path root,
        @NotNull Path home,
        @NotNull Path input,
        @NotBlank String profile,
        @DefaultValue("false") boolean synthetic,
        @NotNull LocalDate firstBusinessDate,
        @Positive @DefaultValue("2") int parallelSources,
        @Valid @NotNull Warehouse warehouse,
        @Valid @NotNull Spark spark,
        @Valid @NotEmpty List<Source> sources,
        @Valid @NotNull @DefaultValue Collection collection,
        @Valid @DefaultValue Map<String, PlatformSettings> platforms,
        @Valid @NotNull @DefaultValue Serving service,
        @Valid @NotNull @DefaultValue Airflow airflow) {

    /**
     * The Apache Airflow that runs nights. Without a URL there is none.
     *
     * @param url address of its API server, without /api/v2; empty where there is none
     * @param username who asks
     * @param password set it in the environment variable CAREBENCH_AIRFLOW_PASSWORD
     * @param dag the DAG of the night
     * @param asset what changes with every published release
     * @param timeZone zone in which the DAG's business dates begin and end: its option time_zone
     */
    public record Airflow(
            @NotNull @DefaultValue("") String url,
            @NotNull @DefaultValue("carebench") String username,
            @NotNull @DefaultValue("") String password,
            @NotBlank @DefaultValue("carebench_nightly") String dag,

            @NotBlank @DefaultValue("carebench://mart/release")
            String asset,

            @NotNull @DefaultValue("UTC") ZoneId timeZone) {

        /** A client of it; NULL where there is none. */
        public @Nullable AirflowClient client(Clock clock) {
            return url.isBlank() ? null : new AirflowClient(URI.create(url), username, password, timeZone, clock);
        }
    }

    /**
     * How the job service runs executions.
     *
     * @param running executions that run at once
     * @param waiting executions that wait at most; what is asked for beyond them is refused for the moment
     * @param grace how long running executions have to stop when the service ends
     * @param dashboard address of the pages, for the links of executions; NULL where nobody serves them
     */
    public record Serving(
            @Positive @DefaultValue("4") int running,
            @PositiveOrZero @DefaultValue("16") int waiting,
            @NotNull @DefaultValue("60s") Duration grace,
            @Nullable URI dashboard) {}

    /**
     * How live platforms are collected; the roster of their accounts is one of the sources.
     *
     * @param overlap a listing reaches back behind what the night before read, because posts appear late
     * @param fullListingEvery how often a listing goes back as far as the platform's depth: finds posts that were dated back
     * @param refreshAges ages of posts, in days, at which their counters are read again
     * @param accountsPerShard accounts that land together; a shard that fails starts again as a whole
     * @param within how many days after the business date a collection may still begin: platforms show only today's state
     * @param observeAt time of the following day, UTC, at which a synthetic night observes; NULL for the real time
     * @param phoneRegion ISO 3166 country whose national telephone numbers are redacted
     * @param secrets folder with one file per credential; NULL where they come from the environment alone
     */
    public record Collection(
            @NotNull @DefaultValue("3d") Duration overlap,
            @NotNull @DefaultValue("7d") Duration fullListingEvery,

            @NotEmpty @DefaultValue({"0", "1", "2", "3", "4", "5", "6", "7", "14", "28"})
            List<Integer> refreshAges,

            @Positive @DefaultValue("500") int accountsPerShard,
            @NotNull @DefaultValue("2d") Duration within,
            @Nullable LocalTime observeAt,
            @NotBlank @DefaultValue("US") String phoneRegion,
            @Nullable Path secrets) {}

    /**
     * The warehouse. Without a URL the program keeps a PostgreSQL of its own.
     *
     * @param url JDBC URL of an external PostgreSQL
     * @param user its user
     * @param password its password; set it in the environment variable CAREBENCH_WAREHOUSE_PASSWORD
     */
    public record Warehouse(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password) {}

    /**
     * How Spark is started.
     *
     * @param master local[2], or any cluster that spark-submit knows
     * @param javaOptions options of the driver's JVM, for example its heap
     * @param conf further Spark settings
     */
    public record Spark(
            @NotBlank String master,
            @DefaultValue List<String> javaOptions,
            @DefaultValue Map<String, String> conf) {}

    /**
     * A source of files.
     *
     * @param id stable name, written beside every row
     * @param format one of the formats that the program knows
     * @param platform first level of the lake: where the data come from
     * @param minimumRows a file with fewer rows is refused, because it was probably cut off
     * @param vintages the files of the source over time; a night reads the one in force on its business date
     */
    public record Source(
            @NotBlank String id,
            @NotBlank String format,
            @NotBlank String platform,
            @PositiveOrZero @DefaultValue("1") long minimumRows,
            @Valid @NotEmpty List<Vintage> vintages) {

        /** The newest file that was known by a business date; empty where the first one is younger. */
        public Optional<Vintage> inForce(BusinessDate businessDate) {
            return vintages.stream()
                    .filter(vintage -> !vintage.asOf().isAfter(businessDate.day()))
                    .max(Comparator.comparing(Vintage::asOf));
        }
    }

    /**
     * One file of a source.
     *
     * @param asOf first business date on which the file was known
     * @param file path relative to the input folder
     * @param references further files that the format needs, by role
     * @param settings facts that the file does not carry, by name
     */
    public record Vintage(
            @NotNull LocalDate asOf,
            @NotBlank String file,
            @DefaultValue Map<String, String> references,
            @DefaultValue Map<String, String> settings) {}

    public Path homeFolder() {
        return root.resolve(home).normalize();
    }

    public Path inputFolder() {
        return root.resolve(input).normalize();
    }

    public Path configFolder() {
        return root.resolve("config");
    }

    public Path lake() {
        return homeFolder().resolve("lake");
    }

    public Path site() {
        return homeFolder().resolve("site");
    }

    public Path logs() {
        return homeFolder().resolve("logs");
    }

    /** What an execution said. */
    public Path executionLog(long executionId) {
        return logs().resolve("executions").resolve(executionId + ".log");
    }
}
