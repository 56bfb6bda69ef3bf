package org.carebench.simulator.http;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a fault strikes, and for how long. */
public enum FaultReach {
    /** The first attempts of struck requests; a repetition of the request succeeds. */
    @JsonProperty("attempt")
    ATTEMPT,
    /** Every attempt of struck requests. */
    @JsonProperty("request")
    REQUEST,
    /** Every request that is about one struck account only. */
    @JsonProperty("account")
    ACCOUNT
}
