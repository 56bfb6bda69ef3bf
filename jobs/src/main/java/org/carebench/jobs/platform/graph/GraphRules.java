package org.carebench.jobs.platform.graph;

import java.time.Duration;
import java.util.Optional;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.ApiRules;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.LimitSignal;
import org.carebench.jobs.platform.PlatformProblem;
import org.jspecify.annotations.Nullable;

/** Errors of the Graph API: told apart by code and subcode, because the status is nearly always 400. */
public final class GraphRules implements ApiRules {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private static final long NO_CODE = -1;

    /** Names no professional account: unknown, personal, renamed, or hidden from minors. */
    private static final long NO_SUCH_ACCOUNT = 2207013;
    /** The post is older than the account's switch to a professional one. */
    private static final long BEFORE_BUSINESS = 2108006;
    /** The object does not exist, or the token may not see it. */
    private static final long NO_OBJECT = 33;
    /** The session behind the token has ended. */
    private static final long SESSION_EXPIRED = 463;

    @Override
    public Optional<PlatformProblem> problem(ApiResponse response) {
        Fields error = response.body().at("error");
        if (error.node().isObject()) {
            return Optional.of(classified(response, error));
        }
        if (response.status() == TOO_MANY_REQUESTS) {
            return Optional.of(problem(ProblemCode.RATE_LIMITED, response, "429"));
        }
        if (!response.isSuccess() && response.body().isEmpty()) {
            // The Graph API says in JSON what is wrong: the answer was cut short, or is somebody else's on the way.
            return Optional.of(problem(ProblemCode.TRANSIENT, response, response.status() + " without JSON"));
        }
        return Optional.empty();
    }

    @Override
    public LimitSignal limits(ApiResponse response) {
        return GraphUsage.of(response).signal();
    }

    private static PlatformProblem classified(ApiResponse response, Fields error) {
        long code = error.count("code").orElse(NO_CODE);
        long subcode = error.count("error_subcode").orElse(NO_CODE);
        String evidence = response.status() + " " + code + (subcode == NO_CODE ? "" : "/" + subcode);
        return problem(code(response, error, code, subcode), response, evidence);
    }

    private static ProblemCode code(ApiResponse response, Fields error, long code, long subcode) {
        if (subcode == NO_SUCH_ACCOUNT) {
            return ProblemCode.RENAMED_OR_GONE;
        }
        if (isPermission(code)) {
            return ProblemCode.PERMISSION;
        }
        if (isLimit(code)) {
            return ProblemCode.RATE_LIMITED;
        }
        if (code == 1 || code == 2) {
            return ProblemCode.TRANSIENT;
        }
        if (code == 12) {
            return ProblemCode.CONTRACT_DRIFT;
        }
        if (code == 100) {
            return parameter(subcode);
        }
        if (code == 102 || code == 104 || code == 190) {
            return token(code, subcode);
        }
        if (code == 110 || code == 803) {
            return ProblemCode.RENAMED_OR_GONE;
        }
        return error.isTrue("is_transient") || response.status() >= FIRST_SERVER_ERROR
                ? ProblemCode.TRANSIENT
                : ProblemCode.CONTRACT_DRIFT;
    }

    /** Missing capabilities and permissions, and 368: blocked for a breach of policy, which asking again makes worse. */
    private static boolean isPermission(long code) {
        return code == 3 || code == 10 || code == 368 || (code >= 200 && code <= 299);
    }

    /** Limits of the app, the user, the Page, custom and temporary ones, and those of business use cases. */
    private static boolean isLimit(long code) {
        return code == 4
                || code == 17
                || code == 32
                || code == 341
                || code == 613
                || (code >= 80_000 && code <= 80_014);
    }

    private static ProblemCode parameter(long subcode) {
        if (subcode == NO_OBJECT) {
            return ProblemCode.GONE;
        }
        return subcode == BEFORE_BUSINESS ? ProblemCode.FEATURE_OFF : ProblemCode.BAD_REQUEST;
    }

    /** A missing token, or one that was withdrawn, needs somebody to act; without a subcode it may just have expired. */
    private static ProblemCode token(long code, long subcode) {
        boolean isExpired = subcode == SESSION_EXPIRED || (subcode == NO_CODE && code != 104);
        return isExpired ? ProblemCode.AUTH_EXPIRED : ProblemCode.AUTH_REVOKED;
    }

    private static PlatformProblem problem(ProblemCode code, ApiResponse response, String evidence) {
        Duration retryIn = code == ProblemCode.RATE_LIMITED ? retryIn(response) : null;
        return new PlatformProblem(code, response.endpoint(), evidence, retryIn);
    }

    private static @Nullable Duration retryIn(ApiResponse response) {
        return response.retryAfter().orElseGet(() -> GraphUsage.of(response).regainIn());
    }
}
