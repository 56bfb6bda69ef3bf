package org.carebench.simulator.platform.bluesky;

import java.util.ArrayList;
import java.util.List;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.world.Account;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Profiles, and who bears which handle. */
final class BlueskyActors {

    private static final int MOST_ACTORS = 25;

    private final BlueskyViews views;

    BlueskyActors(BlueskyViews views) {
        this.views = views;
    }

    Answer getProfile(Request request) {
        String actor = new XrpcParameters("app.bsky.actor.getProfile", request).identifier("actor");
        Account account = views.actor(actor, request.at());
        if (account == null) {
            throw XrpcError.profileNotFound();
        }
        Answer answer = answer(account, request);
        return answer.about(account.stableId());
    }

    private Answer answer(Account account, Request request) {
        AccountStatus status = account.statusAt(request.at());
        return switch (status) {
            case DEACTIVATED -> XrpcError.answer(400, "AccountDeactivated", "Account is deactivated");
            case SUSPENDED -> XrpcError.answer(400, "AccountTakedown", "Account has been suspended");
            case NOT_FOUND -> XrpcError.answer(400, "InvalidRequest", "Profile not found");
            case ACTIVE, MOVED, RENAMED, PRIVATE, UNKNOWN ->
                Answer.ok(views.profile(account, request.at())).serving(List.of(account.stableId()));
        };
    }

    /** Leaves out, without a word, whoever is unknown or closed. */
    Answer getProfiles(Request request) {
        List<String> actors =
                new XrpcParameters("app.bsky.actor.getProfiles", request).identifiers("actors", MOST_ACTORS);
        List<String> served = new ArrayList<>();
        List<String> subjects = new ArrayList<>();
        ObjectNode body = Json.object();
        ArrayNode profiles = body.putArray("profiles");
        for (String actor : actors) {
            Account account = views.actor(actor, request.at());
            if (account != null && !subjects.contains(account.stableId())) {
                subjects.add(account.stableId());
                if (account.isReadableAt(request.at())) {
                    profiles.add(views.profile(account, request.at()));
                    served.add(account.stableId());
                }
            }
        }
        return Answer.ok(body).about(subjects).serving(served);
    }

    Answer resolveHandle(Request request) {
        String handle = new XrpcParameters("com.atproto.identity.resolveHandle", request).required("handle");
        Account account = views.actor(handle, request.at());
        if (account == null || account.statusAt(request.at()) == AccountStatus.NOT_FOUND) {
            throw XrpcError.refusal(400, "HandleNotFound", "Unable to resolve handle");
        }
        return Answer.ok(Json.object().put("did", account.stableId())).about(account.stableId());
    }
}
