package org.carebench.simulator.platform.mastodon;

import java.util.Locale;
import java.util.Set;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.http.Refusal;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.World;

/** Who may read what: most servers answer everybody, strict ones only those with a token. */
final class MastodonAccess {

    private static final String PLATFORM = "mastodon";
    private static final String TOKEN_OF = "sim-mastodon-token-";

    private final World world;
    private final Tokens tokens;
    private final Set<String> strictServers;

    MastodonAccess(World world, Tokens tokens, Set<String> strictServers) {
        this.world = world;
        this.tokens = tokens;
        this.strictServers = strictServers;
    }

    static String server(Request request) {
        return request.variable("server").toLowerCase(Locale.ROOT);
    }

    /** Refuses a bad token, and on a strict server a missing one; otherwise says whether there is one. */
    boolean check(Request request) {
        String token = request.bearer();
        if (token == null) {
            if (strictServers.contains(server(request))) {
                throw MastodonErrors.tokenMissing();
            }
            return false;
        }
        return switch (tokens.state(PLATFORM, token, request.time())) {
            case VALID -> true;
            case EXPIRED -> throw new Refusal(MastodonErrors.answer(401, "The access token expired"));
            case UNKNOWN -> throw new Refusal(MastodonErrors.answer(401, "The access token is invalid"));
        };
    }

    /** Refuses whoever has no token. */
    void require(Request request) {
        if (!check(request)) {
            throw MastodonErrors.tokenMissing();
        }
    }

    /**
     * The account whose token it is: "sim-mastodon-token-&lt;user&gt;" is that user's, any other one that of the server's first
     * owned account.
     */
    Account owner(Request request) {
        require(request);
        String token = String.valueOf(request.bearer());
        String user = token.startsWith(TOKEN_OF) ? token.substring(TOKEN_OF.length()) : "";
        return world.accountByHandle(Platform.MASTODON, user + "@" + server(request), request.at())
                .or(() -> world.accounts(Platform.MASTODON).stream()
                        .filter(account -> server(request).equals(account.homeServer()))
                        .filter(account -> account.relation() == Relation.OWNED)
                        .findFirst())
                .orElseThrow(MastodonErrors::tokenMissing);
    }
}
