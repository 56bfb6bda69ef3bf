package org.carebench.jobs.platform.x;

import java.util.Arrays;
import java.util.Optional;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.Fields;

/** The problem types of X: the last segment of the address by which an error names its kind. */
enum XProblemType {
    RESOURCE_NOT_FOUND("resource-not-found", ProblemCode.GONE),
    /** It is there, but not for us. */
    RESOURCE_UNAVAILABLE("resource-unavailable", ProblemCode.PERMISSION),
    NOT_AUTHORIZED_FOR_RESOURCE("not-authorized-for-resource", ProblemCode.PRIVATE),
    NOT_AUTHORIZED_FOR_FIELD("not-authorized-for-field", ProblemCode.PERMISSION),
    FIELD_UNAUTHORIZED("field-unauthorized", ProblemCode.PERMISSION),
    CLIENT_FORBIDDEN("client-forbidden", ProblemCode.PERMISSION),
    DISALLOWED_RESOURCE("disallowed-resource", ProblemCode.PERMISSION),
    USAGE_CAPPED("usage-capped", ProblemCode.QUOTA_EXHAUSTED),
    RATE_LIMIT_EXCEEDED("rate-limit-exceeded", ProblemCode.RATE_LIMITED),
    INVALID_REQUEST("invalid-request", ProblemCode.BAD_REQUEST),
    FIELD_HYDRATION_FAILURE("field-hydration-failure", ProblemCode.TRANSIENT),
    INTERNAL_ERROR("internal-error", ProblemCode.TRANSIENT);

    private final String segment;
    private final ProblemCode code;

    XProblemType(String segment, ProblemCode code) {
        this.segment = segment;
        this.code = code;
    }

    /** The type of an error; the host of its address has changed before and does not matter. */
    static Optional<XProblemType> of(Fields error) {
        return error.text("type").flatMap(address -> {
            String last = address.substring(address.lastIndexOf('/') + 1);
            return Arrays.stream(values())
                    .filter(type -> type.segment.equals(last))
                    .findFirst();
        });
    }

    String segment() {
        return segment;
    }

    ProblemCode code() {
        return code;
    }
}
