package org.carebench.jobs.platform.tiktok;

import java.time.Duration;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.jspecify.annotations.Nullable;

/** What a status alone says, for answers whose body does not. */
final class HttpStatuses {

    /** Limits of TikTok are of a sliding minute. */
    private static final Duration LIMIT_WINDOW = Duration.ofMinutes(1);

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private HttpStatuses() {}

    static ProblemCode code(ApiResponse response) {
        return switch (response.status()) {
            case BAD_REQUEST -> ProblemCode.BAD_REQUEST;
            case UNAUTHORIZED -> ProblemCode.AUTH_EXPIRED;
            case FORBIDDEN -> ProblemCode.PERMISSION;
            case TOO_MANY_REQUESTS -> ProblemCode.RATE_LIMITED;
            default -> response.status() >= SERVER_ERROR ? ProblemCode.TRANSIENT : ProblemCode.CONTRACT_DRIFT;
        };
    }

    static @Nullable Duration retryIn(ProblemCode code, ApiResponse response) {
        return code == ProblemCode.RATE_LIMITED ? response.retryAfter().orElse(LIMIT_WINDOW) : null;
    }
}
