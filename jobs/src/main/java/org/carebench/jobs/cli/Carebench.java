package org.carebench.jobs.cli;

import org.carebench.contract.lake.BusinessDate;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "carebench",
        description = "Benchmarks the social-media engagement of healthcare providers, night by night.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            NightlyCommand.class,
            ExtractCommand.class,
            BenchmarkCommand.class,
            PublishCommand.class,
            DemoCommand.class
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

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command");
    }
}
