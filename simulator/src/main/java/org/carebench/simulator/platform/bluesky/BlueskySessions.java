package org.carebench.simulator.platform.bluesky;

import java.time.Duration;
import java.util.Optional;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sessions of owned accounts: all of them have the same app password. */
final class BlueskySessions {

    static final String PASSWORD = "sim-bluesky-password";

    private static final String PLATFORM = "bluesky";
    private static final Duration ACCESS = Duration.ofHours(2);
    private static final Duration REFRESH = Duration.ofDays(60);

    private final World world;
    private final BlueskyViews views;
    private final Tokens tokens;

    BlueskySessions(World world, BlueskyViews views, Tokens tokens) {
        this.world = world;
        this.views = views;
        this.tokens = tokens;
    }

    Answer createSession(Request request) {
        JsonNode body = request.json();
        Account account =
                body == null ? null : views.actor(body.path("identifier").asString(""), request.at());
        if (body == null
                || account == null
                || account.relation() != Relation.OWNED
                || !PASSWORD.equals(body.path("password").asString(""))) {
            throw XrpcError.refusal(401, "AuthenticationRequired", "Invalid identifier or password");
        }
        return session(account, request);
    }

    Answer refreshSession(Request request) {
        String token = request.bearer();
        if (token == null) {
            throw missing();
        }
        Tokens.Issued refresh = tokens.find(token)
                .filter(issued -> issued.purpose().equals("refresh"))
                .orElseThrow(BlueskySessions::invalid);
        if (!request.time().isBefore(refresh.expires())) {
            throw expired();
        }
        return session(account(refresh.subject()).orElseThrow(BlueskySessions::invalid), request);
    }

    Answer getSession(Request request) {
        Account account = owner(request);
        AccountStatus status = account.statusAt(request.at());
        ObjectNode body = identity(account, request);
        body.put("active", status == AccountStatus.ACTIVE);
        if (status == AccountStatus.DEACTIVATED) {
            body.put("status", "deactivated");
        }
        return Answer.ok(body);
    }

    /** Refuses a token that is bad; no token is no matter, since most can be read without. */
    void check(Request request) {
        if (request.header("Authorization") != null) {
            require(request);
        }
    }

    private String require(Request request) {
        String token = request.bearer();
        if (token == null) {
            throw missing();
        }
        return switch (tokens.state(PLATFORM, token, request.time())) {
            case VALID -> token;
            case EXPIRED -> throw expired();
            case UNKNOWN -> throw invalid();
        };
    }

    /** The account whose session it is; for the standing token that is the first one that is owned. */
    Account owner(Request request) {
        String token = require(request);
        Optional<Account> account = tokens.find(token)
                .map(Tokens.Issued::subject)
                .flatMap(this::account)
                .or(() -> world.accounts(Platform.BLUESKY).stream()
                        .filter(candidate -> candidate.relation() == Relation.OWNED)
                        .findFirst());
        return account.orElseThrow(BlueskySessions::invalid);
    }

    private Optional<Account> account(String did) {
        return world.account(Platform.BLUESKY, did);
    }

    private Answer session(Account account, Request request) {
        ObjectNode body = Json.object()
                .put("accessJwt", issue(account, "access", ACCESS, request))
                .put("refreshJwt", issue(account, "refresh", REFRESH, request));
        body.setAll(identity(account, request));
        return Answer.ok(body.put("active", account.isReadableAt(request.at())));
    }

    private String issue(Account account, String purpose, Duration lifetime, Request request) {
        return tokens.issue(PLATFORM, purpose, account.stableId(), request.time(), lifetime)
                .token();
    }

    private static ObjectNode identity(Account account, Request request) {
        ObjectNode body = Json.object().put("did", account.stableId());
        ObjectNode document = body.putObject("didDoc").put("id", account.stableId());
        document.putArray("alsoKnownAs").add("at://" + account.handleAt(request.at()));
        document.putArray("service")
                .addObject()
                .put("id", "#atproto_pds")
                .put("type", "AtprotoPersonalDataServer")
                .put("serviceEndpoint", request.base());
        return body.put("handle", account.handleAt(request.at()));
    }

    /** Who is counted: the account that signs in has limits of its own. */
    static @Nullable String identifier(Request request) {
        JsonNode body = request.json();
        return body == null ? null : body.path("identifier").asString("");
    }

    private static RuntimeException missing() {
        return XrpcError.refusal(401, "AuthMissing", "Authentication Required");
    }

    private static RuntimeException invalid() {
        return XrpcError.refusal(400, "InvalidToken", "Token could not be verified");
    }

    private static RuntimeException expired() {
        return XrpcError.refusal(400, "ExpiredToken", "Token has expired");
    }
}
