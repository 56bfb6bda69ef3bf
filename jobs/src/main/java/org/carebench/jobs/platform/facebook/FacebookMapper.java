package org.carebench.jobs.platform.facebook;

import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountReading.Profile;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.PostRef;
import org.jspecify.annotations.Nullable;

/** Makes readings of Facebook's answers. */
final class FacebookMapper {

    private static final String CREATED_TIME = "created_time";
    private static final String TOTAL_COUNT = "total_count";

    AccountReading account(FacebookResponse response, PageFields asked, AccountRef account) {
        Fields page = response.page();
        Counters.Builder counters = counters().read(Counter.FOLLOWERS, page, "followers_count", MeasureState.DISABLED);
        if (asked.hasRatings()) {
            counters.read(Counter.RATINGS, page, "rating_count", MeasureState.NOT_AVAILABLE);
            addRating(counters, response);
        }
        return new AccountReading(
                response.id(),
                page.optionalText("username"),
                page.optionalText("name"),
                status(response, account),
                null,
                profile(response, asked),
                counters.build());
    }

    private static void addRating(Counters.Builder counters, FacebookResponse response) {
        MeasureState whyNone = response.isRated() ? MeasureState.UNREADABLE : MeasureState.NOT_AVAILABLE;
        response.ratingHundredths()
                .ifPresentOrElse(
                        rating -> counters.exact(Counter.RATING_HUNDREDTHS, rating),
                        () -> counters.missing(Counter.RATING_HUNDREDTHS, whyNone));
    }

    private static AccountStatus status(FacebookResponse response, AccountRef account) {
        if (response.page()
                .flag("is_published")
                .filter(isPublished -> !isPublished)
                .isPresent()) {
            return AccountStatus.DEACTIVATED;
        }
        return response.isNamedAs(account) ? AccountStatus.ACTIVE : AccountStatus.RENAMED;
    }

    /** Fields that are asked for and empty are left out by the platform. */
    private static Profile profile(FacebookResponse response, PageFields asked) {
        Fields page = response.page();
        if (!asked.hasProfile()) {
            return new Profile(null, null, null, response.isVerified(), null, null, null);
        }
        return new Profile(
                page.text("about").isPresent(),
                page.text("website").isPresent(),
                response.hasAvatar(),
                response.isVerified(),
                page.text("phone").isPresent(),
                page.text("single_line_address").isPresent(),
                page.text("category").isPresent());
    }

    /** A post of another's Page: what only the owner sees is not for us. */
    PostReading foreignPost(Fields post) {
        return post(post, publicCounters(post).missing(Counter.REACH, MeasureState.NOT_PERMITTED));
    }

    /** A post of an owned Page; what only its owner sees is asked for by itself. */
    PostReading ownPost(Fields post) {
        return post(post, publicCounters(post));
    }

    /** Counters that everybody sees. Shares are left out by the platform where there are none. */
    private static Counters.Builder publicCounters(Fields post) {
        Counters.Builder counters = counters()
                .read(Counter.LIKES, post.at("reactions", "summary"), TOTAL_COUNT, MeasureState.DISABLED)
                .read(Counter.COMMENTS, post.at("comments", "summary"), TOTAL_COUNT, MeasureState.DISABLED);
        return post.isAbsent("shares")
                ? counters.exact(Counter.SHARES, 0)
                : counters.read(Counter.SHARES, post.at("shares"), "count", MeasureState.UNREADABLE);
    }

    private static PostReading post(Fields post, Counters.Builder counters) {
        return new PostReading(
                post.requiredText("id"),
                PostKind.ORIGINAL,
                post.requiredInstant(CREATED_TIME),
                null,
                post.optionalText("permalink_url"),
                null,
                null,
                null,
                post.optionalText("status_type"),
                null,
                post.optionalText("message"),
                null,
                counters.build());
    }

    /** A comment or reply. Of other Pages it has no id, no author and no parent. */
    InteractionReading comment(Fields comment, PostRef post) {
        String parentId = commentId(comment.at("parent"));
        String id = commentId(comment);
        // Without an id there is no parent either, and a reply looks like a comment.
        String answered = parentId == null && id != null ? post.postId() : parentId;
        return new InteractionReading(
                id,
                parentId == null ? InteractionKind.COMMENT : InteractionKind.REPLY,
                post.postId(),
                answered,
                author(comment),
                isBy(post.account(), comment),
                comment.requiredInstant(CREATED_TIME),
                comment.optionalText("message"),
                null,
                counters()
                        .read(Counter.LIKES, comment, "like_count", MeasureState.DISABLED)
                        .read(Counter.COMMENTS, comment, "comment_count", MeasureState.DISABLED)
                        .build());
    }

    /** Older ids also hold the Page: page_post_comment instead of post_comment. */
    private static @Nullable String commentId(Fields comment) {
        return comment.text("id")
                .map(id -> id.matches("\\d+_\\d+_\\d+") ? id.substring(id.indexOf('_') + 1) : id)
                .orElse(null);
    }

    /** A post of somebody else that tags the Page. */
    InteractionReading tagged(Fields post, AccountRef page) {
        return new InteractionReading(
                post.requiredText("id"),
                InteractionKind.MENTION,
                null,
                null,
                author(post),
                isBy(page, post),
                post.requiredInstant(CREATED_TIME),
                post.optionalText("message"),
                null,
                counters().build());
    }

    private static @Nullable String author(Fields item) {
        return item.at("from").optionalText("id");
    }

    private static @Nullable Boolean isBy(AccountRef page, Fields item) {
        String author = author(item);
        return author == null ? null : Boolean.valueOf(author.equals(page.stableId()));
    }

    private static Counters.Builder counters() {
        return Counters.of(FacebookConnector.PLATFORM);
    }
}
