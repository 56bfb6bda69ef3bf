package org.carebench.jobs.platform.google;

import java.time.Duration;
import java.util.Optional;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.ApiRules;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.PlatformProblem;

/** How Google's APIs say that something is wrong: by a status word and, where one is needed, the details beside it. */
final class GoogleRules implements ApiRules {

    /** Quotas are of a minute where nothing else is said. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Override
    public Optional<PlatformProblem> problem(ApiResponse response) {
        if (response.isSuccess()) {
            return Optional.empty();
        }
        Fields error = response.body().at("error");
        String evidence = (response.status() + " " + error.text("status").orElse("")).strip();
        ProblemCode code = code(response, error);
        return Optional.of(new PlatformProblem(
                code, response.endpoint(), evidence, code == ProblemCode.RATE_LIMITED ? wait(response, error) : null));
    }

    private static ProblemCode code(ApiResponse response, Fields error) {
        return switch (response.status()) {
            case 400 -> isBadKey(error) ? ProblemCode.AUTH_REVOKED : ProblemCode.BAD_REQUEST;
            case 401 -> ProblemCode.AUTH_EXPIRED;
            case 403 -> ProblemCode.PERMISSION;
            case 404 -> absence(response.endpoint(), error);
            case 429 -> limit(error);
            default -> response.status() >= 500 ? ProblemCode.TRANSIENT : ProblemCode.CONTRACT_DRIFT;
        };
    }

    /** Place ids are replaced now and then. What is not of the API's own form says that the address is wrong. */
    private static ProblemCode absence(String endpoint, Fields error) {
        if (error.isAbsent("status")) {
            return ProblemCode.CONTRACT_DRIFT;
        }
        return endpoint.equals(GoogleClient.PLACE) ? ProblemCode.RENAMED_OR_GONE : ProblemCode.GONE;
    }

    /** A project that Google has not approved has a limit of 0, which no waiting mends. */
    private static ProblemCode limit(Fields error) {
        if (hasMetadata(error, "quota_limit_value", "0")) {
            return ProblemCode.PERMISSION;
        }
        return hasMetadata(error, "quota_unit", "1/d/{project}")
                ? ProblemCode.QUOTA_EXHAUSTED
                : ProblemCode.RATE_LIMITED;
    }

    private static Duration wait(ApiResponse response, Fields error) {
        return response.retryAfter()
                .or(() -> error.items("details").stream()
                        .flatMap(detail -> detail.text("retryDelay").stream())
                        .filter(delay -> delay.matches("\\d{1,6}(\\.\\d{1,9})?s"))
                        .map(delay -> Duration.parse("PT" + delay))
                        .findFirst())
                .orElse(MINUTE);
    }

    private static boolean isBadKey(Fields error) {
        return error.items("details").stream()
                .anyMatch(detail ->
                        detail.text("reason").filter("API_KEY_INVALID"::equals).isPresent());
    }

    private static boolean hasMetadata(Fields error, String name, String value) {
        return error.items("details").stream()
                .anyMatch(detail ->
                        detail.at("metadata").text(name).filter(value::equals).isPresent());
    }
}
