package org.carebench.simulator.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a profile.
 *
 * @param kind what goes wrong
 * @param platform the platform's name, or "*" (also where a file leaves it out)
 * @param endpoint the endpoint's key, or "*" (also where a file leaves it out)
 * @param reach what it strikes; ATTEMPT where a file leaves it out
 * @param rate share of requests, or of accounts, that are struck, from 0 to 1
 * @param attempts attempts of a struck request that fail; 1 where a file leaves it out
 * @param seconds a duration, see {@link FaultKind}; 1 where a file leaves it out
 * @param bucket the limit that is said to be exceeded; where it is null, the first of the endpoint
 * @param field the field that gets another name
 * @param to its other name
 * @param metrics the metrics that are retired
 */
public record FaultRule(
        FaultKind kind,
        String platform,
        String endpoint,
        FaultReach reach,
        double rate,
        int attempts,
        double seconds,
        @Nullable String bucket,
        @Nullable String field,
        @Nullable String to,
        List<String> metrics) {

    private static final String ANY = "*";

    /**
     * Checks what can be checked without knowing the platforms.
     *
     * @throws IllegalArgumentException where the rate is no share, or a renamed field has not both names
     */
    public FaultRule {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("a rate of " + rate + " is not between 0 and 1");
        }
        if (kind == FaultKind.RENAMED_FIELD && (field == null || to == null)) {
            throw new IllegalArgumentException("a renamed-field needs field and to");
        }
    }

    @JsonCreator
    static FaultRule read(
            @Nullable FaultKind kind,
            @Nullable String platform,
            @Nullable String endpoint,
            @Nullable FaultReach reach,
            double rate,
            @Nullable Integer attempts,
            @Nullable Double seconds,
            @Nullable String bucket,
            @Nullable String field,
            @Nullable String to,
            @Nullable List<String> metrics) {
        if (kind == null) {
            throw new IllegalArgumentException("a fault needs a kind");
        }
        return new FaultRule(
                kind,
                Objects.requireNonNullElse(platform, ANY),
                Objects.requireNonNullElse(endpoint, ANY),
                Objects.requireNonNullElse(reach, FaultReach.ATTEMPT),
                rate,
                Objects.requireNonNullElse(attempts, 1),
                Objects.requireNonNullElse(seconds, 1.0),
                bucket,
                field,
                to,
                Objects.requireNonNullElse(metrics, List.of()));
    }

    boolean concerns(String aPlatform, String anEndpoint) {
        return (platform.equals(ANY) || platform.equals(aPlatform))
                && (endpoint.equals(ANY) || endpoint.equals(anEndpoint));
    }
}
