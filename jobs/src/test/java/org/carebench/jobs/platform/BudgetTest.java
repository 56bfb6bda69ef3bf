package org.carebench.jobs.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.carebench.contract.dataset.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class BudgetTest {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private final TestClients.Ticker ticker = new TestClients.Ticker();
    private final TestClients.Ledger ledger = new TestClients.Ledger();

    @Test
    void keepsThePace() {
        Budget budget = budget(settings(5.0, null));
        for (int i = 0; i < 10; i++) {
            budget.acquire("x", 0);
        }

        assertThat(ticker.waited()).isEqualTo(Duration.ofMillis(9 * 200));
    }

    @Test
    void doesNotWaitWithoutAPace() {
        Budget budget = budget(settings(null, null));
        for (int i = 0; i < 1_000; i++) {
            budget.acquire("x", 0);
        }

        assertThat(ticker.pauses()).isEmpty();
    }

    @Test
    void waitsForTheResetWhereNothingIsLeft() {
        Budget budget = budget(settings(null, null));
        budget.note(new LimitSignal(2L, Duration.ofSeconds(30), null));
        budget.acquire("x", 0);
        budget.acquire("x", 0);
        assertThat(ticker.pauses()).isEmpty();

        budget.acquire("x", 0);

        assertThat(ticker.waited()).isEqualTo(Duration.ofSeconds(31));
    }

    @Test
    void refusesWhereTheResetIsFar() {
        Budget budget = budget(settings(null, null));
        budget.note(new LimitSignal(0L, Duration.ofMinutes(20), null));

        PlatformProblem problem = problem(budget);

        assertThat(problem.code()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(problem.retryIn()).isEqualTo(Duration.ofMinutes(20).plusSeconds(1));
        assertThat(ticker.pauses()).isEmpty();
        ticker.advance(Duration.ofMinutes(21));
        assertThatCode(() -> budget.acquire("x", 0)).doesNotThrowAnyException();
    }

    @Test
    void aQuotaThatThePlatformCalledSpentIsRefusedUntilItIsRenewed() {
        Budget budget = budget(settings(null, null));
        budget.note(new PlatformProblem(ProblemCode.QUOTA_EXHAUSTED, "first", "429 QUOTA", Duration.ofHours(9)));

        PlatformProblem problem = problem(budget);

        assertThat(problem)
                .isEqualTo(new PlatformProblem(
                        ProblemCode.QUOTA_EXHAUSTED,
                        "x",
                        "refused before: 429 QUOTA",
                        Duration.ofHours(9).plusSeconds(1)));
        ticker.advance(Duration.ofHours(9).plusSeconds(1));
        assertThatCode(() -> budget.acquire("x", 0)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"TRANSIENT, PT9H", "PERMISSION, PT9H", "RATE_LIMITED, PT1M", "QUOTA_EXHAUSTED,"})
    void otherProblemsHoldNobodyBack(ProblemCode code, Duration retryIn) {
        Budget budget = budget(settings(null, null));

        budget.note(new PlatformProblem(code, "first", "evidence", retryIn));

        assertThatCode(() -> budget.acquire("x", 0)).doesNotThrowAnyException();
        assertThat(ticker.pauses()).isEmpty();
    }

    @Test
    void anOlderAnswerDoesNotGiveRequestsBack() {
        Budget budget = budget(settings(null, null));
        budget.note(new LimitSignal(1L, Duration.ofSeconds(30), null));
        budget.note(new LimitSignal(9L, Duration.ofSeconds(31), null));
        budget.acquire("x", 0);
        budget.acquire("x", 0);

        assertThat(ticker.waited()).isEqualTo(Duration.ofSeconds(31));
    }

    @Test
    void aShortRefusalDoesNotLastAsLongAsTheWindowThatAnotherAnswerTold() {
        Budget budget = budget(settings(null, null));
        budget.note(new LimitSignal(2_999L, Duration.ofSeconds(300), null));
        budget.note(new LimitSignal(0L, Duration.ofSeconds(1), null));

        budget.acquire("x", 0);

        assertThat(ticker.waited()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aNewWindowBringsNewRequests() {
        Budget budget = budget(settings(null, null));
        budget.note(new LimitSignal(1L, Duration.ofSeconds(30), null));
        budget.acquire("x", 0);
        budget.note(new LimitSignal(299L, Duration.ofSeconds(300), null));
        budget.acquire("x", 0);

        assertThat(ticker.pauses()).isEmpty();
    }

    @Test
    void aWindowThatSlidesNeverRunsOutWhileTheServerSaysThatMuchIsLeft() {
        Budget budget = budget(settings(null, null));
        for (int i = 0; i < 100; i++) {
            budget.acquire("x", 0);
            budget.note(new LimitSignal(10L, Duration.ofSeconds(300), null));
            ticker.advance(Duration.ofSeconds(1));
        }

        assertThat(ticker.pauses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"59, 0", "60, 9", "79, 9"})
    void slowsDownWhereMostIsUsed(int usedPercent, long seconds) {
        Budget budget = budget(settings(null, null));
        budget.note(new LimitSignal(null, null, usedPercent));
        for (int i = 0; i < 10; i++) {
            budget.acquire("x", 0);
        }

        assertThat(ticker.waited()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void speedsUpAgainWhereLessIsUsed() {
        Budget budget = budget(settings(null, null));
        budget.note(new LimitSignal(null, null, 70));
        budget.note(new LimitSignal(null, null, 10));
        budget.acquire("x", 0);
        budget.acquire("x", 0);

        assertThat(ticker.pauses()).isEmpty();
    }

    @Test
    void stopsBeforeAllIsUsed() {
        Budget untold = budget(settings(null, null));
        untold.note(new LimitSignal(null, null, 80));
        assertThat(problem(untold).code()).isEqualTo(ProblemCode.RATE_LIMITED);

        Budget told = budget(settings(null, null));
        told.note(new LimitSignal(null, Duration.ofMinutes(1), 95));
        told.acquire("x", 0);
        assertThat(ticker.waited()).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void durationsBeyondAllMeasureAreOnlyLong() {
        Budget budget = budget(settings(null, null));
        budget.note(new LimitSignal(0L, Duration.ofSeconds(Long.MAX_VALUE / 2), 99));

        assertThat(problem(budget).code()).isEqualTo(ProblemCode.RATE_LIMITED);
    }

    @Test
    @Timeout(30)
    void threadsTakeNoMoreThanIsLeftTogether() throws InterruptedException {
        StandingTicker standing = new StandingTicker();
        Budget budget = budget(settings(null, null), standing, TestClients.CLOCK);
        budget.note(new LimitSignal(5L, Duration.ofSeconds(30), null));
        AtomicInteger passed = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 8; i++) {
            threads.execute(() -> {
                budget.acquire("x", 0);
                passed.incrementAndGet();
            });
        }
        while (passed.get() < 5 || standing.waiting.get() < 3) {
            Thread.onSpinWait();
        }

        assertThat(passed).hasValue(5);
        standing.goOn();
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(passed).hasValue(8);
    }

    @Test
    @Timeout(30)
    void threadsNeverSpendMoreThanTheQuotaTogether() throws InterruptedException {
        Budget budget = budget(settings(null, new PlatformSettings.Quota(1_000, PlatformSettings.Period.DAY, PACIFIC)));
        AtomicInteger passed = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        for (int i = 0; i < 400; i++) {
            threads.execute(() -> {
                try {
                    budget.acquire("x", 7);
                    passed.incrementAndGet();
                } catch (PlatformException e) {
                    refused.incrementAndGet();
                }
            });
        }
        threads.shutdown();

        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(passed).hasValue(142);
        assertThat(refused).hasValue(258);
        assertThat(ledger.total()).isEqualTo(994);
        assertThat(budget.left()).isEqualTo(6);
    }

    @Test
    void aSpentQuotaSaysWhenItIsRenewed() {
        Budget budget = budget(settings(null, new PlatformSettings.Quota(10, PlatformSettings.Period.DAY, PACIFIC)));
        budget.acquire("x", 10);

        PlatformProblem problem = catchThrowableOfType(PlatformException.class, () -> budget.acquire("x", 1))
                .problem();

        assertThat(problem)
                .isEqualTo(new PlatformProblem(
                        ProblemCode.QUOTA_EXHAUSTED, "x", "own quota of the DAY", Duration.ofHours(22)));
        assertThatCode(() -> budget.acquire("x", 0)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T06:59:00Z, DAY, PT1M",
        "2026-11-01T07:00:00Z, DAY, PT25H",
        "2026-11-02T08:00:00Z, DAY, PT24H",
        "2026-11-30T12:00:00Z, MONTH, PT20H",
        "2026-12-01T08:00:00Z, MONTH, PT744H",
    })
    void aPeriodBeginsAtMidnightOfItsZone(Instant now, PlatformSettings.Period period, Duration until) {
        Budget budget = budget(
                settings(null, new PlatformSettings.Quota(10, period, PACIFIC)),
                ticker,
                Clock.fixed(now, ZoneOffset.UTC));

        assertThat(budget.untilRenewal()).isEqualTo(until);
    }

    @Test
    void givesBackWhatARequestDidNotCost() {
        Budget budget = budget(settings(null, new PlatformSettings.Quota(100, PlatformSettings.Period.DAY, PACIFIC)));
        Budget.Reservation taken = budget.acquire("x", 60);
        budget.settle(taken, 15);
        budget.settle(budget.acquire("x", 10), 10);

        assertThat(ledger.total()).isEqualTo(25);
    }

    @Test
    void givesBackToThePeriodThatLent() {
        AtomicLong now = new AtomicLong(Instant.parse("2026-11-22T07:59:59Z").getEpochSecond());
        Budget budget = budget(
                settings(null, new PlatformSettings.Quota(100, PlatformSettings.Period.DAY, PACIFIC)),
                ticker,
                clock(now));
        Budget.Reservation taken = budget.acquire("x", 60);
        now.addAndGet(2);
        budget.settle(taken, 0);

        assertThat(budget.left()).as("the new day has lent nothing").isEqualTo(100);
        budget.acquire("x", 100);
        assertThat(catchThrowableOfType(PlatformException.class, () -> budget.acquire("x", 1)))
                .isNotNull();
    }

    @Test
    void aRequestThatIsRefusedCostsNothing() {
        Budget budget = budget(settings(null, new PlatformSettings.Quota(100, PlatformSettings.Period.DAY, PACIFIC)));
        budget.block(Duration.ofHours(1));
        assertThatThrownBy(() -> budget.acquire("x", 60)).isInstanceOf(PlatformException.class);

        assertThat(ledger.total()).isZero();
    }

    @Test
    void thereIsOneBudgetPerCredentialServerAndBucket() {
        Budgets budgets = new Budgets("p", settings(null, null), ledger, ticker, TestClients.CLOCK);
        Budget one = budgets.of("a", "s", "b");

        assertThat(budgets.of("a", "s", "b")).isSameAs(one);
        assertThat(List.of(budgets.of(null, "s", "b"), budgets.of("a", "t", "b"), budgets.of("a", "s", "c")))
                .doesNotHaveDuplicates()
                .doesNotContain(one);
    }

    private PlatformProblem problem(Budget budget) {
        return catchThrowableOfType(PlatformException.class, () -> budget.acquire("x", 0))
                .problem();
    }

    private Budget budget(PlatformSettings settings) {
        return budget(settings, ticker, TestClients.CLOCK);
    }

    private Budget budget(PlatformSettings settings, Budget.Ticker time, Clock clock) {
        return new Budgets("p", settings, ledger, time, clock).of("alias", "server", "bucket");
    }

    private static PlatformSettings settings(Double perSecond, PlatformSettings.Quota quota) {
        return new PlatformSettings(
                URI.create("http://127.0.0.1"),
                4,
                perSecond,
                Duration.ofSeconds(30),
                DataSize.ofMegabytes(1),
                5,
                Duration.ofMinutes(2),
                quota,
                null,
                List.of(),
                Duration.ofDays(1),
                Map.of());
    }

    private static Clock clock(AtomicLong epochSeconds) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochSecond(epochSeconds.get());
            }
        };
    }

    /** Time that stands still until the test lets it go on. */
    private static final class StandingTicker implements Budget.Ticker {

        private final AtomicLong nanos = new AtomicLong();
        private final AtomicInteger waiting = new AtomicInteger();
        private final CountDownLatch goOn = new CountDownLatch(1);

        void goOn() {
            nanos.addAndGet(Duration.ofSeconds(40).toNanos());
            goOn.countDown();
        }

        @Override
        public long nanos() {
            return nanos.get();
        }

        @Override
        public void pause(Duration duration) {
            waiting.incrementAndGet();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
