package org.carebench.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Instant TIME = Instant.parse("2026-06-30T02:00:00Z");
    private static final Limit SHORT = Limit.requests("short", 2, Duration.ofSeconds(10));
    private static final Limit LONG = Limit.requests("long", 100, Duration.ofDays(1));

    private final Limits limits = new Limits(Map.of());

    private Limits.Taken take(Instant time, Limit... of) {
        return limits.take("p", "caller", List.of(of), time);
    }

    @Test
    void tellsTheLimitOfWhichTheLeastIsLeft() {
        LimitState nearest = take(TIME, LONG, SHORT).nearest().orElseThrow();

        assertThat(nearest.bucket()).isEqualTo("short");
        assertThat(nearest.remaining()).isEqualTo(1);
        assertThat(nearest.percentUsed()).isEqualTo(50);
        assertThat(nearest.windowSeconds()).isEqualTo(10);
        assertThat(nearest.secondsToReset()).isEqualTo(10);
    }

    @Test
    void takesNothingFromAnyLimitWhereOneRefuses() {
        take(TIME, LONG, SHORT);
        take(TIME, LONG, SHORT);
        assertThat(take(TIME, LONG, SHORT).granted()).isFalse();

        assertThat(take(TIME, LONG).nearest().orElseThrow().used()).isEqualTo(3);
    }

    @Test
    void opensAWindowWithTheFirstRequest() {
        take(TIME, SHORT);
        take(TIME.plusSeconds(9), SHORT);

        assertThat(take(TIME.plusMillis(9_999), SHORT).granted()).isFalse();
        assertThat(take(TIME.plusSeconds(10), SHORT).granted()).isTrue();
    }

    @Test
    void beginsAnewWhereTheTimeIsSetBack() {
        take(TIME, SHORT);
        take(TIME, SHORT);

        assertThat(take(TIME.minusSeconds(3_600), SHORT).granted()).isTrue();
    }

    @Test
    void countsACalendarDayOfItsZone() {
        Limit day = new Limit("day", 5, Window.day(ZoneId.of("America/Los_Angeles")), 2);

        LimitState state = take(TIME, day).nearest().orElseThrow();

        assertThat(state.used()).isEqualTo(2);
        assertThat(state.reset()).isEqualTo(Instant.parse("2026-06-30T07:00:00Z"));
        assertThat(take(TIME, day).granted()).isTrue();
        assertThat(take(TIME, day).granted()).isFalse();
        assertThat(take(state.reset(), day).granted()).isTrue();
    }

    @Test
    void grantsAtLeastOneUnitOfASmallShare() {
        Limits small = new Limits(Map.of("p", 0.001));

        assertThat(small.take("p", "c", List.of(SHORT), TIME).granted()).isTrue();
        assertThat(small.take("p", "c", List.of(SHORT), TIME).granted()).isFalse();
    }

    @Test
    void limitsNothingWhereToldSo() {
        Limits none = Limits.none();
        for (int i = 0; i < 10; i++) {
            assertThat(none.take("p", "c", List.of(SHORT), TIME)).isEqualTo(none.take("p", "c", List.of(), TIME));
        }
    }
}
