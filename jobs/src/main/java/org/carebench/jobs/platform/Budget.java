package org.carebench.jobs.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.carebench.contract.dataset.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What may still be asked of a platform with one credential in one bucket; shared by all threads. It keeps the pace, counts
 * down what the platform said is left, slows down when most of an allowance is used, waits for resets that are near, and
 * refuses where they are far or the quota of the period is spent.
 */
public final class Budget {

    /** From this share on every request waits a little; platforms that tell percentages punish who reaches 100. */
    private static final int SLOW_FROM_PERCENT = 60;

    private static final int STOP_FROM_PERCENT = 80;
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final Duration SLOW_FOR = Duration.ofMinutes(2);
    /** Clocks that tell whole seconds may be one second off. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final Duration LONGEST_UNTOLD_RESET = Duration.ofMinutes(15);
    /** Resets of one window, told with answers of different seconds, differ by the rounding of two clocks. */
    private static final Duration SAME_RESET = Duration.ofSeconds(3);
    /** Nobody waits as long; longer durations do not fit into nanoseconds. */
    private static final Duration LONGEST_TOLD = Duration.ofDays(365);

    private final SpendLedger.Account name;
    private final PlatformSettings settings;
    private final SpendLedger ledger;
    private final Ticker ticker;
    private final Clock clock;

    private long nextAt;
    private long blockedUntil;
    private @Nullable Long remaining;
    private long remainingValidUntil;
    private long slowUntil;
    /** Why nothing is sent for longer than anybody waits; NULL where that is not so. */
    private @Nullable PlatformProblem refusal;

    /** Nanoseconds of a clock that only goes forward, and a way to wait for it. */
    public interface Ticker {

        long nanos();

        void pause(Duration duration);

        static Ticker system() {
            return new Ticker() {
                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public void pause(Duration duration) {
                    try {
                        Thread.sleep(duration.toMillis());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new InterruptedPauseException(e);
                    }
                }
            };
        }
    }

    Budget(
            String platform,
            @Nullable String credential,
            PlatformSettings settings,
            SpendLedger ledger,
            Ticker ticker,
            Clock clock) {
        this.name = new SpendLedger.Account(platform, credential == null ? "" : credential, LocalDate.EPOCH);
        this.settings = settings;
        this.ledger = ledger;
        this.ticker = ticker;
        this.clock = clock;
        this.nextAt = ticker.nanos();
        this.blockedUntil = ticker.nanos();
        this.slowUntil = ticker.nanos();
    }

    /**
     * Units that were taken for a request.
     *
     * @param account period that they were taken from; NULL where there is no quota
     */
    public record Reservation(SpendLedger.@Nullable Account account, long units) {}

    /**
     * Waits until a request may be sent, and takes its cost.
     *
     * @return what was taken
     * @throws PlatformException RATE_LIMITED where the wait would be too long, QUOTA_EXHAUSTED where the quota is spent
     */
    public Reservation acquire(String endpoint, long cost) {
        Reservation taken = take(endpoint, cost);
        while (true) {
            long wait = waitNanos(endpoint, taken);
            if (wait <= 0) {
                return taken;
            }
            ticker.pause(Duration.ofNanos(wait));
        }
    }

    /** Gives back what a request was reserved for and did not cost. */
    public void settle(Reservation taken, long actual) {
        // A period may have ended since: what it lent goes back to it, not to the next one.
        if (taken.account() != null && taken.units() > actual) {
            ledger.giveBack(taken.account(), taken.units() - actual);
        }
    }

    /** Takes note of what the platform said. */
    public synchronized void note(LimitSignal signal) {
        Duration resetIn = signal.resetIn();
        if (signal.remaining() != null) {
            noteRemaining(signal.remaining(), resetIn);
        }
        if (signal.usedPercent() != null) {
            boolean isMuch = signal.usedPercent() >= SLOW_FROM_PERCENT;
            // The share is told with some answers only; what was told long ago holds no more.
            slowUntil = isMuch ? instantIn(resetIn == null || resetIn.isZero() ? SLOW_FOR : resetIn) : ticker.nanos();
            if (signal.usedPercent() >= STOP_FROM_PERCENT) {
                block(resetIn == null || resetIn.isZero() ? LONGEST_UNTOLD_RESET : resetIn);
            }
        }
    }

    /** Takes note of a refusal: one for longer than anybody waits holds for whatever comes until then. */
    public synchronized void note(PlatformProblem problem) {
        boolean isLimit = problem.code() == ProblemCode.RATE_LIMITED || problem.code() == ProblemCode.QUOTA_EXHAUSTED;
        Duration until = problem.retryIn();
        if (isLimit && until != null && until.compareTo(settings.longestWait()) > 0) {
            block(until);
            refusal = problem;
        }
    }

    /** Sends nothing more for a while. */
    public synchronized void block(Duration duration) {
        blockedUntil = Math.max(blockedUntil, instantIn(duration));
        remaining = null;
    }

    /** What is left of the quota of the period; NULL where there is no quota. */
    public @Nullable Long left() {
        PlatformSettings.Quota quota = settings.quota();
        return quota == null ? null : Long.valueOf(quota.units() - ledger.spent(account(quota)));
    }

    /** When the quota is renewed. */
    public Duration untilRenewal() {
        PlatformSettings.Quota quota = Objects.requireNonNull(settings.quota(), "there is no quota");
        ZonedDateTime now = clock.instant().atZone(quota.zone());
        ZonedDateTime start = now.toLocalDate().atStartOfDay(quota.zone());
        ZonedDateTime renewal = switch (quota.period()) {
            case DAY -> start.toLocalDate().plusDays(1).atStartOfDay(quota.zone());
            case MONTH -> start.toLocalDate().withDayOfMonth(1).plusMonths(1).atStartOfDay(quota.zone());
        };
        return Duration.between(now, renewal);
    }

    private void noteRemaining(long told, @Nullable Duration resetIn) {
        long validUntil = instantIn(Objects.requireNonNullElse(resetIn, LONGEST_UNTOLD_RESET));
        boolean isSameWindow = remaining != null
                && ticker.nanos() < remainingValidUntil
                && (resetIn == null || Math.abs(validUntil - remainingValidUntil) <= SAME_RESET.toNanos());
        if (isSameWindow) {
            // Answers overtake each other: within a window the smallest number is the newest.
            remaining = Math.min(Objects.requireNonNull(remaining), told);
        } else {
            remaining = told;
            remainingValidUntil = validUntil;
        }
    }

    private long instantIn(Duration duration) {
        Duration bounded = duration.compareTo(LONGEST_TOLD) > 0 ? LONGEST_TOLD : duration;
        return ticker.nanos() + bounded.plus(MARGIN).toNanos();
    }

    private Reservation take(String endpoint, long cost) {
        PlatformSettings.Quota quota = settings.quota();
        if (quota == null || cost <= 0) {
            return new Reservation(null, 0);
        }
        SpendLedger.Account account = account(quota);
        if (!ledger.take(account, cost, quota.units())) {
            throw new PlatformException(new PlatformProblem(
                    ProblemCode.QUOTA_EXHAUSTED, endpoint, "own quota of the " + quota.period(), untilRenewal()));
        }
        return new Reservation(account, cost);
    }

    private synchronized long waitNanos(String endpoint, Reservation taken) {
        long now = ticker.nanos();
        if (remaining != null && now >= remainingValidUntil) {
            remaining = null;
        }
        if (remaining != null && remaining <= 0) {
            blockedUntil = Math.max(blockedUntil, remainingValidUntil);
        }
        if (blockedUntil > now) {
            Duration wait = Duration.ofNanos(blockedUntil - now);
            if (wait.compareTo(settings.longestWait()) > 0) {
                settle(taken, 0);
                throw new PlatformException(tooLong(endpoint, wait));
            }
            return wait.toNanos();
        }
        refusal = null;
        if (nextAt > now) {
            return nextAt - now;
        }
        if (remaining != null) {
            remaining--;
        }
        nextAt = now + Math.max(paceNanos(), now < slowUntil ? SLOW.toNanos() : 0);
        return 0;
    }

    private PlatformProblem tooLong(String endpoint, Duration wait) {
        return refusal == null
                ? new PlatformProblem(ProblemCode.RATE_LIMITED, endpoint, "wait is too long", wait)
                : new PlatformProblem(refusal.code(), endpoint, "refused before: " + refusal.evidence(), wait);
    }

    private long paceNanos() {
        Double perSecond = settings.requestsPerSecond();
        return perSecond == null ? 0 : (long) (Duration.ofSeconds(1).toNanos() / perSecond);
    }

    private SpendLedger.Account account(PlatformSettings.Quota quota) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), quota.zone());
        LocalDate start = switch (quota.period()) {
            case DAY -> today;
            case MONTH -> today.withDayOfMonth(1);
        };
        return new SpendLedger.Account(name.platform(), name.credential(), start);
    }
}
