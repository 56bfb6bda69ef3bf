package org.carebench.contract.lake;

import java.io.Serializable;
import java.util.List;

/**
 * A pillar of the integration index: the mean of the percentiles of its components.
 *
 * @param id presence, cadence, dialogue or breadth
 * @param weight relative to the other pillars; those that are missing leave their weight to the rest
 */
public record IndexPillar(String id, double weight, List<Component> components) implements Serializable {

    /**
     * What a provider does, taken from a metric over all platforms.
     *
     * @param metricId metric of config/metrics, of role INDEX
     * @param isReversed whether a smaller value of the metric is more integrated, as with a delay
     * @param isShrunk whether the metric is a share of counts that is drawn to the mean of its peers, the more the fewer cases
     *     it rests on, before it is ranked
     */
    public record Component(String id, String metricId, boolean isReversed, boolean isShrunk) implements Serializable {}

    public IndexPillar {
        components = List.copyOf(components);
        if (components.isEmpty()) {
            throw new IllegalArgumentException("Cannot use pillar " + id + ": it has no component");
        }
        if (!(weight >= 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException("Cannot use pillar " + id + ": its weight is " + weight);
        }
    }
}
