package org.carebench.jobs.platform;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.carebench.contract.dataset.ProblemCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the requests of one platform, whatever may go wrong on the way: it keeps within the budget, ends what hangs or is
 * too long, tries again what may succeed, renews an expired credential once, and tells everything else as a typed problem.
 * Where a platform refuses for longer than anybody waits, nothing more is asked of the same budget until then. Safe for several threads.
 */
public final class ApiClient {

    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);
    private static final double BACKOFF_FACTOR = 2.0;
    /** Full jitter: the wait is drawn from the whole interval, so that threads do not return together. */
    private static final double JITTER = 0.99;

    private static final Duration UNTOLD_RATE_LIMIT = Duration.ofSeconds(30);
    private static final int MOST_RATE_LIMITS = 10;
    /** How often a request may have been sent with a credential that others renewed before the answer came. */
    private static final int MOST_OUTDATED = 5;
    /** How often a request looks whether a server is asked again. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private static final int FIRST_SERVER_ERROR = 500;
    private static final String TIMEOUT = "timeout";

    /** Threads of answers nest two levels per answer, and some platforms give a thousand of them. */
    private static final int DEEPEST_JSON = 4_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_JSON)
                            .build())
                    .build())
            .build();

    private final HttpClient http;
    private final PlatformSettings settings;
    private final ApiRules rules;
    private final Authorizer authorizer;
    private final Budgets budgets;
    private final Budget.Ticker ticker;
    private final Clock clock;
    private final IntervalFunction backoff =
            IntervalFunction.ofExponentialRandomBackoff(FIRST_BACKOFF, BACKOFF_FACTOR, JITTER, LONGEST_BACKOFF);
    private final Outages outages;
    private final AtomicLong sent = new AtomicLong();

    public ApiClient(
            HttpClient http,
            PlatformSettings settings,
            ApiRules rules,
            Authorizer authorizer,
            Budgets budgets,
            Budget.Ticker ticker,
            Clock clock) {
        this.http = http;
        this.settings = settings;
        this.rules = rules;
        this.authorizer = authorizer;
        this.budgets = budgets;
        this.ticker = ticker;
        this.clock = clock;
        this.outages = new Outages(ticker);
    }

    /** Requests that went out, retries included. */
    public long sent() {
        return sent.get();
    }

    /**
     * Sends a request until it is answered or there is no hope.
     *
     * @return a good answer
     * @throws PlatformException with the problem that remains
     */
    public ApiResponse send(ApiRequest request) {
        CircuitBreaker breaker = outages.breaker(request.server());
        Duration waited = Duration.ZERO;
        AtomicReference<@Nullable HttpRequest> latest = new AtomicReference<>();
        boolean wasRenewed = false;
        int outdated = 0;
        int failures = 0;
        int rateLimits = 0;
        while (true) {
            try {
                return breaker.executeSupplier(() -> attempt(request, latest));
            } catch (CallNotPermittedException e) {
                if (outages.isLasting(request.server()) || waited.compareTo(settings.longestWait()) >= 0) {
                    throw new PlatformException(
                            new PlatformProblem(
                                    ProblemCode.TRANSIENT, request.endpoint(), "server keeps failing", Outages.BREAK),
                            e);
                }
                ticker.pause(LOOK_AGAIN);
                waited = waited.plus(LOOK_AGAIN);
            } catch (PlatformException e) {
                ProblemCode code = e.problem().code();
                HttpRequest refused = latest.get();
                if (code == ProblemCode.AUTH_EXPIRED && refused != null && isOutdated(request, refused)) {
                    if (++outdated > MOST_OUTDATED) {
                        throw e;
                    }
                } else if (code == ProblemCode.AUTH_EXPIRED
                        && refused != null
                        && !wasRenewed
                        && authorizer.renew(request.credential(), refused)) {
                    wasRenewed = true;
                } else if (code == ProblemCode.RATE_LIMITED
                        && isBearable(e.problem())
                        && ++rateLimits <= MOST_RATE_LIMITS) {
                    Duration wait = e.problem().retryIn();
                    budget(request).block(wait == null ? UNTOLD_RATE_LIMIT : wait);
                } else if (code == ProblemCode.TRANSIENT
                        && isBearable(e.problem())
                        && ++failures < settings.attempts()) {
                    ticker.pause(longer(
                            Duration.ofMillis(backoff.apply(failures)),
                            e.problem().retryIn()));
                } else {
                    throw e;
                }
            }
        }
    }

    /** Whether a request would be sent with another credential by now: its refusal says nothing about that one. */
    private boolean isOutdated(ApiRequest request, HttpRequest refused) {
        return !authorized(request).headers().equals(refused.headers());
    }

    private boolean isBearable(PlatformProblem problem) {
        Duration wait = problem.retryIn();
        return wait == null || wait.compareTo(settings.longestWait()) <= 0;
    }

    private static Duration longer(Duration backoff, @Nullable Duration asked) {
        return asked == null || asked.compareTo(backoff) < 0 ? backoff : asked;
    }

    private Budget budget(ApiRequest request) {
        return budgets.of(request.credential(), request.server(), request.bucket());
    }

    private ApiResponse attempt(ApiRequest request, AtomicReference<@Nullable HttpRequest> latest) {
        Budget budget = budget(request);
        Budget.Reservation taken = budget.acquire(request.endpoint(), request.cost());
        HttpRequest http = authorized(request);
        latest.set(http);
        sent.incrementAndGet();
        ApiResponse response = exchange(request, http);
        if (request.actualCost() != null) {
            budget.settle(taken, request.actualCost().applyAsLong(response.body()));
        }
        budget.note(rules.limits(response));
        Optional<PlatformProblem> problem = rules.problem(response);
        if (problem.isPresent()) {
            PlatformProblem whole = withRetryIn(problem.get(), response);
            budget.note(whole);
            throw new PlatformException(whole);
        }
        if (!response.isSuccess()) {
            PlatformProblem unknown = PlatformProblem.of(
                    response.status() >= FIRST_SERVER_ERROR ? ProblemCode.TRANSIENT : ProblemCode.CONTRACT_DRIFT,
                    request.endpoint(),
                    Integer.toString(response.status()));
            throw new PlatformException(withRetryIn(unknown, response));
        }
        if (response.body().isEmpty()) {
            throw new PlatformException(
                    PlatformProblem.of(ProblemCode.TRANSIENT, request.endpoint(), response.status() + " without JSON"));
        }
        return response;
    }

    /** Servers in trouble may say how long, whatever the platform's own way to tell limits is. */
    private static PlatformProblem withRetryIn(PlatformProblem problem, ApiResponse response) {
        boolean mayWait = problem.code() == ProblemCode.TRANSIENT || problem.code() == ProblemCode.RATE_LIMITED;
        return mayWait && problem.retryIn() == null
                ? new PlatformProblem(
                        problem.code(),
                        problem.endpoint(),
                        problem.evidence(),
                        response.retryAfter().orElse(null))
                : problem;
    }

    private HttpRequest authorized(ApiRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri()).timeout(settings.timeout());
        builder.header("Accept", "application/json").header("User-Agent", "carebench");
        request.headers().forEach(builder::setHeader);
        if (request.body() != null) {
            builder.POST(HttpRequest.BodyPublishers.ofString(request.body()));
        }
        authorizer.authorize(builder, request.credential());
        return builder.build();
    }

    private ApiResponse exchange(ApiRequest request, HttpRequest authorized) {
        HttpResponse<byte[]> response = bytes(request, authorized);
        return new ApiResponse(
                request.endpoint(), response.statusCode(), response.headers(), json(response.body()), clock.instant());
    }

    private HttpResponse<byte[]> bytes(ApiRequest request, HttpRequest httpRequest) {
        long limit = settings.maxResponse().toBytes();
        // The client's own timeout ends with the headers; a body that trickles must end as well.
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(httpRequest, info -> new LimitedBody(limit));
        try {
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw transientProblem(request, TIMEOUT, e);
        } catch (ExecutionException e) {
            if (LimitedBody.isTooLong(e)) {
                throw new PlatformException(
                        PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, request.endpoint(), "answer is too long"), e);
            }
            // The message of a network error may quote the address, and with it a token.
            throw transientProblem(request, networkFault(e), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedPauseException(e);
        }
    }

    private static PlatformException transientProblem(ApiRequest request, String evidence, Throwable cause) {
        return new PlatformException(PlatformProblem.of(ProblemCode.TRANSIENT, request.endpoint(), evidence), cause);
    }

    private static String networkFault(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof HttpTimeoutException) {
            return TIMEOUT;
        }
        return cause instanceof IOException ? cause.getClass().getSimpleName() : "network";
    }

    private static Fields json(byte[] body) {
        try {
            return Fields.of(JSON.readTree(body));
        } catch (JacksonException e) {
            return Fields.of(null);
        }
    }
}
