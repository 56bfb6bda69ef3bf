package org.carebench.simulator.platform.youtube;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.platform.IsoTime;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.AccountCounters;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.World;
import tools.jackson.databind.node.ObjectNode;

/** Channels by id or handle. */
final class YouTubeChannels {

    private static final Set<String> PARTS = Set.of("id", "snippet", "statistics", "contentDetails", "status");

    private final World world;

    YouTubeChannels(World world) {
        this.world = world;
    }

    Answer list(Request request) {
        YouTubeParameters parameters = new YouTubeParameters("channel", request);
        Set<String> parts = parameters.parts(PARTS);
        List<String> ids = parameters.ids("id");
        String handle = request.query().first("forHandle");
        if (ids.isEmpty() && handle == null) {
            throw parameters.missing("id");
        }
        List<Account> found = handle == null
                ? ids.stream()
                        .distinct()
                        .flatMap(id -> readable(id, request.at()).stream())
                        .toList()
                : byHandle(handle, request.at()).stream().toList();
        List<String> served = found.stream().map(Account::stableId).toList();
        return Answer.ok(parameters.found(found.stream()
                        .map(account -> YouTubeParameters.keep(channel(account, request.at()), parts))
                        .toList()))
                .about(handle == null ? ids : served)
                .serving(served);
    }

    /** A channel that exists and is not closed. */
    Optional<Account> readable(String id, Instant at) {
        return world.account(Platform.YOUTUBE, id).filter(account -> account.isReadableAt(at));
    }

    private Optional<Account> byHandle(String handle, Instant at) {
        return world.accountByHandle(Platform.YOUTUBE, handle.startsWith("@") ? handle.substring(1) : handle, at)
                .filter(account -> account.isReadableAt(at));
    }

    static String uploads(Account account) {
        return "UU" + account.stableId().substring(2);
    }

    private ObjectNode channel(Account account, Instant at) {
        AccountCounters counters = world.counters(account, at);
        ObjectNode item = Json.object()
                .put("kind", "youtube#channel")
                .put("etag", "c" + account.index())
                .put("id", account.stableId());
        item.set(
                "snippet",
                Json.object()
                        .put(
                                "title",
                                Objects.requireNonNullElse(account.profile().displayName(), ""))
                        .put(
                                "description",
                                Objects.requireNonNullElse(account.profile().description(), ""))
                        .put("customUrl", "@" + account.handleAt(at))
                        .put("publishedAt", IsoTime.seconds(account.createdAt()))
                        .put("country", "US"));
        ObjectNode contents = Json.object();
        contents.set("relatedPlaylists", Json.object().put("likes", "").put("uploads", uploads(account)));
        item.set("contentDetails", contents);
        ObjectNode statistics = Json.object()
                .put("viewCount", Long.toString(counters.viewsTotal()))
                .put("hiddenSubscriberCount", account.followersHidden())
                .put("videoCount", Long.toString(counters.posts()));
        if (!account.followersHidden()) {
            statistics.put("subscriberCount", Long.toString(rounded(counters.followers())));
        } else if (account.index() % 2 == 0) {
            // A hidden number is missing or 0; the flag says that it means nothing.
            statistics.put("subscriberCount", "0");
        }
        item.set("statistics", statistics);
        item.set("status", Json.object().put("privacyStatus", "public").put("isLinked", true));
        return item;
    }

    /** Three significant figures, rounded down. */
    static long rounded(long subscribers) {
        long step = 1;
        while (subscribers / step >= 1_000) {
            step *= 10;
        }
        return subscribers / step * step;
    }
}
