package org.carebench.simulator.platform.bluesky;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

/** Accounts and posts of the world as the AppView shows them. */
final class BlueskyViews {

    private static final String POSTS = "/app.bsky.feed.post/";
    private static final String REPOSTS = "/app.bsky.feed.repost/";
    private static final String POST_VIEW = "app.bsky.feed.defs#postView";

    private final World world;

    BlueskyViews(World world) {
        this.world = world;
    }

    /** Address of the record by which an account passes on a post of somebody else. */
    static String repostUri(Post repost) {
        return repost.id().replace(POSTS, REPOSTS);
    }

    ObjectNode profile(Account account, Instant at) {
        Account.Profile profile = account.profile();
        AccountCounters counters = world.counters(account, at);
        ObjectNode view = identity(account, at);
        ObjectNode associated = Json.object()
                .put("lists", 0)
                .put("feedgens", 0)
                .put("starterPacks", 0)
                .put("labeler", false);
        associated.set("activitySubscription", Json.object().put("allowSubscriptions", "followers"));
        view.set("associated", associated);
        view.set("labels", Json.array());
        if (hasProfileRecord(account)) {
            view.put("createdAt", IsoTime.milliseconds(account.createdAt()));
            if (profile.description() != null) {
                view.put("description", profile.description());
            }
            view.put("indexedAt", IsoTime.milliseconds(account.createdAt()));
        }
        return view.put("followersCount", counters.followers())
                .put("followsCount", counters.following())
                .put("postsCount", counters.posts());
    }

    ObjectNode author(Account account, Instant at) {
        ObjectNode view = withoutAssociations(identity(account, at));
        if (hasProfileRecord(account)) {
            view.put("createdAt", IsoTime.milliseconds(account.createdAt()));
        }
        return view;
    }

    ObjectNode author(Person person) {
        return withoutAssociations(Json.object()
                .put("did", person.id())
                .put("handle", person.handle())
                .put("displayName", person.displayName()));
    }

    private static ObjectNode identity(Account account, Instant at) {
        ObjectNode view = Json.object().put("did", account.stableId()).put("handle", account.handleAt(at));
        String displayName = account.profile().displayName();
        if (displayName != null) {
            view.put("displayName", displayName);
        }
        if (account.profile().hasAvatar()) {
            view.put("avatar", "https://cdn.example.test/avatar/" + account.stableId());
        }
        return view;
    }

    private static ObjectNode withoutAssociations(ObjectNode identity) {
        ObjectNode associated = Json.object();
        associated.set("activitySubscription", Json.object().put("allowSubscriptions", "followers"));
        identity.set("associated", associated);
        identity.set("labels", Json.array());
        return identity;
    }

    /** An account that never wrote a profile has neither name nor description, and no time of creation either. */
    private static boolean hasProfileRecord(Account account) {
        return account.profile().displayName() != null || account.profile().description() != null;
    }

    /** A post of a provider, with its counters; for what it only passes on see {@link #foreign}. */
    ObjectNode post(Post post, Instant at) {
        PostCounters counters = world.counters(post, at);
        ObjectNode view = Json.object().put("uri", post.id()).put("cid", Cid.of(post.id()));
        view.set("author", author(post.account(), at));
        view.set("record", record(post, at));
        ObjectNode embed = BlueskyEmbeds.view(post, this);
        if (embed != null) {
            view.set("embed", embed);
        }
        return counted(
                view,
                counters.saves(),
                counters.comments(),
                counters.shares(),
                counters.likes(),
                counters.quotes(),
                post.createdAt());
    }

    /** The record as its author wrote it. */
    ObjectNode record(Post post, Instant at) {
        ObjectNode record = record(world.text(post, at), post.language(), post.createdAt());
        String parent = post.replyToId();
        if (post.kind() == PostKind.REPLY && parent != null) {
            record.set("reply", reply(post.conversationId(), parent));
        }
        ObjectNode embed = BlueskyEmbeds.record(post);
        if (embed != null) {
            record.set("embed", embed);
        }
        return record;
    }

    ObjectNode foreign(ForeignPost post) {
        ObjectNode view = Json.object().put("uri", post.id()).put("cid", Cid.of(post.id()));
        view.set("author", author(post.author()));
        view.set("record", record(post.text(), post.language(), post.createdAt()));
        return counted(view, 0, post.comments(), post.shares(), post.likes(), 0, post.createdAt());
    }

    /** What somebody wrote to a provider, or the provider answered. */
    ObjectNode interaction(Interaction interaction, Instant at) {
        Person person = interaction.author();
        ObjectNode view = Json.object().put("uri", interaction.id()).put("cid", Cid.of(interaction.id()));
        view.set("author", person == null ? author(interaction.account(), at) : author(person));
        view.set("record", record(interaction));
        String about = interaction.postId();
        if (interaction.kind() == InteractionKind.QUOTE && about != null) {
            world.post(Platform.BLUESKY, about, at)
                    .ifPresent(quoted -> view.set("embed", BlueskyEmbeds.quoteView(quotedView(quoted, at))));
        }
        return counted(view, 0, answers(interaction, at), 0, interaction.likes(), 0, interaction.createdAt());
    }

    /** The record of what somebody wrote. */
    ObjectNode record(Interaction interaction) {
        ObjectNode record = record(interaction.text(), interaction.language(), interaction.createdAt());
        String parent = interaction.parentId();
        if (interaction.kind() == InteractionKind.QUOTE) {
            String quoted = interaction.postId();
            if (quoted != null) {
                record.set("embed", BlueskyEmbeds.quoteRecord(quoted));
            }
        } else if (parent != null) {
            record.set("reply", reply(interaction.conversationId(), parent));
        }
        if (interaction.kind() == InteractionKind.MENTION) {
            mark(record, interaction);
        }
        return record;
    }

    ObjectNode discussion(Discussion discussion) {
        ObjectNode view = Json.object().put("uri", discussion.id()).put("cid", Cid.of(discussion.id()));
        view.set("author", author(discussion.author()));
        view.set("record", record(discussion.text(), discussion.language(), discussion.createdAt()));
        return counted(
                view, 0, discussion.comments(), discussion.shares(), discussion.likes(), 0, discussion.createdAt());
    }

    /** Whatever stands at an address and can be read. */
    Optional<ObjectNode> find(String uri, Instant at) {
        Optional<Post> post = world.post(Platform.BLUESKY, uri, at)
                .filter(found ->
                        found.kind() != PostKind.REPOST && found.account().isReadableAt(at));
        if (post.isPresent()) {
            return post.map(found -> post(found, at));
        }
        Optional<Interaction> interaction = world.interaction(Platform.BLUESKY, uri, at)
                .filter(found -> !found.isByOwner() || found.account().isReadableAt(at));
        if (interaction.isPresent()) {
            return interaction.map(found -> interaction(found, at));
        }
        return world.discussion(Platform.BLUESKY, uri, at).map(this::discussion);
    }

    /** Whatever stands at an address, as part of an answer; the lexicon's "not found" where nothing does. */
    ObjectNode findOrNotFound(String uri, Instant at) {
        return find(uri, at)
                .map(view -> view.put("$type", POST_VIEW))
                .orElseGet(() -> Json.object()
                        .put("uri", uri)
                        .put("notFound", true)
                        .put("$type", "app.bsky.feed.defs#notFoundPost"));
    }

    private ObjectNode quotedView(Post quoted, Instant at) {
        PostCounters counters = world.counters(quoted, at);
        ObjectNode view = Json.object().put("uri", quoted.id()).put("cid", Cid.of(quoted.id()));
        view.set("author", author(quoted.account(), at));
        view.set("value", record(quoted, at));
        view.set("labels", Json.array());
        view.put("likeCount", counters.likes())
                .put("replyCount", counters.comments())
                .put("repostCount", counters.shares())
                .put("quoteCount", counters.quotes())
                .put("indexedAt", IsoTime.milliseconds(quoted.createdAt()));
        view.set("embeds", Json.array());
        return view.put("$type", "app.bsky.embed.record#viewRecord");
    }

    private long answers(Interaction interaction, Instant at) {
        return BlueskyThreads.answersTo(world, interaction, at).size();
    }

    private static ObjectNode record(String text, String language, Instant createdAt) {
        ObjectNode record = Json.object().put("text", text).put("$type", "app.bsky.feed.post");
        record.set("langs", Json.texts(List.of(language)));
        return record.put("createdAt", IsoTime.milliseconds(createdAt));
    }

    private static ObjectNode reply(String root, String parent) {
        ObjectNode reply = Json.object();
        reply.set("root", reference(root));
        reply.set("parent", reference(parent));
        return reply;
    }

    static ObjectNode reference(String uri) {
        return Json.object().put("cid", Cid.of(uri)).put("uri", uri);
    }

    /** Marks the name as it was when the text was written. Facets count bytes of UTF-8, not characters. */
    private static void mark(ObjectNode record, Interaction mention) {
        Account mentioned = mention.account();
        String text = mention.text();
        String name = "@" + mentioned.handleAt(mention.createdAt());
        int begin = text.indexOf(name);
        int first = begin < 0 ? 0 : bytes(text.substring(0, begin));
        int last = begin < 0 ? bytes(text) : first + bytes(name);
        ObjectNode facet = Json.object();
        facet.set("index", Json.object().put("byteEnd", last).put("byteStart", first));
        facet.putArray("features")
                .addObject()
                .put("did", mentioned.stableId())
                .put("$type", "app.bsky.richtext.facet#mention");
        record.putArray("facets").add(facet);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static ObjectNode counted(
            ObjectNode view, long bookmarks, long replies, long reposts, long likes, long quotes, Instant indexedAt) {
        view.put("bookmarkCount", bookmarks)
                .put("replyCount", replies)
                .put("repostCount", reposts)
                .put("likeCount", likes)
                .put("quoteCount", quotes)
                .put("indexedAt", IsoTime.milliseconds(indexedAt));
        view.set("labels", Json.array());
        return view;
    }

    /** The account that a DID or a handle means; null where nobody is known by it. */
    @Nullable Account actor(String identifier, Instant at) {
        Optional<Account> found = identifier.startsWith("did:")
                ? world.account(Platform.BLUESKY, identifier)
                : world.accountByHandle(Platform.BLUESKY, identifier, at);
        return found.filter(account -> account.existsAt(at)).orElse(null);
    }

    /** An address with the DID in place of a handle. */
    String withDid(String uri, Instant at) {
        String[] parts = uri.substring("at://".length()).split("/", 2);
        if (parts[0].startsWith("did:")) {
            return uri;
        }
        Account account = actor(parts[0], at);
        return account == null || parts.length == 1 ? uri : "at://" + account.stableId() + "/" + parts[1];
    }
}
