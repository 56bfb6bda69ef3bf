package org.carebench.contract.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A counted thing as a source reported it. In a dataset it becomes four columns: the component's name for the value, and
 * the name with {@code _state}, {@code _precision} and {@code _definition}.
 *
 * @param value the count; NULL exactly where the state says that there is none
 * @param definition id and version of what the source counts, for example {@code youtube.view_count.v1}
 */
public record Measure(@Nullable Long value, MeasureState state, Precision precision, String definition) {

    public Measure {
        Objects.requireNonNull(state, "state is null");
        Objects.requireNonNull(precision, "precision is null");
        Objects.requireNonNull(definition, "definition is null");
        if (state.hasValue() != (value != null)) {
            throw new IllegalArgumentException(
                    "Cannot create a measure of " + definition + ": state " + state + " contradicts value " + value);
        }
    }

    public static Measure reported(long value, Precision precision, String definition) {
        return new Measure(value, MeasureState.REPORTED, precision, definition);
    }

    public static Measure missing(MeasureState state, String definition) {
        return new Measure(null, state, Precision.UNKNOWN, definition);
    }
}
