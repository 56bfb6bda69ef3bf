package org.carebench.jobs.platform.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.LimitSignal;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.TestClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlueskyRulesTest {

    private final BlueskyRules rules = new BlueskyRules();

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "app.bsky.actor.getProfile,               400, InvalidRequest,         RENAMED_OR_GONE",
        "app.bsky.feed.getAuthorFeed,             400, InvalidRequest,         RENAMED_OR_GONE",
        "app.bsky.actor.getProfiles,              400, InvalidRequest,         BAD_REQUEST",
        "app.bsky.feed.getPosts,                  400, InvalidRequest,         BAD_REQUEST",
        "app.bsky.feed.searchPosts,               400, BadQueryString,         BAD_REQUEST",
        "app.bsky.actor.getProfile,               400, AccountDeactivated,     GONE",
        "app.bsky.actor.getProfile,               400, AccountTakedown,        GONE",
        "app.bsky.feed.getPostThread,             400, NotFound,               GONE",
        "app.bsky.feed.getAuthorFeed,             400, BlockedByActor,         PERMISSION",
        "app.bsky.feed.getAuthorFeed,             400, BlockedActor,           PERMISSION",
        "app.bsky.notification.listNotifications, 400, ExpiredToken,           AUTH_EXPIRED",
        "app.bsky.notification.listNotifications, 400, InvalidToken,           AUTH_REVOKED",
        "com.atproto.server.refreshSession,       400, InvalidToken,           AUTH_REVOKED",
        "app.bsky.notification.listNotifications, 401, AuthMissing,            PERMISSION",
        "com.atproto.server.createSession,        401, AuthenticationRequired, AUTH_REVOKED",
        "app.bsky.feed.searchPosts,               401, AuthenticationRequired, PERMISSION",
        "com.atproto.server.createSession,        429, RateLimitExceeded,      RATE_LIMITED",
        "app.bsky.feed.getAuthorFeed,             500, InternalServerError,    TRANSIENT",
        "app.bsky.feed.getAuthorFeed,             502, UpstreamFailure,        TRANSIENT",
        "app.bsky.feed.getAuthorFeed,             501, MethodNotImplemented,   CONTRACT_DRIFT",
        "app.bsky.feed.getAuthorFeed,             400, SomethingNew,           BAD_REQUEST",
        "app.bsky.feed.searchPosts,               403, SomethingNew,           PERMISSION",
        "app.bsky.feed.getAuthorFeed,             404, SomethingNew,           CONTRACT_DRIFT",
        "app.bsky.feed.getAuthorFeed,             503, SomethingNew,           TRANSIENT",
    })
    void classifiesByTheNameOfTheError(String endpoint, int status, String error, ProblemCode code) {
        ApiResponse response =
                answer(endpoint, status, "{\"error\":\"" + error + "\",\"message\":\"Bitte nicht lesen\"}");

        assertThat(rules.problem(response)).contains(PlatformProblem.of(code, endpoint, status + " " + error));
    }

    @ParameterizedTest
    @CsvSource({"400, BAD_REQUEST", "401, PERMISSION", "429, RATE_LIMITED", "501, CONTRACT_DRIFT", "502, TRANSIENT"})
    void classifiesByStatusWhereThereIsNoError(int status, ProblemCode code) {
        assertThat(rules.problem(TestClients.answer(status, "")))
                .contains(PlatformProblem.of(code, "endpoint", Integer.toString(status)));
    }

    @Test
    void aGoodAnswerIsNoProblem() {
        assertThat(rules.problem(TestClients.answer(200, "{}"))).isEmpty();
    }

    @Test
    void neverQuotesAnErrorThatIsNoName() {
        assertThat(rules.problem(TestClients.answer(400, "{\"error\":\"at://did:plc:someone is gone\"}")))
                .get()
                .extracting(PlatformProblem::evidence)
                .isEqualTo("400");
    }

    @Test
    void waitsAsLongAsTheServerSays() {
        assertThat(retryIn("Retry-After", "290", "RateLimit-Reset", "1795345338"))
                .contains(Duration.ofSeconds(290));
    }

    @Test
    void takesTheResetWhereThereIsNothingElseMeasuredByTheServersOwnClock() {
        // 1795340000 is 2026-11-22T09:33:20Z; the server's clock is half an hour slow.
        assertThat(retryIn("Date", "Sun, 22 Nov 2026 09:30:00 GMT", "RateLimit-Reset", "1795340000"))
                .contains(Duration.ofSeconds(200));
    }

    @Test
    void doesNotKnowHowLongToWaitWhereTheServerDoesNotSay() {
        assertThat(retryIn("RateLimit-Reset", "soon")).isEmpty();
    }

    @Test
    void readsWhatIsLeft() {
        ApiResponse response = TestClients.answer(
                200,
                "{}",
                "Date",
                "Sun, 22 Nov 2026 09:33:00 GMT",
                "ratelimit-limit",
                "3000",
                "ratelimit-remaining",
                "2944",
                "ratelimit-reset",
                "1795340000",
                "ratelimit-policy",
                "3000;w=300");

        assertThat(rules.limits(response)).isEqualTo(new LimitSignal(2944L, Duration.ofSeconds(20), null));
        assertThat(rules.limits(TestClients.answer(200, "{}"))).isEqualTo(LimitSignal.NONE);
    }

    @ParameterizedTest
    @CsvSource({"AccountDeactivated, DEACTIVATED", "AccountTakedown, SUSPENDED", "InvalidRequest,"})
    void tellsWhyAnAccountIsClosed(String error, AccountStatus status) {
        PlatformProblem problem = rules.problem(TestClients.answer(400, "{\"error\":\"" + error + "\"}"))
                .orElseThrow();

        assertThat(BlueskyRules.closed(problem)).isEqualTo(Optional.ofNullable(status));
    }

    private Optional<Duration> retryIn(String... headers) {
        return rules.problem(TestClients.answer(429, "{\"error\":\"RateLimitExceeded\"}", headers))
                .map(PlatformProblem::retryIn);
    }

    private static ApiResponse answer(String endpoint, int status, String body) {
        ApiResponse response = TestClients.answer(status, body);
        return new ApiResponse(endpoint, status, response.headers(), response.body(), response.receivedAt());
    }
}
