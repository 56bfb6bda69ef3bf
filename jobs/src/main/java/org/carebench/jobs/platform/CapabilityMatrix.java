package org.carebench.jobs.platform;

import java.util.EnumMap;
import java.util.Map;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.Relation;

/** What a platform offers, per family of data and relation. Nothing is asked for that it does not offer. */
public final class CapabilityMatrix {

    private static final Capability NOT_OFFERED = Capability.none("the platform has no such data");

    private final Map<DataFamily, Map<Relation, Capability>> cells;

    private CapabilityMatrix(Map<DataFamily, Map<Relation, Capability>> cells) {
        this.cells = cells;
    }

    public static Builder matrix() {
        return new Builder();
    }

    public Capability of(DataFamily family, Relation relation) {
        return cells.getOrDefault(family, Map.of()).getOrDefault(relation, NOT_OFFERED);
    }

    /** Fills the matrix; what is not filled is not offered. */
    public static final class Builder {

        private final Map<DataFamily, Map<Relation, Capability>> cells = new EnumMap<>(DataFamily.class);

        public Builder both(DataFamily family, Capability capability) {
            return owned(family, capability).other(family, capability);
        }

        public Builder owned(DataFamily family, Capability capability) {
            return put(family, Relation.OWNED, capability);
        }

        public Builder other(DataFamily family, Capability capability) {
            return put(family, Relation.OTHER, capability);
        }

        public CapabilityMatrix build() {
            return new CapabilityMatrix(cells);
        }

        private Builder put(DataFamily family, Relation relation, Capability capability) {
            cells.computeIfAbsent(family, key -> new EnumMap<>(Relation.class)).put(relation, capability);
            return this;
        }
    }
}
