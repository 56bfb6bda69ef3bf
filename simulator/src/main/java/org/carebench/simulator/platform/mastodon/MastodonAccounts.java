package org.carebench.simulator.platform.mastodon;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Discussion;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.World;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Accounts by name and by id, as their own server knows them; another server knows nothing of them. */
final class MastodonAccounts {

    private static final int USUAL_RESULTS = 20;
    private static final int MOST_RESULTS = 40;

    private final World world;
    private final MastodonViews views;
    private final MastodonAccess access;

    MastodonAccounts(World world, MastodonViews views, MastodonAccess access) {
        this.world = world;
        this.views = views;
        this.access = access;
    }

    Answer instance(Request request) {
        access.check(request);
        ObjectNode body = Json.object()
                .put("domain", MastodonAccess.server(request))
                .put("title", MastodonAccess.server(request))
                .put("version", "4.5.2");
        body.set("api_versions", Json.object().put("mastodon", 7));
        return Answer.ok(body);
    }

    Answer lookup(Request request) {
        access.check(request);
        Account account = named(request.query().first("acct", ""), request).orElseThrow(MastodonErrors::notFound);
        return answer(account, request.at());
    }

    Answer account(Request request) {
        access.check(request);
        return answer(known(request), request.at());
    }

    /** The account whose id stands in the path. */
    Account known(Request request) {
        return byId(request.variable("id"), request).orElseThrow(MastodonErrors::notFound);
    }

    /** Leaves out, without a word, those that are not known. */
    Answer accounts(Request request) {
        access.check(request);
        List<Account> found = new LinkedHashSet<>(request.query().all("id[]"))
                .stream().flatMap(id -> byId(id, request).stream()).toList();
        ArrayNode body = Json.array();
        found.forEach(account -> body.add(views.account(account, request.at())));
        List<String> ids = found.stream().map(Account::stableId).toList();
        return Answer.ok(body).about(ids).serving(ids);
    }

    /** Finds accounts by their full name, and statuses by words; only for those with a token. */
    Answer search(Request request) {
        access.require(request);
        Instant at = request.at();
        String query = request.query().first("q", "");
        String type = request.query().first("type", "");
        ObjectNode body = Json.object();
        ArrayNode accounts = body.putArray("accounts");
        ArrayNode statuses = body.putArray("statuses");
        body.putArray("hashtags");
        List<Account> named = type.isEmpty() || type.equals("accounts")
                ? named(query, request).stream().toList()
                : List.of();
        named.forEach(account -> accounts.add(views.account(account, at)));
        List<Discussion> found = type.equals("statuses") ? discussions(query, request) : List.of();
        found.forEach(discussion -> statuses.add(views.discussion(discussion)));
        return Answer.ok(body)
                .about(named.stream().map(Account::stableId).toList())
                .serving(found.stream().map(Discussion::id).toList());
    }

    private List<Discussion> discussions(String query, Request request) {
        List<Discussion> newestFirst =
                world.discussions(Platform.MASTODON, world.scenario().begin(), request.at(), request.at()).stream()
                        .filter(discussion -> discussion.matches(query))
                        .sorted((one, other) -> StatusPage.BY_ID.compare(other.id(), one.id()))
                        .toList();
        return StatusPage.of(newestFirst, Discussion::id, request, USUAL_RESULTS, MOST_RESULTS)
                .items();
    }

    private Answer answer(Account account, Instant at) {
        return Answer.ok(views.account(account, at)).about(account.stableId()).serving(List.of(account.stableId()));
    }

    private Optional<Account> named(String name, Request request) {
        String server = MastodonAccess.server(request);
        String[] parts = (name.startsWith("@") ? name.substring(1) : name)
                .toLowerCase(Locale.ROOT)
                .split("@", 2);
        return parts.length == 2 && !parts[1].equals(server)
                ? Optional.empty()
                : world.accountByHandle(Platform.MASTODON, parts[0] + "@" + server, request.at())
                        .filter(account -> isKnown(account, request));
    }

    private Optional<Account> byId(String id, Request request) {
        return world.account(Platform.MASTODON, id).filter(account -> isKnown(account, request));
    }

    private static boolean isKnown(Account account, Request request) {
        AccountStatus status = account.statusAt(request.at());
        return account.existsAt(request.at())
                && MastodonAccess.server(request).equals(account.homeServer())
                && status != AccountStatus.NOT_FOUND
                && status != AccountStatus.DEACTIVATED;
    }
}
