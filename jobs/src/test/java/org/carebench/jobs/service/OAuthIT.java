package org.carebench.jobs.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.carebench.jobs.TestDatabase;
import org.carebench.jobs.TestInstallation;
import org.carebench.jobs.service.ServiceClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of an OAuth2 issuer, whose keys are served by the test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OAuthIT {

    private static final String TOKEN = "the-token-of-the-installation";
    private static final String BODY = "{\"businessDate\":\"2024-01-01\"}";

    private final RSAKey key = new RSAKeyGenerator(2048).keyID("k").generate();
    private final HttpServer issuer = issuer(key);
    private final TestInstallation installation;

    OAuthIT(@TempDir Path root) throws IOException, JOSEException {
        installation = TestInstallation.serve(
                root,
                TestDatabase.create(),
                List.of(
                        "--CAREBENCH_SERVICE_TOKEN=" + TOKEN,
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:"
                                + issuer.getAddress().getPort() + "/keys",
                        "--spring.security.oauth2.resourceserver.jwt.audiences=carebench"),
                ControlledJob.class);
        ControlledJob.end("2024-01-01");
    }

    @AfterAll
    void stop() {
        installation.close();
        issuer.stop(0);
    }

    @Test
    void letsATokenDoWhatItsScopesSay() {
        ServiceClient reader = client(token(key, "jobs.read", "carebench", 60));
        ServiceClient runner = client(token(key, "jobs.run", "carebench", 60));
        ServiceClient both = client(token(key, "jobs.run jobs.read jobs.stop", "carebench", 60));

        assertThat(reader.get("/api/v1/jobs").status()).isEqualTo(200);
        assertForbidden(reader.start("controlled", "k", BODY));
        assertForbidden(reader.stop("1", 1));
        Answer started = runner.start("controlled", "k", BODY);
        assertThat(started.status()).isEqualTo(201);
        assertForbidden(runner.get("/api/v1/jobs"));
        assertForbidden(runner.stop(started.text("id"), 1));
        assertThat(both.execution(started.text("id"), 30).text("status")).isEqualTo("SUCCEEDED");
        assertThat(both.stop(started.text("id"), 1).status()).isEqualTo(202);
    }

    @Test
    void letsInNobodyWithATokenThatIsNotForHere() throws JOSEException {
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("k").generate();

        assertUnauthorized(token(stranger, "jobs.read", "carebench", 60));
        assertUnauthorized(token(key, "jobs.read", "elsewhere", 60));
        assertUnauthorized(token(key, "jobs.read", "carebench", -600));
        assertUnauthorized("no.jwt.atall");
        assertUnauthorized("");
    }

    @Test
    void stillKnowsTheTokenOfTheInstallation() {
        assertThat(client(TOKEN).get("/api/v1/jobs").status()).isEqualTo(200);
    }

    private void assertUnauthorized(String token) {
        Answer answer = client(token).get("/api/v1/jobs");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthorized");
    }

    private static void assertForbidden(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("forbidden");
    }

    private ServiceClient client(String token) {
        return new ServiceClient(installation.address(), token);
    }

    private static String token(RSAKey key, String scope, String audience, int seconds) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .subject("airflow")
                            .audience(audience)
                            .claim("scope", scope)
                            .expirationTime(Date.from(Instant.now().plusSeconds(seconds)))
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer issuer(RSAKey key) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        return server;
    }
}
