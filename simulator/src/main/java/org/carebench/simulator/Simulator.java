package org.carebench.simulator;

import org.carebench.simulator.bulk.BulkCommand;
import org.carebench.simulator.write.GenerateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The simulator's command line. */
@Command(
        name = "carebench simulate",
        mixinStandardHelpOptions = true,
        description = "Speaks the platforms' APIs over an invented world whose truth is known.",
        subcommands = {GenerateCommand.class, BulkCommand.class, ServeCommand.class})
public final class Simulator {

    private Simulator() {}

    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Simulator());
    }
}
