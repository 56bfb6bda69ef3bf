package org.carebench.simulator.world;

import java.time.Instant;
import java.util.List;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.LinkEvidence;
import org.carebench.contract.dataset.Relation;
import org.jspecify.annotations.Nullable;

/**
 * An account of a provider on a platform.
 *
 * @param index place among the accounts of the platform
 * @param provider who runs it
 * @param organizationIds everybody to whom it belongs, the one who runs it first; more than one for a system's account
 * @param stableId permanent id in the platform's own form: a DID, a number, UC…, accounts/1/locations/2
 * @param homeServer Mastodon only: the server's host name
 * @param placeId Google only: id of the place
 * @param handles names in the order in which it bore them; the first from its creation on
 * @param statuses changes of status, oldest first; ACTIVE before the first
 * @param followersHidden whether the owner hides the number of followers (YouTube)
 * @param likesHidden whether the owner hides the likes of its posts (Instagram, YouTube)
 * @param commentsOff whether nobody can comment on its posts (YouTube)
 * @param profile what the profile says
 * @param seed of everything that happens on the account
 */
public record Account(
        Platform platform,
        int index,
        Provider provider,
        List<String> organizationIds,
        String stableId,
        @Nullable String homeServer,
        @Nullable String placeId,
        Relation relation,
        List<Handle> handles,
        Instant createdAt,
        List<StatusChange> statuses,
        boolean followersHidden,
        boolean likesHidden,
        boolean commentsOff,
        Profile profile,
        long seed) {

    private static final int CANDIDATE_EVERY = 8;

    public Account {
        organizationIds = List.copyOf(organizationIds);
        handles = List.copyOf(handles);
        statuses = List.copyOf(statuses);
    }

    /** How sure rosters are of it: of every eighth account nobody verified whose it is. */
    public LinkEvidence evidence() {
        return index % CANDIDATE_EVERY == CANDIDATE_EVERY - 1 ? LinkEvidence.CANDIDATE : LinkEvidence.VERIFIED;
    }

    public boolean existsAt(Instant at) {
        return !createdAt.isAfter(at);
    }

    public String handleAt(Instant at) {
        String current = handles.get(0).name();
        for (Handle handle : handles) {
            if (!handle.from().isAfter(at)) {
                current = handle.name();
            }
        }
        return current;
    }

    /** ACTIVE, DEACTIVATED, SUSPENDED, NOT_FOUND (deleted), PRIVATE or MOVED. */
    public AccountStatus statusAt(Instant at) {
        AccountStatus current = AccountStatus.ACTIVE;
        for (StatusChange change : statuses) {
            if (!change.from().isAfter(at)) {
                current = change.status();
            }
        }
        return current;
    }

    /** Stable id of the account to which it has moved; NULL while it has not. */
    public @Nullable String movedToAt(Instant at) {
        String target = null;
        for (StatusChange change : statuses) {
            if (!change.from().isAfter(at)) {
                target = change.movedTo();
            }
        }
        return target;
    }

    /** Whether its posts can be read: it exists, and is neither hidden nor taken down nor deleted. */
    public boolean isReadableAt(Instant at) {
        AccountStatus status = statusAt(at);
        return existsAt(at) && (status == AccountStatus.ACTIVE || status == AccountStatus.MOVED);
    }

    /**
     * A name and the instant from which the account bears it.
     *
     * @param name without @; on Mastodon without the server
     */
    public record Handle(String name, Instant from) {}

    /**
     * A change of status.
     *
     * @param movedTo stable id of the account to which it moved; NULL unless the status is MOVED
     */
    public record StatusChange(
            Instant from, AccountStatus status, @Nullable String movedTo) {}

    /**
     * What the profile says.
     *
     * @param description NULL where it says nothing; so are website, phone, address and category
     */
    public record Profile(
            @Nullable String displayName,
            @Nullable String description,
            @Nullable String website,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String category,
            boolean hasAvatar,
            boolean isVerified) {}
}
