package org.carebench.simulator.platform.mastodon;

import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Refusal;

/** Errors as Mastodon words them: one field, for people. */
final class MastodonErrors {

    private MastodonErrors() {}

    static Answer answer(int status, String error) {
        return Answer.of(status, Json.object().put("error", error));
    }

    /** Deleted, private, suspended by another server, or never known. */
    static Refusal notFound() {
        return new Refusal(answer(404, "Record not found"));
    }

    static Refusal tokenMissing() {
        return new Refusal(answer(401, "This API requires an authenticated user"));
    }
}
