package org.carebench.jobs.run;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.carebench.jobs.benchmark.NothingExtractedException;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.extract.UnknownBusinessDateException;
import org.carebench.jobs.platform.MissingCredentialException;
import org.carebench.jobs.publish.DamagedReleaseException;
import org.carebench.jobs.publish.QualityGateException;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.warehouse.WarehouseException;

/** What a failure means to whoever asked: one sentence, and whether asking again may help. */
public final class Failure {

    /** Inputs that cannot be used: somebody has to change something first. */
    private static final List<Class<? extends Throwable>> UNUSABLE = List.of(
            SourceFileException.class,
            UnknownBusinessDateException.class,
            NightNotBegunException.class,
            MissingCredentialException.class,
            ConfigurationException.class);

    /** Results that would be the same again. */
    private static final List<Class<? extends Throwable>> FINAL =
            List.of(QualityGateException.class, DamagedReleaseException.class, NothingExtractedException.class);

    private Failure() {}

    /** The outermost cause that is our own and so explains itself; else the innermost of all. */
    public static String sentence(Throwable failure) {
        if (causes(failure).noneMatch(WarehouseException.class::isInstance)
                && causes(failure).anyMatch(Failure::isLostConnection)) {
            return "Lost the connection to the warehouse. Run the same command again when the warehouse is back; the run goes"
                    + " on where it stopped";
        }
        return causes(failure)
                .filter(Failure::isOwn)
                .findFirst()
                .or(() -> causes(failure).reduce((outer, inner) -> inner))
                .map(cause -> Objects.requireNonNullElse(cause.getMessage(), cause.toString()))
                .orElseThrow();
    }

    /** Whether an input cannot be used: a file, a business date, or the configuration. */
    public static boolean isOfInput(Throwable failure) {
        return isOneOf(UNUSABLE, failure);
    }

    /** Whether the same work may succeed later, although nobody changes anything. */
    static boolean isRetryable(Throwable failure) {
        return !isOneOf(UNUSABLE, failure) && !isOneOf(FINAL, failure);
    }

    static boolean isStop(Throwable failure) {
        return causes(failure).anyMatch(RunStoppedException.class::isInstance);
    }

    /** Whether somebody else does the same work at the moment. */
    public static boolean isBusy(Throwable failure) {
        return causes(failure).anyMatch(AlreadyRunningException.class::isInstance);
    }

    private static boolean isOneOf(List<Class<? extends Throwable>> types, Throwable failure) {
        return causes(failure).anyMatch(cause -> types.stream().anyMatch(type -> type.isInstance(cause)));
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
}
