package org.carebench.jobs.platform.instagram;

import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.graph.GraphPage;

/** An account in an answer: the whole of it where the account is owned, a field of our own account otherwise. */
record InstagramResponse(Fields account) {

    static InstagramResponse owned(ApiResponse response) {
        return new InstagramResponse(response.body());
    }

    static InstagramResponse discovered(ApiResponse response) {
        return new InstagramResponse(response.body().at(InstagramClient.DISCOVERY));
    }

    String id() {
        return account.requiredText("id");
    }

    /** Whether the account has the name that the roster gives it. Instagram's names know no case. */
    boolean isNamedAs(AccountRef asked) {
        return account.text("username")
                .filter(name -> name.equalsIgnoreCase(username(asked)))
                .isPresent();
    }

    /** Whether the account is the one that is known, or none is known yet. A name may have passed on to another account. */
    boolean isSameAs(AccountRef asked) {
        return asked.stableId() == null || asked.stableId().equals(id());
    }

    GraphPage media() {
        return GraphPage.nested(InstagramClient.DISCOVERY, account.at("media"));
    }

    /** The name as the platform spells it: without @. */
    static String username(AccountRef account) {
        String handle = account.handle().strip();
        return handle.startsWith("@") ? handle.substring(1) : handle;
    }
}
