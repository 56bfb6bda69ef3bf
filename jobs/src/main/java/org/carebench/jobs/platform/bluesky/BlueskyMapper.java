package org.carebench.jobs.platform.bluesky;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.UnreadableItemException;
import org.jspecify.annotations.Nullable;

/** Items of Bluesky's answers. */
final class BlueskyMapper {

    /** What the network writes for an account whose handle does not lead back to it. */
    private static final String NO_HANDLE = "handle.invalid";

    private static final String REPOST = "app.bsky.feed.defs#reasonRepost";
    private static final String MENTION = "app.bsky.richtext.facet#mention";
    private static final String EMBED = "app.bsky.embed.";

    AccountReading account(Fields profile) {
        String handle =
                profile.text("handle").filter(name -> !name.equals(NO_HANDLE)).orElse(null);
        return new AccountReading(
                profile.requiredText("did"),
                handle,
                profile.optionalText("displayName"),
                AccountStatus.ACTIVE,
                null,
                new AccountReading.Profile(
                        profile.text("description").isPresent(),
                        // Not every AppView knows the field.
                        profile.isAbsent("website") ? null : true,
                        profile.text("avatar").isPresent(),
                        isVerified(profile.at("verification")),
                        null,
                        null,
                        null),
                accountCounters(profile));
    }

    /** An account that is closed: its counters are not known, and certainly not 0. */
    AccountReading closed(String did, AccountStatus status) {
        return new AccountReading(
                did, null, null, status, null, AccountReading.Profile.UNKNOWN, accountCounters(Fields.of(null)));
    }

    /** An item of an account's feed: a post of its own, or one that it passed on. */
    PostReading feedItem(String did, Fields item) {
        Fields post = item.at("post");
        Fields reason = item.at("reason");
        String author = author(post, uri(post.requiredText("uri")));
        if (reason.text("$type").filter(REPOST::equals).isPresent() || !author.equals(did)) {
            return repost(did, post, reason);
        }
        return post(post);
    }

    PostReading post(Fields post) {
        String id = post.requiredText("uri");
        BlueskyUri uri = uri(id);
        Fields written = post.at("record");
        String parent = written.at("reply", "parent").optionalText("uri");
        String quoted = quoted(written).orElse(null);
        return new PostReading(
                id,
                parent != null ? PostKind.REPLY : quoted != null ? PostKind.QUOTE : PostKind.ORIGINAL,
                publishedAt(post),
                null,
                uri.permalink(),
                language(written),
                parent != null ? parent : quoted,
                parent != null ? written.at("reply", "root").optionalText("uri") : id,
                contentForm(written.at("embed")),
                null,
                written.optionalText("text"),
                null,
                postCounters(post));
    }

    /**
     * An answer below a post of the account.
     *
     * @param asked post whose thread was read
     */
    InteractionReading reply(BlueskyUri asked, String askedId, Fields post) {
        String root = post.at("record", "reply", "root").requiredText("uri");
        String parent = post.at("record", "reply", "parent").requiredText("uri");
        // The same answer is found below every post of the account above it; it always names the first of them.
        return answer(asked.did(), isBy(asked.did(), root) ? root : askedId, parent, post);
    }

    /** A post that quotes a post of the account. */
    InteractionReading quote(BlueskyUri asked, String askedId, Fields post) {
        Optional<InteractionReading> answer = answerToOwner(asked.did(), post);
        return answer.orElseGet(() -> interaction(asked.did(), InteractionKind.QUOTE, askedId, null, post));
    }

    /** A post or notification of somebody who names, answers or quotes the account. */
    InteractionReading mention(String did, Fields post) {
        String parent = post.at("record", "reply", "parent").optionalText("uri");
        return answerToOwner(did, post)
                .or(() -> quoted(post.at("record"))
                        .filter(quoted -> isBy(did, quoted))
                        .map(quoted -> interaction(did, InteractionKind.QUOTE, quoted, null, post)))
                .orElseGet(() -> interaction(did, InteractionKind.MENTION, null, parent, post));
    }

    /** Whether a text names an account: the name alone, without a link to the account, does not. */
    boolean names(String did, Fields post) {
        return post.at("record").items("facets").stream()
                .flatMap(facet -> facet.items("features").stream())
                .anyMatch(
                        feature -> feature.text("$type").filter(MENTION::equals).isPresent()
                                && feature.text("did").filter(did::equals).isPresent());
    }

    private PostReading repost(String did, Fields post, Fields reason) {
        String original = post.requiredText("uri");
        Instant passedOn = reason.instant("indexedAt").orElseGet(() -> publishedAt(post));
        return new PostReading(
                reason.text("uri").orElse(did + "#" + original),
                PostKind.REPOST,
                passedOn,
                null,
                uri(original).permalink(),
                language(post.at("record")),
                original,
                null,
                contentForm(post.at("record", "embed")),
                null,
                null,
                null,
                postCounters(post).withheld(MeasureState.NOT_APPLICABLE));
    }

    private static Optional<InteractionReading> answerToOwner(String did, Fields post) {
        String parent = post.at("record", "reply", "parent").optionalText("uri");
        String root = post.at("record", "reply", "root").optionalText("uri");
        if (parent == null) {
            return Optional.empty();
        }
        if (root != null && isBy(did, root)) {
            return Optional.of(answer(did, root, parent, post));
        }
        return isBy(did, parent) ? Optional.of(answer(did, parent, parent, post)) : Optional.empty();
    }

    private static InteractionReading answer(String did, String under, String parent, Fields post) {
        InteractionKind kind = parent.equals(under) ? InteractionKind.COMMENT : InteractionKind.REPLY;
        return interaction(did, kind, under, parent, post);
    }

    private static InteractionReading interaction(
            String did, InteractionKind kind, @Nullable String under, @Nullable String parent, Fields post) {
        String id = post.requiredText("uri");
        String author = author(post, uri(id));
        Fields written = post.at("record");
        return new InteractionReading(
                id,
                kind,
                under,
                parent,
                author,
                author.equals(did),
                publishedAt(post),
                written.optionalText("text"),
                language(written),
                postCounters(post));
    }

    private static Counters accountCounters(Fields profile) {
        return Counters.of(BlueskyConnector.PLATFORM)
                .read(Counter.FOLLOWERS, profile, "followersCount", MeasureState.NOT_AVAILABLE)
                .read(Counter.FOLLOWING, profile, "followsCount", MeasureState.NOT_AVAILABLE)
                .read(Counter.POSTS, profile, "postsCount", MeasureState.NOT_AVAILABLE)
                .build();
    }

    private static Counters postCounters(Fields post) {
        return Counters.of(BlueskyConnector.PLATFORM)
                .read(Counter.LIKES, post, "likeCount", MeasureState.NOT_AVAILABLE)
                .read(Counter.COMMENTS, post, "replyCount", MeasureState.NOT_AVAILABLE)
                .read(Counter.SHARES, post, "repostCount", MeasureState.NOT_AVAILABLE)
                .read(Counter.QUOTES, post, "quoteCount", MeasureState.NOT_AVAILABLE)
                .read(Counter.SAVES, post, "bookmarkCount", MeasureState.NOT_AVAILABLE)
                .build();
    }

    /** The client's own time; the network's where a client wrote something that is no time. */
    private static Instant publishedAt(Fields post) {
        return post.at("record").instant("createdAt").orElseGet(() -> post.requiredInstant("indexedAt"));
    }

    private static @Nullable String language(Fields written) {
        return written.at("langs").node().path(0).isString()
                ? written.at("langs").node().path(0).asString()
                : null;
    }

    /** The post that a post quotes, whether it is still there or not. */
    private static Optional<String> quoted(Fields written) {
        Fields embedded = written.at("embed", "record");
        return embedded.text("uri")
                .or(() -> embedded.at("record").text("uri"))
                .filter(uri -> BlueskyUri.parse(uri).filter(BlueskyUri::isPost).isPresent());
    }

    private static @Nullable String contentForm(Fields embed) {
        Fields media = embed.at("media");
        return (media.isEmpty() ? embed : media)
                .text("$type")
                .filter(type -> type.startsWith(EMBED))
                .map(type -> type.substring(EMBED.length()))
                .orElse(null);
    }

    private static @Nullable Boolean isVerified(Fields verification) {
        return verification.isEmpty()
                ? null
                : List.of("verifiedStatus", "trustedVerifierStatus").stream()
                        .anyMatch(field ->
                                verification.text(field).filter("valid"::equals).isPresent());
    }

    private static String author(Fields post, BlueskyUri uri) {
        return post.at("author").text("did").orElse(uri.did());
    }

    private static boolean isBy(String did, String uri) {
        return BlueskyUri.parse(uri).filter(parsed -> parsed.did().equals(did)).isPresent();
    }

    private static BlueskyUri uri(String text) {
        return BlueskyUri.parse(text).orElseThrow(() -> new UnreadableItemException("uri"));
    }
}
