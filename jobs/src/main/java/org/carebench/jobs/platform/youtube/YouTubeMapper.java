package org.carebench.jobs.platform.youtube;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.UnreadableItemException;
import org.jspecify.annotations.Nullable;

/** Makes readings of the items of YouTube's answers. Counters come as text. */
final class YouTubeMapper {

    private static final String SNIPPET = "snippet";
    private static final String STATISTICS = "statistics";
    private static final String VERSION = "v1";

    private YouTubeMapper() {}

    /**
     * Reads a channel.
     *
     * @param observedAt decides what its views count
     */
    static AccountReading account(Fields channel, Instant observedAt) {
        Fields snippet = snippet(channel);
        boolean isPrivate = channel.at("status")
                .text("privacyStatus")
                .filter("private"::equals)
                .isPresent();
        Counters counters = channelCounters(channel.at(STATISTICS), observedAt);
        return new AccountReading(
                channel.requiredText("id"),
                snippet.optionalText("customUrl"),
                snippet.optionalText("title"),
                isPrivate ? AccountStatus.PRIVATE : AccountStatus.ACTIVE,
                null,
                profile(snippet),
                isPrivate ? counters.withheld(MeasureState.NOT_AVAILABLE) : counters);
    }

    /**
     * Reads a video.
     *
     * @param publishedAt when it was published, as the list of uploads says; NULL takes what the video says
     * @param observedAt decides what its views count
     */
    static PostReading post(Fields video, @Nullable Instant publishedAt, Instant observedAt) {
        String id = video.requiredText("id");
        Fields snippet = snippet(video);
        Long seconds = seconds(video.at("contentDetails").optionalText("duration"));
        return new PostReading(
                id,
                PostKind.ORIGINAL,
                publishedAt == null ? snippet.requiredInstant("publishedAt") : publishedAt,
                null,
                "https://www.youtube.com/watch?v=" + id,
                snippet.text("defaultLanguage").orElseGet(() -> snippet.optionalText("defaultAudioLanguage")),
                null,
                null,
                "VIDEO",
                snippet.optionalText("title"),
                snippet.optionalText("description"),
                seconds,
                videoCounters(video.at(STATISTICS), ViewDefinition.ofVideo(observedAt, seconds)));
    }

    /**
     * Reads a comment or reply.
     *
     * @param parentId what it answers: the video, or the comment that began the thread
     */
    static InteractionReading interaction(Fields comment, InteractionKind kind, PostRef post, String parentId) {
        Fields snippet = comment.at(SNIPPET);
        String author = snippet.at("authorChannelId").optionalText("value");
        String owner = post.account().stableId();
        return new InteractionReading(
                comment.requiredText("id"),
                kind,
                post.postId(),
                parentId,
                author,
                (author == null || owner == null) ? null : Boolean.valueOf(author.equals(owner)),
                snippet.requiredInstant("publishedAt"),
                snippet.optionalText("textDisplay"),
                null,
                Counters.of(YouTubeConnector.PLATFORM)
                        .read(Counter.LIKES, snippet, "likeCount", MeasureState.NOT_AVAILABLE)
                        .build());
    }

    /** Every channel has a picture, were it only its initial; links and badges are not in the API. */
    /** Channels and videos are asked for with it; without it there is no name and no text. */
    private static Fields snippet(Fields item) {
        Fields snippet = item.at(SNIPPET);
        if (snippet.isEmpty()) {
            throw new UnreadableItemException(SNIPPET);
        }
        return snippet;
    }

    private static AccountReading.Profile profile(Fields snippet) {
        Boolean hasDescription = snippet.isAbsent("description")
                ? null
                : Boolean.valueOf(snippet.text("description").isPresent());
        return new AccountReading.Profile(hasDescription, null, null, null, null, null, null);
    }

    private static Counters channelCounters(Fields statistics, Instant observedAt) {
        Counters.Builder counters = Counters.of(YouTubeConnector.PLATFORM)
                .read(
                        Counter.VIEWS_TOTAL,
                        statistics,
                        "viewCount",
                        MeasureState.NOT_AVAILABLE,
                        Precision.EXACT,
                        ViewDefinition.ofChannel(observedAt))
                .read(Counter.POSTS, statistics, "videoCount", MeasureState.NOT_AVAILABLE);
        if (statistics.isTrue("hiddenSubscriberCount")) {
            // A hidden count may come as 0.
            return counters.missing(Counter.FOLLOWERS, MeasureState.DISABLED).build();
        }
        return counters.read(
                        Counter.FOLLOWERS,
                        statistics,
                        "subscriberCount",
                        hiddenIf(!statistics.isEmpty()),
                        Precision.ROUNDED,
                        VERSION)
                .build();
    }

    private static Counters videoCounters(Fields statistics, String viewDefinition) {
        MeasureState whenAbsent = hiddenIf(!statistics.isEmpty());
        return Counters.of(YouTubeConnector.PLATFORM)
                .read(
                        Counter.VIEWS,
                        statistics,
                        "viewCount",
                        MeasureState.NOT_AVAILABLE,
                        Precision.EXACT,
                        viewDefinition)
                .read(Counter.LIKES, statistics, "likeCount", whenAbsent)
                .read(Counter.COMMENTS, statistics, "commentCount", whenAbsent)
                .build();
    }

    /** One counter that is left out was switched off by the owner; where all are, nobody says why. */
    private static MeasureState hiddenIf(boolean hasOthers) {
        return hasOthers ? MeasureState.DISABLED : MeasureState.NOT_AVAILABLE;
    }

    /** A broadcast that has not ended has a length of nothing. */
    private static @Nullable Long seconds(@Nullable String duration) {
        if (duration == null) {
            return null;
        }
        try {
            long seconds = Duration.parse(duration).toSeconds();
            return seconds > 0 ? Long.valueOf(seconds) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
