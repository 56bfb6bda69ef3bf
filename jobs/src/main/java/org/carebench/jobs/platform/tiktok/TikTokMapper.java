package org.carebench.jobs.platform.tiktok;

import java.util.EnumMap;
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

/** Reads profiles, videos and comments of both APIs, which name the same things differently. */
final class TikTokMapper {

    private static final Map<Counter, String> BUSINESS_PROFILE = new EnumMap<>(Map.of(
            Counter.FOLLOWERS, "followers_count",
            Counter.FOLLOWING, "following_count",
            Counter.POSTS, "videos_count"));

    private static final Map<Counter, String> DISPLAY_PROFILE = new EnumMap<>(Map.of(
            Counter.FOLLOWERS, "follower_count",
            Counter.FOLLOWING, "following_count",
            Counter.POSTS, "video_count"));

    private static final Map<Counter, String> BUSINESS_VIDEO = new EnumMap<>(Map.of(
            Counter.LIKES, "likes",
            Counter.COMMENTS, "comments",
            Counter.SHARES, "shares",
            Counter.VIEWS, "video_views"));

    private static final Map<Counter, String> DISPLAY_VIDEO = new EnumMap<>(Map.of(
            Counter.LIKES, "like_count",
            Counter.COMMENTS, "comment_count",
            Counter.SHARES, "share_count",
            Counter.VIEWS, "view_count"));

    private TikTokMapper() {}

    /** The Business API does not repeat the id by which an account was asked for. */
    static AccountReading businessAccount(Fields profile, AccountRef asked) {
        String username = profile.optionalText("username");
        return new AccountReading(
                asked.identifier(),
                username,
                profile.optionalText("display_name"),
                isRenamed(asked, username) ? AccountStatus.RENAMED : AccountStatus.ACTIVE,
                null,
                new AccountReading.Profile(
                        has(profile, "bio_description"),
                        null,
                        has(profile, "profile_image"),
                        profile.flag("is_verified").orElse(null),
                        null,
                        null,
                        null),
                counters(profile, BUSINESS_PROFILE).build());
    }

    static AccountReading displayAccount(Fields user, AccountRef asked) {
        return new AccountReading(
                user.text("open_id").orElse(asked.identifier()),
                null,
                user.optionalText("display_name"),
                AccountStatus.ACTIVE,
                null,
                new AccountReading.Profile(null, null, has(user, "avatar_url"), null, null, null, null),
                counters(user, DISPLAY_PROFILE).build());
    }

    static PostReading businessVideo(Fields video) {
        Counters counters = counters(video, BUSINESS_VIDEO)
                .read(Counter.REACH, video, "reach", MeasureState.NOT_AVAILABLE)
                .build();
        return video(video, "item_id", null, video.optionalText("caption"), null, counters);
    }

    static PostReading displayVideo(Fields video) {
        return video(
                video,
                "id",
                video.optionalText("title"),
                video.optionalText("video_description"),
                video.count("duration").orElse(null),
                counters(video, DISPLAY_VIDEO).build());
    }

    /**
     * A comment, or a reply to one.
     *
     * @param parentId comment that was asked for its replies; NULL for comments under the video itself
     */
    static InteractionReading comment(Fields comment, String postId, @Nullable String parentId, String businessId) {
        Optional<String> author = comment.text("user_id").or(() -> comment.text("unique_identifier"));
        Boolean isByOwner =
                comment.flag("owner").or(() -> author.map(businessId::equals)).orElse(null);
        return new InteractionReading(
                comment.requiredText("comment_id"),
                parentId == null ? InteractionKind.COMMENT : InteractionKind.REPLY,
                postId,
                parentId == null ? postId : parentId,
                author.orElse(null),
                isByOwner,
                comment.requiredEpochSeconds("create_time"),
                comment.optionalText("text"),
                null,
                Counters.of(TikTokConnector.PLATFORM)
                        .read(Counter.LIKES, comment, "likes", MeasureState.NOT_AVAILABLE)
                        .read(Counter.COMMENTS, comment, "replies", MeasureState.NOT_AVAILABLE)
                        .build());
    }

    private static PostReading video(
            Fields video,
            String idField,
            @Nullable String title,
            @Nullable String text,
            @Nullable Long duration,
            Counters counters) {
        return new PostReading(
                video.requiredText(idField),
                PostKind.ORIGINAL,
                video.requiredEpochSeconds("create_time"),
                null,
                video.optionalText("share_url"),
                null,
                null,
                null,
                null,
                title,
                text,
                duration,
                counters);
    }

    private static Counters.Builder counters(Fields object, Map<Counter, String> names) {
        Counters.Builder counters = Counters.of(TikTokConnector.PLATFORM);
        names.forEach((counter, name) -> counters.read(counter, object, name, MeasureState.UNREADABLE));
        return counters;
    }

    /** Whether a field is filled; NULL where it is not there. */
    private static @Nullable Boolean has(Fields object, String field) {
        return object.isAbsent(field)
                ? null
                : Boolean.valueOf(object.text(field).isPresent());
    }

    private static boolean isRenamed(AccountRef asked, @Nullable String username) {
        return username != null
                && !asked.handle().equals(asked.identifier())
                && !name(username).equals(name(asked.handle()));
    }

    private static String name(String handle) {
        return handle.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
    }
}
