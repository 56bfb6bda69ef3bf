package org.carebench.spark.metric;

import java.util.List;
import org.carebench.contract.mart.MetricState;

/**
 * Active platforms of a frozen list. A platform without an account adds none; one that cannot be observed is left out and
 * counted; one whose reading failed leaves no value, for it may be active.
 *
 * @param platforms the frozen list
 * @param activePosts original posts of the period that make a platform active
 */
record ChannelBreadth(List<String> platforms, int activePosts) implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        long active = 0;
        long observed = 0;
        long excluded = 0;
        boolean hasFailed = false;
        for (String platform : platforms) {
            PeriodFacts channel = facts.on(platform);
            switch (channel.stateOfPosts()) {
                case KNOWN -> {
                    observed++;
                    active += channel.posts().size() >= activePosts ? 1 : 0;
                }
                case NOT_COLLECTABLE -> excluded++;
                case COLLECTOR_FAILED -> hasFailed = true;
                default -> {}
            }
        }
        if (hasFailed) {
            return MetricValue.missing(MetricState.COLLECTOR_FAILED, observed, excluded);
        }
        if (observed == 0) {
            MetricState state = excluded > 0 ? MetricState.NOT_COLLECTABLE : MetricState.NO_ACCOUNT;
            return MetricValue.missing(state, 0, excluded);
        }
        return MetricValue.known((double) active, observed, excluded);
    }
}
