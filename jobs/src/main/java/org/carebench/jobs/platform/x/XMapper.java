package org.carebench.jobs.platform.x;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.PostReading;
import org.jspecify.annotations.Nullable;

/** Reads users and posts of X in the old and the new spelling. */
final class XMapper {

    private static final Map<Counter, List<String>> USER_COUNTERS = new EnumMap<>(Map.of(
            Counter.FOLLOWERS, List.of("followers_count"),
            Counter.FOLLOWING, List.of("following_count"),
            Counter.POSTS, List.of("tweet_count", "post_count")));

    private static final Map<Counter, List<String>> POST_COUNTERS = new EnumMap<>(Map.of(
            Counter.LIKES, List.of("like_count"),
            Counter.COMMENTS, List.of("reply_count"),
            Counter.SHARES, List.of("retweet_count", "repost_count"),
            Counter.QUOTES, List.of("quote_count"),
            Counter.SAVES, List.of("bookmark_count"),
            Counter.IMPRESSIONS, List.of("impression_count")));

    /** X shows such a picture where the owner has set none. */
    private static final String NO_PICTURE = "default_profile";

    private XMapper() {}

    /** A handle as X compares it: without a sign before it, and in small letters. */
    static String name(String handle) {
        return handle.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
    }

    static AccountReading account(Fields user, AccountRef asked, MeasureState whenAbsent) {
        String username = user.requiredText("username");
        return new AccountReading(
                user.requiredText("id"),
                username,
                user.optionalText("name"),
                status(user, username, asked),
                null,
                profile(user, whenAbsent),
                counters(user, USER_COUNTERS, whenAbsent));
    }

    /** An account of which X says no more than that it is protected from us. */
    static AccountReading privateAccount(String stableId, String handle) {
        Counters.Builder counters = Counters.of(XConnector.PLATFORM);
        USER_COUNTERS.keySet().forEach(counter -> counters.missing(counter, MeasureState.NOT_AVAILABLE));
        return new AccountReading(
                stableId, handle, null, AccountStatus.PRIVATE, null, AccountReading.Profile.UNKNOWN, counters.build());
    }

    static PostReading post(Fields post, MeasureState whenAbsent) {
        Optional<String> repliedTo = reference(post, "replied_to");
        Optional<String> quoted = reference(post, "quoted");
        boolean isRepost = reference(post, "retweeted").isPresent();
        Counters counters = counters(post, POST_COUNTERS, whenAbsent);
        return new PostReading(
                post.requiredText("id"),
                kind(isRepost, repliedTo, quoted),
                post.requiredInstant("created_at"),
                null,
                null,
                post.optionalText("lang"),
                isRepost ? null : repliedTo.or(() -> quoted).orElse(null),
                post.optionalText("conversation_id"),
                null,
                null,
                post.optionalText("text"),
                null,
                isRepost ? counters.withheld(MeasureState.NOT_APPLICABLE) : counters);
    }

    /** A post in a conversation that a provider's post began. */
    static InteractionReading reply(Fields post, String rootId, @Nullable String ownerId, MeasureState whenAbsent) {
        String parent = reference(post, "replied_to").orElse(null);
        InteractionKind kind = rootId.equals(parent) ? InteractionKind.COMMENT : InteractionKind.REPLY;
        return interaction(post, kind, rootId, parent, ownerId, whenAbsent);
    }

    static InteractionReading quote(Fields post, String quotedId, @Nullable String ownerId, MeasureState whenAbsent) {
        return interaction(post, InteractionKind.QUOTE, quotedId, quotedId, ownerId, whenAbsent);
    }

    /** A post that names a provider; an answer to the provider is what the conversation search calls it, too. */
    static InteractionReading mention(Fields post, String ownerId, MeasureState whenAbsent) {
        String parent = reference(post, "replied_to").orElse(null);
        boolean isAnswer =
                post.text("in_reply_to_user_id").filter(ownerId::equals).isPresent();
        if (parent == null || !isAnswer) {
            return interaction(post, InteractionKind.MENTION, null, parent, ownerId, whenAbsent);
        }
        // What answers the provider and begins the conversation is the provider's own post.
        return post.text("conversation_id").filter(parent::equals).isPresent()
                ? interaction(post, InteractionKind.COMMENT, parent, parent, ownerId, whenAbsent)
                : interaction(post, InteractionKind.REPLY, null, parent, ownerId, whenAbsent);
    }

    static boolean isRepost(Fields post) {
        return reference(post, "retweeted").isPresent();
    }

    private static InteractionReading interaction(
            Fields post,
            InteractionKind kind,
            @Nullable String postId,
            @Nullable String parentId,
            @Nullable String ownerId,
            MeasureState whenAbsent) {
        String author = post.optionalText("author_id");
        return new InteractionReading(
                post.requiredText("id"),
                kind,
                postId,
                parentId,
                author,
                (author == null || ownerId == null) ? null : Boolean.valueOf(author.equals(ownerId)),
                post.requiredInstant("created_at"),
                post.optionalText("text"),
                post.optionalText("lang"),
                counters(post, POST_COUNTERS, whenAbsent));
    }

    private static AccountStatus status(Fields user, String username, AccountRef asked) {
        if (user.isTrue("protected")) {
            return AccountStatus.PRIVATE;
        }
        return name(username).equals(name(asked.handle())) ? AccountStatus.ACTIVE : AccountStatus.RENAMED;
    }

    /** X leaves empty fields out, so that absent means empty, unless an error says otherwise. */
    private static AccountReading.Profile profile(Fields user, MeasureState whenAbsent) {
        if (whenAbsent != MeasureState.UNREADABLE) {
            return AccountReading.Profile.UNKNOWN;
        }
        return new AccountReading.Profile(
                user.text("description").isPresent(),
                user.text("url").isPresent(),
                user.text("profile_image_url")
                        .filter(url -> !url.contains(NO_PICTURE))
                        .isPresent(),
                user.flag("verified").orElse(null),
                null,
                null,
                null);
    }

    private static PostKind kind(boolean isRepost, Optional<String> repliedTo, Optional<String> quoted) {
        if (isRepost) {
            return PostKind.REPOST;
        }
        if (repliedTo.isPresent()) {
            return PostKind.REPLY;
        }
        return quoted.isPresent() ? PostKind.QUOTE : PostKind.ORIGINAL;
    }

    private static Optional<String> reference(Fields post, String type) {
        List<Fields> references = post.items("referenced_tweets");
        return (references.isEmpty() ? post.items("referenced_posts") : references)
                .stream()
                        .filter(reference ->
                                reference.text("type").filter(type::equals).isPresent())
                        .flatMap(reference -> reference.text("id").stream())
                        .findFirst();
    }

    private static Counters counters(Fields object, Map<Counter, List<String>> names, MeasureState whenAbsent) {
        Fields metrics = object.at("public_metrics");
        Counters.Builder counters = Counters.of(XConnector.PLATFORM);
        names.forEach((counter, spellings) -> {
            String present = spellings.stream()
                    .filter(name -> !metrics.isAbsent(name))
                    .findFirst()
                    .orElse(spellings.get(0));
            counters.read(counter, metrics, present, whenAbsent);
        });
        return counters.build();
    }
}
