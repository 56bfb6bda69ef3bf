package org.carebench.jobs.cli;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.extract.UnknownBusinessDateException;
import org.carebench.jobs.platform.MissingCredentialException;
import org.carebench.jobs.run.AlreadyRunningException;
import org.carebench.jobs.run.NightNotBegunException;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.warehouse.WarehouseException;
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

    private static final List<Class<? extends Throwable>> UNUSABLE = List.of(
            SourceFileException.class,
            UnknownBusinessDateException.class,
            NightNotBegunException.class,
            MissingCredentialException.class,
            ConfigurationException.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        say(command, sentence(failure));
        if (causes(failure).anyMatch(AlreadyRunningException.class::isInstance)) {
            return TRY_AGAIN_LATER;
        }
        Predicate<Throwable> isUnusable = cause -> UNUSABLE.stream().anyMatch(type -> type.isInstance(cause));
        return causes(failure).anyMatch(isUnusable) ? UNUSABLE_INPUT : FAILED;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        say(command, failure.getMessage() + ". See " + command.getCommandSpec().qualifiedName(" ") + " --help");
        return WRONG_COMMAND;
    }

    /** The outermost cause that is our own and so explains itself; else the innermost of all. */
    private static String sentence(Throwable failure) {
        if (causes(failure).noneMatch(WarehouseException.class::isInstance)
                && causes(failure).anyMatch(Failures::isLostConnection)) {
            return "Lost the connection to the warehouse. Run the same command again when the warehouse is back; the run goes"
                    + " on where it stopped";
        }
        return causes(failure)
                .filter(Failures::isOwn)
                .findFirst()
                .or(() -> causes(failure).reduce((outer, inner) -> inner))
                .map(cause -> Objects.requireNonNullElse(cause.getMessage(), cause.toString()))
                .orElseThrow();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    /** SQL state class 08 is about connections, 57P about a server that shuts down. */
    private static boolean isLostConnection(Throwable cause) {
        return cause instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"));
    }

    private static boolean isOwn(Throwable failure) {
        return failure.getClass().getName().startsWith("org.carebench.");
    }

    private static void say(CommandLine command, String sentence) {
        command.getErr().println("carebench: " + sentence.strip().replaceAll("\\.+$", "") + ".");
        command.getErr().flush();
    }
}
