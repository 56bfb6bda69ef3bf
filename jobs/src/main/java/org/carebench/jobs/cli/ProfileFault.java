package org.carebench.jobs.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carebench.jobs.config.ConfigurationException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.validation.FieldError;

/** Says in one sentence what is wrong with a profile, where the framework would print a page. */
final class ProfileFault {

    private ProfileFault() {}

    /** The fault, if the failure to start comes from the profile. */
    static Optional<RuntimeException> in(Path profile, RuntimeException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(ProfileFault::complaint)
                .flatMap(Optional::stream)
                .reduce((outer, inner) -> inner)
                .map(complaint ->
                        new ConfigurationException("Cannot use profile " + profile + ": " + complaint, failure));
    }

    private static Optional<String> complaint(Throwable cause) {
        if (cause instanceof UnboundConfigurationPropertiesException unknown) {
            return Optional.of("nobody knows its key "
                    + unknown.getUnboundProperties().stream()
                            .map(ConfigurationProperty::getName)
                            .map(ConfigurationPropertyName::toString)
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ". Correct or remove it");
        }
        if (cause instanceof BindValidationException invalid) {
            return Optional.of(invalid.getValidationErrors().getAllErrors().stream()
                    .map(error -> (error instanceof FieldError field ? field.getField() : error.getObjectName()) + " "
                            + error.getDefaultMessage())
                    .sorted()
                    .collect(Collectors.joining(", ", "", ". Set it there")));
        }
        if (cause instanceof BindException unreadable) {
            return Optional.of("the value of " + unreadable.getName() + " cannot be read as "
                    + unreadable.getTarget().getType());
        }
        return Optional.empty();
    }
}
