package org.carebench.jobs.platform.mastodon;

import java.util.List;
import org.carebench.jobs.platform.Address;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRequest;
import org.jspecify.annotations.Nullable;

/** One method per method of the API that is read. */
final class MastodonClient {

    static final String INSTANCE = "api/v2/instance";
    static final String SEARCH = "api/v2/search";
    static final String LOOKUP = "api/v1/accounts/lookup";
    static final String ACCOUNT = "api/v1/accounts/:id";
    static final String ACCOUNTS = "api/v1/accounts";
    static final String ACCOUNT_STATUSES = "api/v1/accounts/:id/statuses";
    static final String STATUS = "api/v1/statuses/:id";
    static final String STATUSES = "api/v1/statuses";
    static final String CONTEXT = "api/v1/statuses/:id/context";
    static final String NOTIFICATIONS = "api/v1/notifications";

    /** Most accounts that one request may name. */
    static final int MOST_ACCOUNTS = 40;
    /** Most statuses that one request may name. */
    static final int MOST_STATUSES = 20;

    private static final int STATUSES_PAGE = 40;
    private static final int NOTIFICATIONS_PAGE = 80;

    private final ApiClient open;
    private final ApiClient withToken;
    private final MastodonProperties properties;

    /**
     * Sends requests.
     *
     * @param open for requests without a token
     * @param withToken for requests with the token of a credential
     */
    MastodonClient(ApiClient open, ApiClient withToken, MastodonProperties properties) {
        this.open = open;
        this.withToken = withToken;
        this.properties = properties;
    }

    MastodonResponse instance(MastodonServer server) {
        return send(server, INSTANCE, path(server, INSTANCE));
    }

    /** An account by its name on its own server. */
    MastodonResponse lookup(MastodonServer server, String user) {
        return send(server, LOOKUP, path(server, LOOKUP).with("acct", user));
    }

    /** An account by its full name; servers answer it only with a token. */
    MastodonResponse searchAccount(MastodonServer server, String fullName) {
        return send(
                server,
                SEARCH,
                path(server, SEARCH)
                        .with("q", "@" + fullName)
                        .with("resolve", true)
                        .with("type", "accounts"));
    }

    MastodonResponse account(MastodonServer server, String id) {
        return send(server, ACCOUNT, path(server, "api/v1/accounts/" + Address.encoded(id)));
    }

    MastodonResponse accounts(MastodonServer server, List<String> ids) {
        return send(server, ACCOUNTS, path(server, ACCOUNTS).withEach("id[]", ids));
    }

    MastodonResponse accountStatuses(MastodonServer server, String id, @Nullable String maxId) {
        return send(
                server,
                ACCOUNT_STATUSES,
                path(server, "api/v1/accounts/" + Address.encoded(id) + "/statuses")
                        .with("limit", STATUSES_PAGE)
                        .with("max_id", maxId));
    }

    MastodonResponse status(MastodonServer server, String id) {
        return send(server, STATUS, path(server, "api/v1/statuses/" + Address.encoded(id)));
    }

    MastodonResponse statuses(MastodonServer server, List<String> ids) {
        return send(server, STATUSES, path(server, STATUSES).withEach("id[]", ids));
    }

    MastodonResponse context(MastodonServer server, String id) {
        return send(server, CONTEXT, path(server, "api/v1/statuses/" + Address.encoded(id) + "/context"));
    }

    MastodonResponse notifications(MastodonServer server, @Nullable String maxId) {
        return send(
                server,
                NOTIFICATIONS,
                path(server, NOTIFICATIONS)
                        .with("types[]", "mention")
                        .with("limit", NOTIFICATIONS_PAGE)
                        .with("max_id", maxId));
    }

    private Address path(MastodonServer server, String path) {
        return Address.of(properties.address(server.name()), "/" + path);
    }

    private MastodonResponse send(MastodonServer server, String endpoint, Address address) {
        ApiRequest request = ApiRequest.get(endpoint, address.uri())
                .withServer(server.name())
                .withCredential(server.credential());
        return new MastodonResponse((server.credential() == null ? open : withToken).send(request));
    }
}
