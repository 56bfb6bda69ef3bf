package org.carebench.jobs.platform.google;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.RatingScale;
import org.carebench.contract.dataset.ReplyState;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountReading.Profile;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.ReviewReading;
import org.carebench.jobs.platform.UnreadableItemException;
import org.jspecify.annotations.Nullable;

/** Makes readings of Google's answers. A rating that nobody gave is absent there, and never 0 here. */
final class GoogleMapper {

    private static final String VERSION = "v1";
    private static final BigDecimal LOWEST = BigDecimal.ONE;
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(5);

    private GoogleMapper() {}

    /**
     * Reads an owned location.
     *
     * @param reviews any page of its reviews: each tells the rating of the location
     */
    static AccountReading location(String name, Fields reviews) {
        Counters.Builder counters = Counters.of(GoogleConnector.PLATFORM)
                .read(Counter.RATINGS, reviews, "totalReviewCount", MeasureState.NOT_AVAILABLE);
        rating(counters, reviews, "averageRating", Precision.EXACT);
        return new AccountReading(name, null, null, AccountStatus.ACTIVE, null, Profile.UNKNOWN, counters.build());
    }

    /**
     * Reads a place. Where its id was replaced it keeps the one under which we know it, and says which is the new one.
     *
     * @param stableId place id that was asked for
     */
    static AccountReading place(String stableId, Fields place) {
        String id = place.requiredText("id");
        Counters.Builder counters = Counters.of(GoogleConnector.PLATFORM)
                .read(Counter.RATINGS, place, "userRatingCount", MeasureState.NOT_AVAILABLE);
        rating(counters, place, "rating", Precision.ROUNDED);
        boolean isReplaced = !id.equals(stableId);
        return new AccountReading(
                stableId,
                null,
                place.at("displayName").optionalText("text"),
                isReplaced ? AccountStatus.MOVED : status(place),
                isReplaced ? id : null,
                Profile.UNKNOWN,
                counters.build());
    }

    /** Reads a review. Of its author nothing is read. */
    static ReviewReading review(Fields review) {
        Integer stars = stars(review);
        Fields reply = review.at("reviewReply");
        return new ReviewReading(
                review.requiredText("reviewId"),
                stars == null ? null : RatingScale.STARS_1_5,
                stars,
                review.text("comment").map(OriginalText::of).orElse(null),
                review.requiredInstant("createTime"),
                review.optionalInstant("updateTime"),
                replyState(reply),
                reply.optionalInstant("updateTime"));
    }

    /** Closed for good is as near as a place comes to an account that was switched off; its rating still stands. */
    private static AccountStatus status(Fields place) {
        return place.text("businessStatus").filter("CLOSED_PERMANENTLY"::equals).isPresent()
                ? AccountStatus.DEACTIVATED
                : AccountStatus.ACTIVE;
    }

    private static @Nullable Integer stars(Fields review) {
        if (review.isAbsent("starRating")) {
            return null;
        }
        return switch (review.requiredText("starRating")) {
            case "ONE" -> 1;
            case "TWO" -> 2;
            case "THREE" -> 3;
            case "FOUR" -> 4;
            case "FIVE" -> 5;
            case "STAR_RATING_UNSPECIFIED" -> null;
            default -> throw new UnreadableItemException("starRating");
        };
    }

    /** A reply without a state is of the time when replies had none, and public. */
    private static ReplyState replyState(Fields reply) {
        if (reply.isEmpty()) {
            return ReplyState.NONE;
        }
        return switch (reply.text("reviewReplyState").orElse("APPROVED")) {
            case "APPROVED", "REVIEW_REPLY_STATE_UNSPECIFIED" -> ReplyState.PUBLISHED;
            case "PENDING" -> ReplyState.PENDING;
            case "REJECTED" -> ReplyState.REJECTED;
            default -> throw new UnreadableItemException("reviewReplyState");
        };
    }

    private static void rating(Counters.Builder counters, Fields object, String field, Precision precision) {
        String text = object.optionalText(field);
        if (text == null) {
            counters.missing(Counter.RATING_HUNDREDTHS, MeasureState.NOT_AVAILABLE);
            return;
        }
        try {
            BigDecimal rating = new BigDecimal(text);
            if (rating.signum() == 0) {
                counters.missing(Counter.RATING_HUNDREDTHS, MeasureState.NOT_AVAILABLE);
            } else if (rating.compareTo(LOWEST) < 0 || rating.compareTo(HIGHEST) > 0) {
                counters.missing(Counter.RATING_HUNDREDTHS, MeasureState.UNREADABLE);
            } else {
                long hundredths = rating.movePointRight(2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
                counters.reported(Counter.RATING_HUNDREDTHS, hundredths, precision, VERSION);
            }
        } catch (NumberFormatException e) {
            counters.missing(Counter.RATING_HUNDREDTHS, MeasureState.UNREADABLE);
        }
    }
}
