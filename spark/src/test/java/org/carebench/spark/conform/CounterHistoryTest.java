package org.carebench.spark.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carebench.contract.curated.PostMetricAtAge;
import org.carebench.spark.conform.CounterHistory.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CounterHistoryTest {

    private static final Instant PUBLISHED = Instant.parse("2025-11-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // hours after publication at which it was observed; hours after publication that the business date ends
        "156, 400, ON_TIME, 156",
        "180, 400, ON_TIME, 180",
        "155 181, 400, MISSED,",
        "156 168 180, 400, ON_TIME, 168",
        "158 174, 400, ON_TIME, 174",
        "160 176, 400, ON_TIME, 160",
        "181 300, 400, LATE, 181",
        "155, 179, IMMATURE,",
        "155, 180, IMMATURE,",
        "155, 181, MISSED,",
        "20, 100, IMMATURE,"
    })
    void readsTheCounterAtSevenDays(String observed, long asOf, String capture, Long value) {
        PostMetricAtAge read = history(
                        Stream.of(observed.split(" ")).map(Long::parseLong).toList())
                .atAge(7, after(asOf));

        assertThat(read.capture()).isEqualTo(capture);
        assertThat(read.value()).isEqualTo(value);
        assertThat(read.observedAt()).isEqualTo(value == null ? null : after(value));
        assertThat(read.valueState())
                .isEqualTo(
                        switch (capture) {
                            case "MISSED" -> "NOT_AVAILABLE";
                            case "IMMATURE" -> "PENDING";
                            default -> "REPORTED";
                        });
        assertThat(read.definition()).isEqualTo(value == null ? null : "d.v1");
    }

    @Test
    void saysWhyAnObservationHasNoValue() {
        CounterHistory history = new CounterHistory(
                "p", "any", "likes", PUBLISHED, List.of(new Observation(after(24), null, "DISABLED", "d.v1")));

        assertThat(history.atAge(1, after(99)))
                .isEqualTo(new PostMetricAtAge("p", "likes", 1, "any", after(24), null, "DISABLED", "ON_TIME", "d.v1"));
    }

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverTakesAValueFromBeforeTheWindowAndNeverChangesItsMindOnceInTime(int seed) {
        Random random = new Random(seed);
        List<Long> hours =
                random.longs(1 + random.nextInt(6), 0, 900).sorted().boxed().toList();
        for (int age : new int[] {1, 3, 7, 28}) {
            PostMetricAtAge read = history(hours).atAge(age, after(1_000));
            if (read.observedAt() != null) {
                assertThat(read.observedAt()).isAfterOrEqualTo(after(age * 24L - 12));
            }
            boolean isInTime = hours.stream().anyMatch(hour -> Math.abs(hour - age * 24L) <= 12);
            assertThat(read.capture().equals("ON_TIME")).isEqualTo(isInTime);
            assertThat(history(hours).atAge(age, after(901)).capture()).isEqualTo(read.capture());
        }
    }

    private static CounterHistory history(List<Long> hours) {
        return new CounterHistory(
                "p",
                "any",
                "likes",
                PUBLISHED,
                hours.stream()
                        .map(hour -> new Observation(after(hour), hour, "REPORTED", "d.v1"))
                        .toList());
    }

    private static Instant after(long hours) {
        return PUBLISHED.plus(Duration.ofHours(hours));
    }
}
