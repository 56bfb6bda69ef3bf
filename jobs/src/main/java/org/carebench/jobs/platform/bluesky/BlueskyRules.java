package org.carebench.jobs.platform.bluesky;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.ApiRules;
import org.carebench.jobs.platform.LimitSignal;
import org.carebench.jobs.platform.PlatformProblem;
import org.jspecify.annotations.Nullable;

/** Errors of Bluesky by their name, and by status only where it gives none that is known; limits from its headers. */
final class BlueskyRules implements ApiRules {

    /** An error without details: what it means depends on what was asked. */
    private static final String INVALID_REQUEST = "InvalidRequest";

    private static final String INTERNAL_ERROR = "500 InternalServerError";
    private static final String DEACTIVATED = "AccountDeactivated";
    private static final String TAKEN_DOWN = "AccountTakedown";

    private static final String LOGIN = "com.atproto.server.";
    private static final Set<String> ASKS_FOR_ONE_ACCOUNT = Set.of(BlueskyClient.PROFILE, BlueskyClient.AUTHOR_FEED);

    private static final Map<String, ProblemCode> BY_NAME = Map.ofEntries(
            Map.entry("RateLimitExceeded", ProblemCode.RATE_LIMITED),
            Map.entry("ExpiredToken", ProblemCode.AUTH_EXPIRED),
            Map.entry("InvalidToken", ProblemCode.AUTH_REVOKED),
            Map.entry("AuthMissing", ProblemCode.PERMISSION),
            Map.entry("BlockedActor", ProblemCode.PERMISSION),
            Map.entry("BlockedByActor", ProblemCode.PERMISSION),
            Map.entry(DEACTIVATED, ProblemCode.GONE),
            Map.entry(TAKEN_DOWN, ProblemCode.GONE),
            Map.entry("NotFound", ProblemCode.GONE),
            Map.entry("HandleNotFound", ProblemCode.RENAMED_OR_GONE),
            Map.entry("MethodNotImplemented", ProblemCode.CONTRACT_DRIFT),
            Map.entry("InternalServerError", ProblemCode.TRANSIENT),
            Map.entry("UpstreamFailure", ProblemCode.TRANSIENT),
            Map.entry("UpstreamTimeout", ProblemCode.TRANSIENT),
            Map.entry("NotEnoughResources", ProblemCode.TRANSIENT));

    @Override
    public Optional<PlatformProblem> problem(ApiResponse response) {
        if (response.isSuccess()) {
            return Optional.empty();
        }
        String name = response.body().text("error").filter(BlueskyRules::isName).orElse("");
        ProblemCode code = code(response, name);
        return Optional.of(new PlatformProblem(
                code,
                response.endpoint(),
                (response.status() + " " + name).strip(),
                code == ProblemCode.RATE_LIMITED ? retryIn(response) : null));
    }

    @Override
    public LimitSignal limits(ApiResponse response) {
        return new LimitSignal(
                header(response, "RateLimit-Remaining"), reset(response).orElse(null), null);
    }

    /** Why an account is closed, where the problem says so. */
    static Optional<AccountStatus> closed(PlatformProblem problem) {
        if (problem.evidence().endsWith(" " + DEACTIVATED)) {
            return Optional.of(AccountStatus.DEACTIVATED);
        }
        return problem.evidence().endsWith(" " + TAKEN_DOWN) ? Optional.of(AccountStatus.SUSPENDED) : Optional.empty();
    }

    /** Whether a request that went on from a cursor failed in the way in which a bad cursor fails. */
    static boolean mayBeBadCursor(PlatformProblem problem) {
        return problem.evidence().equals(INTERNAL_ERROR) || problem.evidence().endsWith(" " + INVALID_REQUEST);
    }

    private static ProblemCode code(ApiResponse response, String name) {
        ProblemCode known = BY_NAME.get(name);
        if (known != null) {
            return known;
        }
        return switch (name) {
            // "Profile not found" and "Invalid params" have the same name; parameters are checked before they are sent.
            case INVALID_REQUEST ->
                ASKS_FOR_ONE_ACCOUNT.contains(response.endpoint())
                        ? ProblemCode.RENAMED_OR_GONE
                        : ProblemCode.BAD_REQUEST;
            case "AuthenticationRequired" ->
                response.endpoint().startsWith(LOGIN) ? ProblemCode.AUTH_REVOKED : ProblemCode.PERMISSION;
            default -> byStatus(response.status());
        };
    }

    private static ProblemCode byStatus(int status) {
        return switch (status) {
            case 400 -> ProblemCode.BAD_REQUEST;
            case 401, 403 -> ProblemCode.PERMISSION;
            case 429 -> ProblemCode.RATE_LIMITED;
            case 501 -> ProblemCode.CONTRACT_DRIFT;
            default -> status >= 500 ? ProblemCode.TRANSIENT : ProblemCode.CONTRACT_DRIFT;
        };
    }

    /** Names of errors are words; anything else may quote what was asked. */
    private static boolean isName(String text) {
        return text.matches("[A-Za-z]{1,40}");
    }

    private static @Nullable Duration retryIn(ApiResponse response) {
        return response.retryAfter().or(() -> reset(response)).orElse(null);
    }

    private static Optional<Duration> reset(ApiResponse response) {
        Long seconds = header(response, "RateLimit-Reset");
        return Optional.ofNullable(seconds).map(Instant::ofEpochSecond).map(response::until);
    }

    private static @Nullable Long header(ApiResponse response, String name) {
        return response.header(name)
                .map(String::strip)
                .filter(value -> value.matches("\\d{1,12}"))
                .map(Long::valueOf)
                .orElse(null);
    }
}
