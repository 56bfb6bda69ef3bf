package org.carebench.jobs.collect;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.carebench.contract.lake.LakePaths;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.platform.PlatformSettings;

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

    public static final CarebenchProperties.Serving SERVING =
            new CarebenchProperties.Serving(4, 16, Duration.ofSeconds(60), null);

    public static final CarebenchProperties.Airflow AIRFLOW = new CarebenchProperties.Airflow(
            "", "carebench", "", "carebench_nightly", "carebench://mart/release", ZoneId.of("UTC"));

    private TestCollections() {}

    /** A platform that takes one request at a time and grants some units a day. */
    static PlatformSettings dailyQuota(long units) {
        PlatformSettings defaults = PlatformSettings.defaults(URI.create("http://127.0.0.1"));
        return new PlatformSettings(
                defaults.baseUrl(),
                1,
                null,
                defaults.timeout(),
                defaults.maxResponse(),
                defaults.attempts(),
                defaults.longestWait(),
                new PlatformSettings.Quota(units, PlatformSettings.Period.DAY, ZoneOffset.UTC),
                null,
                List.of(),
                defaults.depth(),
                Map.of());
    }

    public static CollectionPlanner planner(CarebenchProperties properties, Clock clock) {
        return new CollectionPlanner(properties, new CollectedNights(new LakePaths(properties.lake())), clock);
    }
}
