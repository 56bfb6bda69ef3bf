package org.carebench.jobs.platform.graph;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.carebench.jobs.platform.Authorizer;
import org.carebench.jobs.platform.BearerTokens;
import org.carebench.jobs.platform.Credential;
import org.carebench.jobs.platform.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * Tokens in a header. Where a credential has the part {@value #APP_SECRET}, requests also carry the proof that the token is
 * used by its app, as apps may demand.
 */
public final class GraphTokens implements Authorizer {

    static final String APP_SECRET = "app_secret";

    private static final String DIGEST = "HmacSHA256";

    private final Credentials credentials;
    private final BearerTokens tokens;

    public GraphTokens(Credentials credentials) {
        this.credentials = credentials;
        this.tokens = BearerTokens.authorization(credentials);
    }

    @Override
    public void authorize(HttpRequest.Builder request, @Nullable String alias) {
        tokens.authorize(request, alias);
        if (alias == null) {
            return;
        }
        Credential credential = credentials.require(alias);
        if (credential.has(APP_SECRET)) {
            URI asked = request.copy().build().uri();
            String separator = asked.getRawQuery() == null ? "?" : "&";
            request.uri(URI.create(asked + separator + "appsecret_proof=" + proof(credential)));
        }
    }

    private static String proof(Credential credential) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(new SecretKeySpec(credential.part(APP_SECRET).getBytes(StandardCharsets.UTF_8), DIGEST));
            return HexFormat.of()
                    .formatHex(mac.doFinal(credential.part(Credential.TOKEN).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + DIGEST, e);
        }
    }
}
