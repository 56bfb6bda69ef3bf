package org.carebench.jobs.collect;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.carebench.contract.lake.LakePaths;
import org.carebench.jobs.config.CarebenchProperties;

/** Collections as the defaults of the settings have them. */
public final class TestCollections {

    public static final CarebenchProperties.Collection DEFAULTS = new CarebenchProperties.Collection(
            Duration.ofDays(3),
            Duration.ofDays(7),
            List.of(0, 1, 2, 3, 4, 5, 6, 7, 14, 28),
            500,
            Duration.ofDays(2),
            null,
            "US",
            null);

    private TestCollections() {}

    public static CollectionPlanner planner(CarebenchProperties properties, Clock clock) {
        return new CollectionPlanner(properties, new CollectedNights(new LakePaths(properties.lake())), clock);
    }
}
