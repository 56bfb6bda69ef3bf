package org.carebench.jobs.cli;

import org.carebench.contract.lake.BusinessDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line. */
@Command(
        name = "carebench",
        description = "Benchmarks the social-media engagement of healthcare providers, night by night.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {BackfillCommand.class, DemoCommand.class, ServeCommand.class, WarehouseCommand.class},
        footer = {
            "",
            "Besides, the script builds, tests and simulates: carebench build, carebench archive, carebench verify, carebench simulate (each with --help)."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: done, or nothing to do",
            "1: the run failed; the published release is untouched",
            "2: the command or its options are wrong",
            "3: the input cannot be used: a file, a business date, or the configuration",
            "75: another process runs the same night; try again later"
        })
public final class Carebench implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    private Carebench() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        Failures failures = new Failures();
        return new CommandLine(new Carebench())
                .registerConverter(BusinessDate.class, Carebench::businessDate)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    private static BusinessDate businessDate(String text) {
        try {
            return BusinessDate.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(e.getMessage());
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Runs a whole night: extract, benchmark and publish. A night that is complete is left alone.",
            footer = {
                "",
                "Example:",
                "  carebench nightly --business-date 2025-12-06 --config config/profiles/public-data.yaml"
            })
    void nightly(
            @Mixin NightOptions night,
            @Option(
                            names = "--by-airflow",
                            description =
                                    "Have Airflow run it, where carebench.airflow.url is set, and do not wait for its end.")
                    boolean isByAirflow) {
        if (isByAirflow) {
            night.runByAirflow(spec.commandLine());
        } else {
            night.run("nightly");
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Reads the source files in force on the business date, and live platforms, into the lake.",
            footer = {
                "",
                "Example:",
                "  carebench extract --business-date 2025-12-06 --config config/profiles/public-data.yaml"
            })
    void extract(
            @Mixin NightOptions night,
            @Option(
                            names = "--platform",
                            paramLabel = "NAME",
                            description =
                                    "Read only this platform. The night is complete once all its platforms were read, one by"
                                            + " one or together.")
                    @Nullable String platform) {
        night.run("extract", platform);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Computes the release of the business date with Spark.",
            footer = {
                "",
                "Example:",
                "  carebench benchmark --business-date 2025-12-06 --config config/profiles/public-data.yaml"
            })
    void benchmark(@Mixin NightOptions night) {
        night.run("benchmark");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Loads the release of the business date into the warehouse and builds the pages.",
            footer = {
                "",
                "Example:",
                "  carebench publish --business-date 2025-12-06 --config config/profiles/public-data.yaml"
            })
    void publish(@Mixin NightOptions night) {
        night.run("publish");
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command");
    }
}
