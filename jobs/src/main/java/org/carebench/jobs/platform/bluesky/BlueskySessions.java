package org.carebench.jobs.platform.bluesky;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRequest;
import org.carebench.jobs.platform.Authorizer;
import org.carebench.jobs.platform.Credential;
import org.carebench.jobs.platform.Credentials;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.Secret;
import org.carebench.jobs.platform.UnreadableItemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sessions of accounts, one per credential and shared by all threads, because logins are scarce: 30 in five minutes and 300 a
 * day per account. A session that has expired is refreshed; a credential that was refused once is not tried again.
 */
final class BlueskySessions implements Authorizer {

    static final String CREATE = "com.atproto.server.createSession";
    static final String REFRESH = "com.atproto.server.refreshSession";

    private static final String AUTHORIZATION = "Authorization";
    private static final String IDENTIFIER = "identifier";
    private static final String PASSWORD = "password";
    /** Logins count against a limit of their own. */
    private static final String BUCKET = "session";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ApiClient logins;
    private final Credentials credentials;
    private final URI service;
    private final Map<String, Login> byAlias = new ConcurrentHashMap<>();

    private record Session(String did, Secret access, Secret refresh) {}

    /**
     * Keeps sessions.
     *
     * @param logins sends requests as they are
     * @param service where a credential logs in that names no service of its own
     */
    BlueskySessions(ApiClient logins, Credentials credentials, URI service) {
        this.logins = logins;
        this.credentials = credentials;
        this.service = service;
    }

    @Override
    public void authorize(HttpRequest.Builder request, @Nullable String alias) {
        if (alias != null) {
            request.header(AUTHORIZATION, bearer(login(alias).use()));
        }
    }

    @Override
    public boolean renew(@Nullable String alias, HttpRequest refused) {
        return alias != null && login(alias).renew(refused);
    }

    private static String bearer(Session session) {
        return "Bearer " + session.access().value();
    }

    /** The account to which a credential belongs; it logs in where that did not happen yet. */
    String did(String alias) {
        return login(alias).use().did();
    }

    /** The server of the account to which a credential belongs. */
    URI service(String alias) {
        return service(credentials.require(alias));
    }

    private URI service(Credential credential) {
        return credential.has(BlueskyProperties.SERVICE)
                ? BlueskyProperties.service(credential.part(BlueskyProperties.SERVICE))
                : service;
    }

    private Login login(String alias) {
        return byAlias.computeIfAbsent(alias, Login::new);
    }

    /** The session of one credential. */
    private final class Login {

        private final String alias;
        private volatile @Nullable Session session;
        private @Nullable PlatformProblem refused;

        Login(String alias) {
            this.alias = alias;
        }

        Session use() {
            Session current = session;
            return current == null ? first() : current;
        }

        /** Threads that want to replace the same session wait for the first of them and take what it got. */
        synchronized boolean renew(HttpRequest refused) {
            Session current = session;
            if (current != null && refused.headers().firstValue(AUTHORIZATION).equals(Optional.of(bearer(current)))) {
                session = refresh(current);
            }
            return true;
        }

        private synchronized Session first() {
            Session current = session;
            if (current == null) {
                current = create();
                session = current;
            }
            return current;
        }

        private Session refresh(Session expired) {
            URI server = service(alias);
            ApiRequest request = new ApiRequest(
                    REFRESH,
                    BlueskyClient.address(server, REFRESH).uri(),
                    server.getAuthority(),
                    "default",
                    alias,
                    Map.of(AUTHORIZATION, "Bearer " + expired.refresh().value()),
                    "",
                    0,
                    null);
            try {
                return session(REFRESH, logins.send(request).body());
            } catch (PlatformException e) {
                ProblemCode code = e.problem().code();
                if (code == ProblemCode.AUTH_EXPIRED || code == ProblemCode.AUTH_REVOKED) {
                    return create();
                }
                throw e;
            }
        }

        private Session create() {
            if (refused != null) {
                throw new PlatformException(refused);
            }
            Credential credential = credentials.require(alias);
            String body = JSON.writeValueAsString(
                    Map.of(IDENTIFIER, credential.part(IDENTIFIER), PASSWORD, credential.part(PASSWORD)));
            ApiRequest request = ApiRequest.get(
                            CREATE,
                            BlueskyClient.address(service(credential), CREATE).uri())
                    .withBucket(BUCKET)
                    .withCredential(alias)
                    .withBody("application/json", body);
            try {
                return session(CREATE, logins.send(request).body());
            } catch (PlatformException e) {
                if (e.problem().code() == ProblemCode.AUTH_REVOKED) {
                    refused = e.problem();
                }
                throw e;
            }
        }

        private static Session session(String endpoint, Fields answer) {
            try {
                return new Session(
                        answer.requiredText("did"),
                        new Secret(answer.requiredText("accessJwt")),
                        new Secret(answer.requiredText("refreshJwt")));
            } catch (UnreadableItemException e) {
                throw new PlatformException(
                        PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, endpoint, "200 without " + e.field()), e);
            }
        }
    }
}
