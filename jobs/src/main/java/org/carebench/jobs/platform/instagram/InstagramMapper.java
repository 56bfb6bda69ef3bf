package org.carebench.jobs.platform.instagram;

import java.util.Set;
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
import org.carebench.jobs.platform.PostRef;
import org.jspecify.annotations.Nullable;

/** Makes readings of Instagram's answers. Counters that an owner hides are left out by the platform, never 0. */
final class InstagramMapper {

    private static final String TIMESTAMP = "timestamp";
    private static final String LIKE_COUNT = "like_count";
    private static final String VIEW_COUNT = "view_count";
    private static final String VIDEO = "VIDEO";
    /** Forms that the type of the medium does not tell. */
    private static final Set<String> PRODUCT_FORMS = Set.of("REELS", "STORY");

    AccountReading account(InstagramResponse response, AccountRef asked) {
        Fields account = response.account();
        return new AccountReading(
                response.id(),
                account.optionalText("username"),
                account.optionalText("name"),
                response.isNamedAs(asked) ? AccountStatus.ACTIVE : AccountStatus.RENAMED,
                null,
                new AccountReading.Profile(
                        account.text("biography").isPresent(),
                        account.text("website").isPresent(),
                        account.text("profile_picture_url").isPresent(),
                        null,
                        null,
                        null,
                        null),
                counters()
                        .read(Counter.FOLLOWERS, account, "followers_count", MeasureState.DISABLED)
                        .read(Counter.FOLLOWING, account, "follows_count", MeasureState.DISABLED)
                        .read(Counter.POSTS, account, "media_count", MeasureState.NOT_AVAILABLE)
                        .build());
    }

    /** A medium of another's account: what only the owner sees is not for us. */
    PostReading discovered(Fields medium) {
        boolean isVideo = medium.text("media_type").filter(VIDEO::equals).isPresent();
        Counters.Builder counters = publicCounters(medium)
                .read(Counter.VIEWS, medium, VIEW_COUNT, isVideo ? MeasureState.DISABLED : MeasureState.NOT_AVAILABLE)
                .missing(Counter.REACH, MeasureState.NOT_PERMITTED)
                .missing(Counter.SAVES, MeasureState.NOT_PERMITTED)
                .missing(Counter.SHARES, MeasureState.NOT_PERMITTED);
        return post(medium, counters);
    }

    /** An owned medium; what only its owner sees is asked for by itself. */
    PostReading owned(Fields medium) {
        return post(medium, publicCounters(medium));
    }

    /** Counters that everybody sees. */
    private static Counters.Builder publicCounters(Fields medium) {
        return counters()
                .read(Counter.LIKES, medium, LIKE_COUNT, MeasureState.DISABLED)
                .read(Counter.COMMENTS, medium, "comments_count", MeasureState.DISABLED);
    }

    private static PostReading post(Fields medium, Counters.Builder counters) {
        return new PostReading(
                medium.requiredText("id"),
                PostKind.ORIGINAL,
                medium.requiredInstant(TIMESTAMP),
                null,
                medium.optionalText("permalink"),
                null,
                null,
                null,
                form(medium),
                null,
                medium.optionalText("caption"),
                null,
                counters.build());
    }

    private static @Nullable String form(Fields medium) {
        return medium.text("media_product_type")
                .filter(PRODUCT_FORMS::contains)
                .orElseGet(() -> medium.optionalText("media_type"));
    }

    /**
     * A comment or reply.
     *
     * @param parentId comment that it answers; NULL where the answer may say
     */
    InteractionReading comment(Fields comment, PostRef post, @Nullable String parentId) {
        String answered = comment.text("parent_id").orElse(parentId);
        return new InteractionReading(
                comment.requiredText("id"),
                answered == null ? InteractionKind.COMMENT : InteractionKind.REPLY,
                post.postId(),
                answered == null ? post.postId() : answered,
                comment.at("from").optionalText("id"),
                isBy(post.account(), comment),
                comment.requiredInstant(TIMESTAMP),
                comment.optionalText("text"),
                null,
                likes(comment));
    }

    /** A medium of somebody else in which the account is tagged. */
    InteractionReading tag(Fields medium, AccountRef account) {
        return new InteractionReading(
                medium.requiredText("id"),
                InteractionKind.MENTION,
                null,
                null,
                null,
                isBy(account, medium),
                medium.requiredInstant(TIMESTAMP),
                medium.optionalText("caption"),
                null,
                likes(medium));
    }

    private static Counters likes(Fields item) {
        return counters()
                .read(Counter.LIKES, item, LIKE_COUNT, MeasureState.DISABLED)
                .build();
    }

    /** Names are compared with the account's own and not kept. */
    private static @Nullable Boolean isBy(AccountRef account, Fields item) {
        Fields from = item.at("from");
        String id = from.optionalText("id");
        String name = item.text("username").orElseGet(() -> from.optionalText("username"));
        if (id == null && name == null) {
            return null;
        }
        return (id != null && id.equals(account.stableId()))
                || InstagramResponse.username(account).equalsIgnoreCase(name);
    }

    private static Counters.Builder counters() {
        return Counters.of(InstagramConnector.PLATFORM);
    }
}
