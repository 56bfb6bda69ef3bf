package org.carebench.simulator.platform.x;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.World;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Users by name and by id; who is missing stands among the errors of the same answer. */
final class XUsers {

    private final World world;
    private final XViews views;
    private final Spelling spelling;

    XUsers(World world, XViews views, Spelling spelling) {
        this.world = world;
        this.views = views;
        this.spelling = spelling;
    }

    Answer byNames(Request request) {
        XParameters parameters = new XParameters(request, spelling, Set.of("usernames"));
        return list("usernames", parameters.ids("usernames"), parameters, request.at());
    }

    Answer byIds(Request request) {
        XParameters parameters = new XParameters(request, spelling, Set.of("ids"));
        return list("ids", parameters.ids("ids"), parameters, request.at());
    }

    Answer byName(Request request) {
        return single("username", request.variable("username"), request);
    }

    Answer byId(Request request) {
        return single("id", request.variable("id"), request);
    }

    private Answer single(String parameter, String value, Request request) {
        XParameters parameters = new XParameters(request, spelling, Set.of());
        Optional<Account> account = find(parameter, value, request.at());
        ObjectNode body = Json.object();
        if (account.isEmpty()) {
            body.putArray("errors").add(XProblems.resourceNotFound("user", parameter, value));
            return Answer.ok(body);
        }
        String id = account.get().stableId();
        body.set("data", views.user(account.get(), parameters.userFields(), parameters.spelling(), request.at()));
        return Answer.ok(body).about(id).serving(List.of(id));
    }

    private Answer list(String parameter, List<String> values, XParameters parameters, Instant at) {
        ArrayNode data = Json.array();
        ArrayNode errors = Json.array();
        List<String> served = new ArrayList<>();
        for (String value : values) {
            Optional<Account> account = find(parameter, value, at);
            if (account.isPresent()) {
                data.add(views.user(account.get(), parameters.userFields(), parameters.spelling(), at));
                served.add(account.get().stableId());
            } else {
                errors.add(XProblems.resourceNotFound("user", parameter, value));
            }
        }
        ObjectNode body = Json.object();
        if (!data.isEmpty()) {
            body.set("data", data);
        }
        if (!errors.isEmpty()) {
            body.set("errors", errors);
        }
        return Answer.ok(body).about(served).serving(served);
    }

    private Optional<Account> find(String parameter, String value, Instant at) {
        Optional<Account> found = parameter.startsWith("username")
                ? world.accountByHandle(Platform.X, value, at)
                : world.account(Platform.X, value);
        return found.filter(account -> XViews.isShown(account, at));
    }
}
