package org.carebench.simulator.platform.mastodon;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.carebench.contract.dataset.AccountStatus;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Accounts and statuses as their home server shows them. */
final class MastodonViews {

    private final World world;

    MastodonViews(World world) {
        this.world = world;
    }

    ObjectNode account(Account account, Instant at) {
        String server = server(account);
        String user = account.handleAt(at);
        AccountStatus status = account.statusAt(at);
        boolean suspended = status == AccountStatus.SUSPENDED;
        Account.Profile profile = account.profile();
        ObjectNode view = Json.object()
                .put("id", account.stableId())
                .put("username", user)
                .put("acct", user)
                .put("display_name", suspended ? "" : Objects.requireNonNullElse(profile.displayName(), ""))
                .put("locked", status == AccountStatus.PRIVATE)
                .put("bot", false)
                .put("discoverable", true)
                .put("group", false)
                .put("created_at", midnight(account.createdAt()))
                .put("note", suspended ? "" : html(Objects.requireNonNullElse(profile.description(), "")))
                .put("url", "https://" + server + "/@" + user)
                .put("uri", "https://" + server + "/users/" + user);
        AccountCounters counters = world.counters(account, at);
        LocalDate last = suspended ? null : lastDay(account, at);
        view.put("followers_count", suspended ? 0 : counters.followers())
                .put("following_count", suspended ? 0 : counters.following())
                .put("statuses_count", suspended ? 0 : counters.posts() + counters.reposts())
                .put("last_status_at", last == null ? null : last.toString())
                .putNull("hide_collections");
        view.putArray("emojis");
        view.putArray("roles");
        ArrayNode fields = view.putArray("fields");
        String website = profile.website();
        if (website != null && !suspended) {
            fields.addObject()
                    .put("name", "Website")
                    .put("value", html(website))
                    .putNull("verified_at");
        }
        if (suspended) {
            view.put("suspended", true);
        }
        String movedTo = account.movedToAt(at);
        if (status == AccountStatus.MOVED && movedTo != null) {
            world.account(Platform.MASTODON, movedTo).ifPresent(next -> view.set("moved", account(next, at)));
        }
        return view;
    }

    private @Nullable LocalDate lastDay(Account account, Instant at) {
        return world.posts(account, at).stream()
                .map(Post::appearedAt)
                .max(Instant::compareTo)
                .map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate())
                .orElse(null);
    }

    /** Somebody of another server; the roles of such are not known here. */
    ObjectNode person(Person person) {
        String user = person.handle().split("@", 2)[0];
        ObjectNode view = Json.object()
                .put("id", person.id())
                .put("username", user)
                .put("acct", person.handle())
                .put("display_name", person.displayName())
                .put("locked", false)
                .put("bot", false)
                .put("note", "")
                .put("url", "https://people.example/@" + user)
                .put("uri", "https://people.example/users/" + user);
        view.putArray("fields");
        return view;
    }

    /** A status of a provider. */
    ObjectNode status(Post post, Instant at) {
        return status(post, account(post.account(), at), at);
    }

    /** A status of a provider; what it only passes on is within it, and the counters are not its own. */
    ObjectNode status(Post post, ObjectNode author, Instant at) {
        PostCounters counters = world.counters(post, at);
        Instant edited = post.editedAt();
        ForeignPost about = post.about();
        boolean boost = post.kind() == PostKind.REPOST;
        Optional<Answered> answered = answered(post, at);
        String address = server(post.account()) + "/@" + post.account().handleAt(at) + "/" + post.id();
        ObjectNode view = status(post.id(), post.appearedAt(), post.language(), address)
                .put("edited_at", edited == null || edited.isAfter(at) ? null : IsoTime.milliseconds(edited))
                .put("in_reply_to_id", answered.map(Answered::id).orElse(null))
                .put("in_reply_to_account_id", answered.map(Answered::account).orElse(null))
                .put("content", boost ? "" : html(world.text(post, at)))
                .put("replies_count", boost ? 0 : counters.comments())
                .put("reblogs_count", boost ? 0 : counters.shares())
                .put("favourites_count", boost ? 0 : counters.likes())
                .put("quotes_count", boost ? 0 : counters.quotes());
        view.set("account", author);
        if (about != null && boost) {
            view.set("reblog", foreign(about));
        } else if (about != null) {
            ObjectNode quote = view.putObject("quote").put("state", "accepted");
            quote.set("quoted_status", foreign(about));
        }
        addMedia(view.putArray("media_attachments"), post);
        return view;
    }

    private record Answered(String id, @Nullable String account) {}

    /** What a reply answers; the reference goes when that is deleted. */
    private Optional<Answered> answered(Post post, Instant at) {
        String parent = post.replyToId();
        if (parent == null || post.kind() != PostKind.REPLY) {
            return Optional.empty();
        }
        return find(parent, at);
    }

    private Optional<Answered> find(String id, Instant at) {
        return world.post(Platform.MASTODON, id, at)
                .map(post -> new Answered(id, post.account().stableId()))
                .or(() -> world.interaction(Platform.MASTODON, id, at)
                        .map(interaction -> new Answered(id, authorId(interaction))));
    }

    private static String authorId(Interaction interaction) {
        Person person = interaction.author();
        return person == null ? interaction.account().stableId() : person.id();
    }

    ObjectNode interaction(Interaction interaction, long answers, Instant at) {
        Person person = interaction.author();
        String parent = interaction.parentId();
        Optional<Answered> answered = parent == null ? Optional.empty() : find(parent, at);
        String address = person == null
                ? server(interaction.account()) + "/@" + interaction.account().handleAt(at) + "/" + interaction.id()
                : "people.example/@" + person.handle().split("@", 2)[0] + "/" + interaction.id();
        ObjectNode view = status(interaction.id(), interaction.createdAt(), interaction.language(), address)
                .putNull("edited_at")
                .put("in_reply_to_id", answered.map(Answered::id).orElse(null))
                .put("in_reply_to_account_id", answered.map(Answered::account).orElse(null))
                .put("content", html(interaction.text()))
                .put("replies_count", answers)
                .put("reblogs_count", 0)
                .put("favourites_count", interaction.likes())
                .put("quotes_count", 0);
        view.set("account", person == null ? account(interaction.account(), at) : person(person));
        Account mentioned = interaction.account();
        if (person != null) {
            view.putArray("mentions")
                    .addObject()
                    .put("id", mentioned.stableId())
                    .put("username", mentioned.handleAt(at))
                    .put("acct", mentioned.handleAt(at))
                    .put("url", "https://" + server(mentioned) + "/@" + mentioned.handleAt(at));
        }
        return view;
    }

    ObjectNode discussion(Discussion discussion) {
        ObjectNode view = status(
                        discussion.id(),
                        discussion.createdAt(),
                        discussion.language(),
                        address(discussion.author(), discussion.id()))
                .putNull("edited_at")
                .putNull("in_reply_to_id")
                .putNull("in_reply_to_account_id")
                .put("content", html(discussion.text()))
                .put("replies_count", discussion.comments())
                .put("reblogs_count", discussion.shares())
                .put("favourites_count", discussion.likes())
                .put("quotes_count", 0);
        view.set("account", person(discussion.author()));
        return view;
    }

    private ObjectNode foreign(ForeignPost post) {
        ObjectNode view = status(post.id(), post.createdAt(), post.language(), address(post.author(), post.id()))
                .putNull("edited_at")
                .putNull("in_reply_to_id")
                .putNull("in_reply_to_account_id")
                .put("content", html(post.text()))
                .put("replies_count", post.comments())
                .put("reblogs_count", post.shares())
                .put("favourites_count", post.likes())
                .put("quotes_count", 0);
        view.set("account", person(post.author()));
        return view;
    }

    private static String address(Person author, String id) {
        return "people.example/@" + author.handle().split("@", 2)[0] + "/" + id;
    }

    private static ObjectNode status(String id, Instant createdAt, String language, String address) {
        ObjectNode view = Json.object()
                .put("id", id)
                .put("created_at", IsoTime.milliseconds(createdAt))
                .put("sensitive", false)
                .put("spoiler_text", "")
                .put("visibility", "public")
                .put("language", language)
                .put("uri", "https://" + address)
                .put("url", "https://" + address)
                .putNull("reblog")
                .putNull("quote")
                .putNull("card")
                .putNull("poll");
        view.putArray("media_attachments");
        view.putArray("mentions");
        view.putArray("tags");
        view.putArray("emojis");
        return view;
    }

    private static void addMedia(ArrayNode media, Post post) {
        String type = switch (post.form()) {
            case PHOTO, ALBUM -> "image";
            case VIDEO, SHORT_VIDEO -> "video";
            case TEXT, LINK -> null;
        };
        if (type != null && post.kind() != PostKind.REPOST) {
            media.addObject()
                    .put("id", post.id() + "1")
                    .put("type", type)
                    .put("url", "https://files.example.test/" + post.id());
        }
    }

    private static String html(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return text.isEmpty() ? "" : "<p>" + escaped + "</p>";
    }

    /** Servers do not tell the time of day at which an account was made. */
    private static String midnight(Instant createdAt) {
        return IsoTime.milliseconds(createdAt
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant());
    }

    static String server(Account account) {
        return Objects.requireNonNullElse(account.homeServer(), "");
    }
}
