package org.carebench.jobs.platform;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;

/** The counters of one thing. One that a connector does not mention is not in the source. */
public final class Counters {

    private static final String VERSION = "v1";

    private final String platform;
    private final Map<Counter, Measure> measures;

    private Counters(String platform, Map<Counter, Measure> measures) {
        this.platform = platform;
        this.measures = measures;
    }

    public static Builder of(String platform) {
        return new Builder(platform);
    }

    /** The same counters, to which others are added. */
    public Builder toBuilder() {
        Builder builder = new Builder(platform);
        builder.measures.putAll(measures);
        return builder;
    }

    public Measure get(Counter counter) {
        Measure measure = measures.get(counter);
        return measure == null
                ? Measure.missing(MeasureState.NOT_IN_SOURCE, counter.definition(platform, VERSION))
                : measure;
    }

    /** Those that the platform gave as something that is no count, or not at all although it should have. */
    public Set<Counter> unreadable() {
        Set<Counter> unreadable = EnumSet.noneOf(Counter.class);
        measures.forEach((counter, measure) -> {
            if (measure.state() == MeasureState.UNREADABLE) {
                unreadable.add(counter);
            }
        });
        return unreadable;
    }

    /** The same counters without values, each with the given state. */
    public Counters withheld(MeasureState state) {
        Map<Counter, Measure> missing = new EnumMap<>(Counter.class);
        measures.forEach((counter, measure) -> missing.put(counter, Measure.missing(state, measure.definition())));
        return new Counters(platform, missing);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counters counters
                && platform.equals(counters.platform)
                && measures.equals(counters.measures);
    }

    @Override
    public int hashCode() {
        return measures.hashCode();
    }

    @Override
    public String toString() {
        return platform + measures;
    }

    /** Collects counters. */
    public static final class Builder {

        private final String platform;
        private final Map<Counter, Measure> measures = new EnumMap<>(Counter.class);

        private Builder(String platform) {
            this.platform = platform;
        }

        public Builder exact(Counter counter, long value) {
            return reported(counter, value, Precision.EXACT, VERSION);
        }

        public Builder reported(Counter counter, long value, Precision precision, String version) {
            measures.put(counter, Measure.reported(value, precision, counter.definition(platform, version)));
            return this;
        }

        public Builder missing(Counter counter, MeasureState state) {
            measures.put(counter, Measure.missing(state, counter.definition(platform, VERSION)));
            return this;
        }

        /**
         * A counter of a JSON object: exact where it is a whole number of 0 or more, as a number or as text;
         * {@code whenAbsent} where the field is absent or null; unreadable otherwise.
         */
        public Builder read(Counter counter, Fields object, String field, MeasureState whenAbsent) {
            return read(counter, object, field, whenAbsent, Precision.EXACT, VERSION);
        }

        public Builder read(
                Counter counter,
                Fields object,
                String field,
                MeasureState whenAbsent,
                Precision precision,
                String version) {
            String definition = counter.definition(platform, version);
            if (object.isAbsent(field)) {
                measures.put(counter, Measure.missing(whenAbsent, definition));
                return this;
            }
            measures.put(
                    counter,
                    object.count(field)
                            .map(value -> Measure.reported(value, precision, definition))
                            .orElseGet(() -> Measure.missing(MeasureState.UNREADABLE, definition)));
            return this;
        }

        public Counters build() {
            return new Counters(platform, new EnumMap<>(measures));
        }
    }
}
