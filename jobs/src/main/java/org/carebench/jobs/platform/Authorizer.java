package org.carebench.jobs.platform;

import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Adds a credential to requests, and renews it where the platform has a way to. */
public interface Authorizer {

    /** Requests go out as they are. */
    Authorizer NONE = (request, alias) -> {};

    /**
     * Adds the credential.
     *
     * @param alias NULL where the request needs none
     */
    void authorize(HttpRequest.Builder request, @Nullable String alias);

    /**
     * Renews a credential that the platform called expired, unless another thread did so since the request was sent.
     *
     * @param refused the request as it was sent, with the credential that expired
     * @return whether it is worth to send the request again
     */
    default boolean renew(@Nullable String alias, HttpRequest refused) {
        return false;
    }
}
