package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.e2e.LiveNights.FIRST;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** With a platform that takes its time, many requests are under way at once. */
class ThroughputIT {

    private static final double LATENCY_SECONDS = 0.05;
    private static final int CONCURRENCY = 16;
    private static final Pattern COLLECTED = Pattern.compile("platformsCollectStep COMPLETED in ([0-9.]+) s");

    @Test
    void manyRequestsAreInFlightAtOnce() {
        Home home = Home.create("throughput");
        Outcome night;
        try (Simulator simulator = Simulator.start(
                home.folder().resolveSibling("throughput_requests.jsonl"), "--no-limits", "--latency", "50ms")) {
            night = LiveNights.call(
                            home, simulator, LiveNights.PROFILE.resolveSibling("throughput.yaml"), "extract", FIRST)
                    .run()
                    .succeeded();
        }

        Matcher collected = COLLECTED.matcher(night.out());
        assertThat(collected.find()).as(night.out()).isTrue();
        double perSecond = ShardReport.of(night).get(0).requests() / Double.parseDouble(collected.group(1));
        System.out.printf(
                "Throughput: %.0f requests per second, bound %.0f (%d in flight, 50 ms each)%n",
                perSecond, CONCURRENCY / LATENCY_SECONDS, CONCURRENCY);
        assertThat(perSecond * LATENCY_SECONDS)
                .as("requests in flight on average")
                .isGreaterThan(1);
    }
}
