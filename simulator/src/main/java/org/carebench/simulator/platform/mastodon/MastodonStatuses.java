package org.carebench.simulator.platform.mastodon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.PostKind;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.World;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Statuses: of an account, by id, around one, and those that name an owned account. */
final class MastodonStatuses {

    private static final int USUAL = 20;
    private static final int MOST = 40;
    private static final int USUAL_NOTIFICATIONS = 40;
    private static final int MOST_NOTIFICATIONS = 80;
    private static final Set<String> TRUE = Set.of("true", "1", "on", "t");

    private final World world;
    private final MastodonViews views;
    private final MastodonAccounts accounts;
    private final MastodonAccess access;
    private final Conversation conversation;

    MastodonStatuses(World world, MastodonViews views, MastodonAccounts accounts, MastodonAccess access) {
        this.world = world;
        this.views = views;
        this.accounts = accounts;
        this.access = access;
        this.conversation = new Conversation(world);
    }

    Answer ofAccount(Request request) {
        access.check(request);
        Account account = accounts.known(request);
        Instant at = request.at();
        boolean silent = account.statusAt(at) == AccountStatus.SUSPENDED
                || account.statusAt(at) == AccountStatus.PRIVATE
                || isTrue(request, "pinned");
        List<Post> newestFirst = silent
                ? List.of()
                : world.posts(account, at).stream()
                        .filter(wanted(request))
                        .sorted(Comparator.comparing(Post::id, StatusPage.BY_ID).reversed())
                        .toList();
        StatusPage<Post> page = StatusPage.of(newestFirst, Post::id, request, USUAL, MOST);
        ArrayNode body = Json.array();
        ObjectNode author = views.account(account, at);
        page.items().forEach(post -> body.add(views.status(post, author, at)));
        Answer answer = Answer.ok(body)
                .about(account.stableId())
                .serving(page.items().stream().map(Post::id).toList());
        return page.linked(answer, Post::id, request);
    }

    private static Predicate<Post> wanted(Request request) {
        boolean boosts = !isTrue(request, "exclude_reblogs");
        boolean replies = !isTrue(request, "exclude_replies");
        boolean mediaOnly = isTrue(request, "only_media");
        return post -> (boosts || post.kind() != PostKind.REPOST)
                && (replies || post.kind() != PostKind.REPLY)
                && (!mediaOnly || (post.form() != Post.Form.TEXT && post.form() != Post.Form.LINK));
    }

    private static boolean isTrue(Request request, String parameter) {
        return TRUE.contains(request.query().first(parameter, "false"));
    }

    /** Leaves out, without a word, what is deleted or not known here. */
    Answer byIds(Request request) {
        access.check(request);
        ArrayNode body = Json.array();
        List<String> served = new ArrayList<>();
        Set<String> owners = new LinkedHashSet<>();
        for (String id : new LinkedHashSet<>(request.query().all("id[]"))) {
            find(id, request).ifPresent(found -> {
                body.add(found.view());
                served.add(id);
                owners.add(found.owner());
            });
        }
        return Answer.ok(body).about(owners).serving(served);
    }

    Answer byId(Request request) {
        access.check(request);
        String id = request.variable("id");
        Found found = find(id, request).orElseThrow(MastodonErrors::notFound);
        return Answer.ok(found.view()).about(found.owner()).serving(List.of(id));
    }

    private record Found(ObjectNode view, String owner) {}

    private Optional<Found> find(String id, Request request) {
        Instant at = request.at();
        Optional<Post> post = world.post(Platform.MASTODON, id, at).filter(found -> isHere(found.account(), request));
        if (post.isPresent()) {
            return post.map(
                    found -> new Found(views.status(found, at), found.account().stableId()));
        }
        return world.interaction(Platform.MASTODON, id, at)
                .filter(interaction -> isHere(interaction.account(), request))
                .map(interaction -> new Found(
                        views.interaction(interaction, conversation.answers(interaction, at), at),
                        interaction.account().stableId()));
    }

    private static boolean isHere(Account account, Request request) {
        return MastodonAccess.server(request).equals(account.homeServer()) && account.isReadableAt(request.at());
    }

    /** What stands above and below a status; without a token only the nearest part of it. */
    Answer context(Request request) {
        boolean known = access.check(request);
        Instant at = request.at();
        String id = request.variable("id");
        Found found = find(id, request).orElseThrow(MastodonErrors::notFound);
        ObjectNode body = Json.object();
        List<String> served = new ArrayList<>();
        add(body.putArray("ancestors"), conversation.above(id, known, at), request, served);
        add(body.putArray("descendants"), conversation.below(id, known, at), request, served);
        return Answer.ok(body).about(found.owner()).serving(served);
    }

    private void add(ArrayNode to, List<String> ids, Request request, List<String> served) {
        for (String id : ids) {
            find(id, request).ifPresent(found -> {
                to.add(found.view());
                served.add(id);
            });
        }
    }

    /** Mentions of an owned account, which on Mastodon include what answers its statuses. */
    Answer notifications(Request request) {
        Account account = access.owner(request);
        Instant at = request.at();
        List<String> types = request.query().all("types[]");
        boolean wanted = (types.isEmpty() || types.contains("mention"))
                && !request.query().all("exclude_types[]").contains("mention");
        List<Interaction> newestFirst = wanted ? conversation.mentions(account, at) : List.of();
        StatusPage<Interaction> page =
                StatusPage.of(newestFirst, Interaction::id, request, USUAL_NOTIFICATIONS, MOST_NOTIFICATIONS);
        ArrayNode body = Json.array();
        for (Interaction mention : page.items()) {
            ObjectNode status = views.interaction(mention, conversation.answers(mention, at), at);
            ObjectNode row = body.addObject()
                    .put("id", mention.id())
                    .put("type", "mention")
                    .put("created_at", status.get("created_at").asString());
            row.set("account", status.get("account").deepCopy());
            row.set("status", status);
        }
        Answer answer = Answer.ok(body)
                .about(account.stableId())
                .serving(page.items().stream().map(Interaction::id).toList());
        return page.linked(answer, Interaction::id, request);
    }
}
