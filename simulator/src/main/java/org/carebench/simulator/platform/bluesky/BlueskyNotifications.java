package org.carebench.simulator.platform.bluesky;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Refusal;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.platform.IsoTime;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Person;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What others did with an owned account: mentions, replies and quotes, newest first. */
final class BlueskyNotifications {

    private final World world;
    private final BlueskyViews views;
    private final BlueskySessions sessions;

    BlueskyNotifications(World world, BlueskyViews views, BlueskySessions sessions) {
        this.world = world;
        this.views = views;
        this.sessions = sessions;
    }

    Answer listNotifications(Request request) {
        Account account = sessions.owner(request);
        XrpcParameters parameters = new XrpcParameters("app.bsky.notification.listNotifications", request);
        int limit = parameters.limit();
        Instant before = before(request.query().first("cursor"));
        List<String> reasons = request.query().all("reasons");
        Instant at = request.at();
        ObjectNode body = Json.object();
        ArrayNode rows = body.putArray("notifications");
        List<Interaction> page = account.isReadableAt(at)
                ? all(account, at).stream()
                        .filter(interaction ->
                                before == null || interaction.createdAt().toEpochMilli() < before.toEpochMilli())
                        .filter(interaction -> reasons.isEmpty() || reasons.contains(reason(interaction)))
                        .sorted(Comparator.comparing(Interaction::createdAt).reversed())
                        .limit(limit)
                        .toList()
                : List.of();
        page.forEach(interaction -> rows.add(row(interaction)));
        if (page.size() == limit) {
            body.put("cursor", IsoTime.milliseconds(page.get(limit - 1).createdAt()));
        }
        return Answer.ok(body.put("priority", false))
                .about(account.stableId())
                .serving(page.stream().map(Interaction::id).toList());
    }

    private static @Nullable Instant before(@Nullable String cursor) {
        try {
            return cursor == null ? null : Instant.parse(cursor);
        } catch (DateTimeParseException e) {
            throw new Refusal(XrpcError.internal());
        }
    }

    private List<Interaction> all(Account account, Instant at) {
        List<Interaction> all =
                new ArrayList<>(world.mentions(account, world.scenario().begin(), at, at));
        for (Post post : world.posts(account, at)) {
            if (post.kind() == PostKind.ORIGINAL || post.kind() == PostKind.QUOTE) {
                all.addAll(world.comments(post, at));
                all.addAll(world.quotes(post, at));
            }
        }
        all.removeIf(Interaction::isByOwner);
        return all;
    }

    private static String reason(Interaction interaction) {
        if (interaction.kind() == InteractionKind.QUOTE) {
            return "quote";
        }
        return interaction.kind() == InteractionKind.MENTION ? "mention" : "reply";
    }

    private ObjectNode row(Interaction interaction) {
        ObjectNode row = Json.object().put("uri", interaction.id()).put("cid", Cid.of(interaction.id()));
        Person person = interaction.author();
        if (person != null) {
            row.set("author", views.author(person));
        }
        row.put("reason", reason(interaction));
        String subject = interaction.parentId();
        if (subject != null) {
            row.put("reasonSubject", subject);
        }
        row.set("record", views.record(interaction));
        row.put("isRead", false).put("indexedAt", IsoTime.milliseconds(interaction.createdAt()));
        row.set("labels", Json.array());
        return row;
    }
}
