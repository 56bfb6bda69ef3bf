package org.carebench.jobs.cli;

import java.util.List;
import org.carebench.jobs.extract.UnknownBusinessDateException;
import org.carebench.jobs.run.AlreadyRunningException;
import org.carebench.jobs.run.NightNotBegunException;
import org.carebench.jobs.source.SourceFileException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** One clear sentence on standard error, and an exit code that a scheduler can act on. */
final class Failures implements IExecutionExceptionHandler {

    static final int FAILED = 1;
    static final int UNUSABLE_INPUT = 3;
    static final int TRY_AGAIN_LATER = 75;

    private static final List<Class<? extends Throwable>> UNUSABLE = List.of(
            SourceFileException.class,
            UnknownBusinessDateException.class,
            NightNotBegunException.class,
            ConfigurationException.class,
            IllegalArgumentException.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        Throwable clearest = clearest(failure);
        command.getErr().println("carebench: " + sentence(clearest));
        command.getErr().flush();
        return exitCode(clearest);
    }

    private static int exitCode(Throwable failure) {
        if (failure instanceof AlreadyRunningException) {
            return TRY_AGAIN_LATER;
        }
        return UNUSABLE.stream().anyMatch(type -> causedBy(failure, type)) ? UNUSABLE_INPUT : FAILED;
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        return type.isInstance(failure) || (failure.getCause() != null && causedBy(failure.getCause(), type));
    }

    /** The first cause that explains itself: one of our own, or one about the configuration. */
    private static Throwable clearest(Throwable failure) {
        Throwable last = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOwn(cause) || isConfiguration(cause)) {
                return cause;
            }
            last = cause;
        }
        return last;
    }

    private static boolean isOwn(Throwable failure) {
        return failure.getClass().getName().startsWith("org.carebench.");
    }

    private static boolean isConfiguration(Throwable failure) {
        return failure instanceof BindException
                || failure instanceof BindValidationException
                || failure instanceof InvalidConfigurationPropertyValueException;
    }

    private static String sentence(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }
}
