package org.carebench.simulator.platform.x;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.platform.IsoTime;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.AccountCounters;
import org.carebench.simulator.world.Discussion;
import org.carebench.simulator.world.ForeignPost;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Person;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.PostCounters;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Users and posts with the fields that were asked for; a field that is empty is left out. */
final class XViews {

    private static final Set<String> USUAL_USER = Set.of("id", "name", "username");
    private static final int IMPRESSIONS_PER_LIKE = 40;

    private final World world;

    XViews(World world) {
        this.world = world;
    }

    /** Who wrote something: an id, and what is shown of it when it is asked for. */
    record Author(String id, ObjectNode user) {}

    ObjectNode user(Account account, Set<String> fields, Spelling spelling, Instant at) {
        AccountCounters counters = world.counters(account, at);
        ObjectNode user = Json.object()
                .put("id", account.stableId())
                .put("name", account.profile().displayName())
                .put("username", account.handleAt(at))
                .put("created_at", IsoTime.milliseconds(account.createdAt()))
                .put("description", account.profile().description())
                .put("url", account.profile().website())
                .put("protected", account.statusAt(at) == AccountStatus.PRIVATE)
                .put("verified", account.profile().isVerified());
        user.set(
                "public_metrics",
                Json.object()
                        .put("followers_count", counters.followers())
                        .put("following_count", counters.following())
                        .put(spelling.postCount(), counters.posts() + counters.reposts())
                        .put("listed_count", counters.followers() / 200)
                        .putNull("like_count")
                        .put("media_count", counters.posts() / 3));
        return keep(user, fields, USUAL_USER);
    }

    private static ObjectNode user(Person person, Set<String> fields) {
        return keep(
                Json.object()
                        .put("id", person.id())
                        .put("name", person.displayName())
                        .put("username", person.handle())
                        .put("protected", false)
                        .put("verified", false),
                fields,
                USUAL_USER);
    }

    Author author(Account account, Set<String> fields, Spelling spelling, Instant at) {
        return new Author(account.stableId(), user(account, fields, spelling, at));
    }

    static Author author(Person person, Set<String> fields) {
        return new Author(person.id(), user(person, fields));
    }

    ObjectNode post(Post post, Set<String> fields, Spelling spelling, Instant at) {
        PostCounters counters = world.counters(post, at);
        ForeignPost about = post.about();
        boolean repost = post.kind() == PostKind.REPOST && about != null;
        String text =
                repost && about != null ? "RT @" + about.author().handle() + ": " + about.text() : world.text(post, at);
        ObjectNode view = post(
                post.id(), text, post.account().stableId(), post.createdAt(), post.conversationId(), post.language());
        metrics(
                view,
                spelling,
                counters.shares(),
                counters.comments(),
                counters.likes(),
                counters.quotes(),
                counters.saves(),
                counters.impressions());
        String parent = post.replyToId();
        if (about != null) {
            reference(view, spelling, repost ? "retweeted" : "quoted", about.id());
        } else if (post.kind() == PostKind.REPLY && parent != null) {
            reference(view, spelling, "replied_to", parent);
            world.interaction(Platform.X, parent, at)
                    .ifPresent(answered -> view.put("in_reply_to_user_id", authorId(answered)));
        }
        return keep(view, fields, usualPost(spelling)).put("text", text);
    }

    ObjectNode interaction(Interaction interaction, long answers, Set<String> fields, Spelling spelling, Instant at) {
        ObjectNode view = post(
                interaction.id(),
                interaction.text(),
                authorId(interaction),
                interaction.createdAt(),
                interaction.conversationId(),
                interaction.language());
        metrics(
                view,
                spelling,
                0,
                answers,
                interaction.likes(),
                0,
                0,
                (interaction.likes() + 1L) * IMPRESSIONS_PER_LIKE);
        String parent = interaction.parentId();
        String quoted = interaction.postId();
        if (interaction.kind() == InteractionKind.QUOTE && quoted != null) {
            reference(view, spelling, "quoted", quoted);
        } else if (parent != null) {
            reference(view, spelling, "replied_to", parent);
            addressee(parent, at).ifPresent(id -> view.put("in_reply_to_user_id", id));
        }
        return keep(view, fields, usualPost(spelling));
    }

    private Optional<String> addressee(String parent, Instant at) {
        return world.post(Platform.X, parent, at)
                .map(post -> post.account().stableId())
                .or(() -> world.interaction(Platform.X, parent, at).map(XViews::authorId));
    }

    private static String authorId(Interaction interaction) {
        Person person = interaction.author();
        return person == null ? interaction.account().stableId() : person.id();
    }

    static ObjectNode discussion(Discussion discussion, Set<String> fields, Spelling spelling) {
        ObjectNode view = post(
                discussion.id(),
                discussion.text(),
                discussion.author().id(),
                discussion.createdAt(),
                discussion.id(),
                discussion.language());
        metrics(
                view,
                spelling,
                discussion.shares(),
                discussion.comments(),
                discussion.likes(),
                0,
                0,
                (discussion.likes() + 1) * IMPRESSIONS_PER_LIKE);
        return keep(view, fields, usualPost(spelling));
    }

    private static ObjectNode post(
            String id, String text, String author, Instant createdAt, String conversation, String language) {
        return Json.object()
                .put("id", id)
                .put("text", text)
                .put("author_id", author)
                .put("created_at", IsoTime.milliseconds(createdAt))
                .put("conversation_id", conversation)
                .put("lang", language)
                .put("possibly_sensitive", false);
    }

    private static void metrics(
            ObjectNode view,
            Spelling spelling,
            long reposts,
            long replies,
            long likes,
            long quotes,
            long bookmarks,
            long impressions) {
        view.putArray(spelling.editHistory()).add(view.get("id").asString());
        view.set(
                "public_metrics",
                Json.object()
                        .put(spelling.repostCount(), reposts)
                        .put("reply_count", replies)
                        .put("like_count", likes)
                        .put("quote_count", quotes)
                        .put("bookmark_count", bookmarks)
                        .put("impression_count", impressions));
    }

    private static void reference(ObjectNode view, Spelling spelling, String type, String id) {
        view.putArray(spelling.referenced()).addObject().put("type", type).put("id", id);
    }

    private static Set<String> usualPost(Spelling spelling) {
        return Set.of("id", "text", spelling.editHistory());
    }

    private static ObjectNode keep(ObjectNode view, Set<String> asked, Set<String> usual) {
        view.removeIf(value -> value.isNull());
        view.properties()
                .removeIf(property -> !asked.contains(property.getKey()) && !usual.contains(property.getKey()));
        return view;
    }

    /** A user who can be looked up; protected ones can, closed ones cannot. */
    static boolean isShown(@Nullable Account account, Instant at) {
        return account != null
                && account.existsAt(at)
                && (account.isReadableAt(at) || account.statusAt(at) == AccountStatus.PRIVATE);
    }
}
