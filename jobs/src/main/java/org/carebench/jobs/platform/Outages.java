package org.carebench.jobs.platform;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.carebench.contract.dataset.ProblemCode;

/**
 * Servers that are down. One whose last requests all failed is left alone for a while, and then asked once. If that fails as
 * well, the outage is a lasting one, for which nobody should wait.
 */
final class Outages {

    /** For how long a server is left alone. */
    static final Duration BREAK = Duration.ofMinutes(1);

    private static final int CALLS_JUDGED = 20;
    private static final float ALL_FAILED = 95;

    private final CircuitBreakerRegistry breakers;
    private final Set<String> lasting = ConcurrentHashMap.newKeySet();

    Outages(Budget.Ticker ticker) {
        breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .clock(new TickerClock(ticker))
                .slidingWindowSize(CALLS_JUDGED)
                .minimumNumberOfCalls(CALLS_JUDGED)
                .failureRateThreshold(ALL_FAILED)
                .waitDurationInOpenState(BREAK)
                .permittedNumberOfCallsInHalfOpenState(1)
                .ignoreException(Outages::isNoOutage)
                .build());
        breakers.getEventPublisher()
                .onEntryAdded(added -> added.getAddedEntry().getEventPublisher().onStateTransition(this::note));
    }

    CircuitBreaker breaker(String server) {
        return breakers.circuitBreaker(server);
    }

    /** Whether a server failed again after it had been left alone. */
    boolean isLasting(String server) {
        return lasting.contains(server);
    }

    private void note(CircuitBreakerOnStateTransitionEvent event) {
        State from = event.getStateTransition().getFromState();
        State to = event.getStateTransition().getToState();
        if (to == State.CLOSED) {
            lasting.remove(event.getCircuitBreakerName());
        } else if (from == State.HALF_OPEN && to == State.OPEN) {
            lasting.add(event.getCircuitBreakerName());
        }
    }

    private static boolean isNoOutage(Throwable failure) {
        return !(failure instanceof PlatformException platform
                && platform.problem().code() == ProblemCode.TRANSIENT);
    }

    /** The time of a ticker, which has no date. */
    private static final class TickerClock extends Clock {

        private final Budget.Ticker ticker;

        TickerClock(Budget.Ticker ticker) {
            this.ticker = ticker;
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusNanos(ticker.nanos());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
