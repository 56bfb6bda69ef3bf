package org.carebench.jobs.platform;

import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Tokens that do not change, in a header. */
public final class BearerTokens implements Authorizer {

    private final Credentials credentials;
    private final String header;
    private final String prefix;

    private BearerTokens(Credentials credentials, String header, String prefix) {
        this.credentials = credentials;
        this.header = header;
        this.prefix = prefix;
    }

    /** {@code Authorization: Bearer …}. */
    public static BearerTokens authorization(Credentials credentials) {
        return new BearerTokens(credentials, "Authorization", "Bearer ");
    }

    /** A header of the platform's own that holds the token alone. */
    public static BearerTokens header(Credentials credentials, String header) {
        return new BearerTokens(credentials, header, "");
    }

    @Override
    public void authorize(HttpRequest.Builder request, @Nullable String alias) {
        if (alias != null) {
            request.header(header, prefix + credentials.require(alias).part(Credential.TOKEN));
        }
    }
}
