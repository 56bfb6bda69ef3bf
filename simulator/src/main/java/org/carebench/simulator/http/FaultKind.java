package org.carebench.simulator.http;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can go wrong between a platform and its caller; what goes wrong within the world belongs to the world. */
public enum FaultKind {
    /** The platform refuses as if a limit were exceeded; "seconds" until it ends, "bucket" says which limit. */
    @JsonProperty("rate-limited")
    RATE_LIMITED,
    /** The platform fails itself, in its own words. */
    @JsonProperty("server-error")
    SERVER_ERROR,
    /** The answer comes "seconds" later. */
    @JsonProperty("slow")
    SLOW,
    /** The connection breaks off in the middle of the body. */
    @JsonProperty("truncated")
    TRUNCATED,
    /** The body is no JSON. */
    @JsonProperty("malformed")
    MALFORMED,
    /** A token that was given out expires before its time; standing tokens never do. */
    @JsonProperty("expired-token")
    EXPIRED_TOKEN,
    /** Every object of the body has a field that nobody knows. */
    @JsonProperty("unknown-fields")
    UNKNOWN_FIELDS,
    /** "field" is called "to" everywhere in the body. */
    @JsonProperty("renamed-field")
    RENAMED_FIELD,
    /** Every number of the body is a text. */
    @JsonProperty("numbers-as-text")
    NUMBERS_AS_TEXT,
    /** The Date header is wrong by "seconds". */
    @JsonProperty("clock-skew")
    CLOCK_SKEW,
    /** The platform no longer knows the insights metrics "metrics"; its server answers accordingly. */
    @JsonProperty("retired-metric")
    RETIRED_METRIC
}
