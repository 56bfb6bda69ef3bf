package org.carebench.jobs.cli;

import org.carebench.jobs.run.Failure;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** One clear sentence on standard error, and an exit code that a scheduler can act on. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    static final int FAILED = 1;
    static final int WRONG_COMMAND = 2;
    static final int UNUSABLE_INPUT = 3;
    static final int TRY_AGAIN_LATER = 75;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        say(command, Failure.sentence(failure));
        if (Failure.isBusy(failure)) {
            return TRY_AGAIN_LATER;
        }
        return Failure.isOfInput(failure) ? UNUSABLE_INPUT : FAILED;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        say(command, failure.getMessage() + ". See " + command.getCommandSpec().qualifiedName(" ") + " --help");
        return WRONG_COMMAND;
    }

    private static void say(CommandLine command, String sentence) {
        command.getErr().println("carebench: " + sentence.strip().replaceAll("\\.+$", "") + ".");
        command.getErr().flush();
    }
}
