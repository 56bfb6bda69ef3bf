package org.carebench.jobs.platform.linkedin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InsightReading;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.PostReading;
import org.jspecify.annotations.Nullable;

/** Reads organizations, posts, comments and statistics of LinkedIn. */
final class LinkedInMapper {

    private static final String PUBLISHED = "PUBLISHED";
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final Map<Counter, String> STATISTICS = new EnumMap<>(Map.of(
            Counter.LIKES, "likeCount",
            Counter.COMMENTS, "commentCount",
            Counter.SHARES, "shareCount",
            Counter.IMPRESSIONS, "impressionCount",
            Counter.REACH, "uniqueImpressionsCount",
            Counter.CLICKS, "clickCount"));

    private LinkedInMapper() {}

    /**
     * An organization.
     *
     * @param network the answer about its followers
     * @param whyNoFollowers state of the counter where the answer does not hold it
     */
    static AccountReading account(Fields organization, AccountRef asked, Fields network, MeasureState whyNoFollowers) {
        String id = organization.requiredText("id");
        String vanityName = organization.optionalText("vanityName");
        Counters counters = Counters.of(LinkedInConnector.PLATFORM)
                .read(Counter.FOLLOWERS, network, "firstDegreeSize", whyNoFollowers)
                .build();
        return new AccountReading(
                // The roster may name the organization by its number or by its URN; it stays the same account.
                asked.stableId() == null ? id : asked.stableId(),
                vanityName,
                organization.optionalText("localizedName"),
                isRenamed(asked, vanityName) ? AccountStatus.RENAMED : AccountStatus.ACTIVE,
                null,
                profile(organization),
                counters);
    }

    /** Whether a post is out; drafts and posts that are being worked on are nothing yet. */
    static boolean isPublished(Fields post) {
        return post.text("lifecycleState").map(PUBLISHED::equals).orElse(true);
    }

    static boolean isRepost(Fields post) {
        return kind(post) == PostKind.REPOST;
    }

    static PostReading post(Fields post, Counters counters) {
        PostKind kind = kind(post);
        boolean wasEdited = post.at("lifecycleStateInfo").isTrue("isEditedByAuthor");
        return new PostReading(
                post.requiredText("id"),
                kind,
                post.requiredEpochMillis(post.isAbsent("publishedAt") ? "createdAt" : "publishedAt"),
                wasEdited && !post.isAbsent("lastModifiedAt") ? post.requiredEpochMillis("lastModifiedAt") : null,
                null,
                null,
                kind == PostKind.QUOTE ? post.at("reshareContext").optionalText("parent") : null,
                null,
                contentForm(post).orElse(null),
                null,
                post.optionalText("commentary"),
                null,
                kind == PostKind.REPOST ? counters.withheld(MeasureState.NOT_APPLICABLE) : counters);
    }

    static Counters statistics(Fields total) {
        Counters.Builder counters = Counters.of(LinkedInConnector.PLATFORM);
        STATISTICS.forEach((counter, name) -> counters.read(counter, total, name, MeasureState.UNREADABLE));
        return counters.build();
    }

    /** Counters of a post of which LinkedIn gives reactions and comments, but no statistics. */
    static Counters metadata(Fields metadata, MeasureState whyNoStatistics) {
        Counters.Builder counters = withoutStatistics(whyNoStatistics);
        Fields reactions = metadata.at("reactionSummaries");
        long sum = 0;
        for (String kind : reactions.node().propertyNames()) {
            Optional<Long> count = reactions.at(kind).count("count");
            if (count.isEmpty()) {
                return counters.missing(Counter.LIKES, MeasureState.UNREADABLE).build();
            }
            sum += count.get();
        }
        if (!metadata.isAbsent("reactionSummaries")) {
            counters.exact(Counter.LIKES, sum);
        }
        return counters.read(Counter.COMMENTS, metadata.at("commentSummary"), "count", whyNoStatistics)
                .build();
    }

    static Counters unknown(MeasureState why) {
        return withoutStatistics(why).build();
    }

    /**
     * A comment. Its text is not read.
     *
     * @param ownerUrn the organization under whose post it stands
     */
    static InteractionReading comment(Fields comment, String postId, String ownerUrn) {
        String actor = comment.optionalText("actor");
        String parent = comment.optionalText("parentComment");
        return new InteractionReading(
                Urn.commentId(
                        comment.text("id").or(() -> comment.text("$URN")).orElseGet(() -> comment.requiredText("id"))),
                parent == null ? InteractionKind.COMMENT : InteractionKind.REPLY,
                postId,
                parent == null ? postId : Urn.commentId(parent),
                actor,
                actor == null ? null : Boolean.valueOf(actor.equals(ownerUrn)),
                comment.at("created").requiredEpochMillis("time"),
                null,
                null,
                Counters.of(LinkedInConnector.PLATFORM)
                        .read(
                                Counter.LIKES,
                                comment.at("likesSummary"),
                                "aggregatedTotalLikes",
                                MeasureState.NOT_AVAILABLE)
                        .read(
                                Counter.COMMENTS,
                                comment.at("commentsSummary"),
                                "aggregatedTotalComments",
                                MeasureState.NOT_AVAILABLE)
                        .build());
    }

    /** One metric of one day. */
    static InsightReading insight(Fields element, Fields counts, String metric) {
        Instant start = element.at("timeRange").requiredEpochMillis("start");
        String definition = LinkedInConnector.PLATFORM + ".insights." + metric + ".v1";
        Measure measure = counts.count(metric)
                .map(value -> Measure.reported(value, Precision.EXACT, definition))
                .orElseGet(() -> Measure.missing(
                        counts.isAbsent(metric) ? MeasureState.NOT_AVAILABLE : MeasureState.UNREADABLE, definition));
        return new InsightReading(metric, LocalDate.ofInstant(start, UTC), UTC, measure);
    }

    private static Counters.Builder withoutStatistics(MeasureState why) {
        Counters.Builder counters = Counters.of(LinkedInConnector.PLATFORM);
        STATISTICS.keySet().forEach(counter -> counters.missing(counter, why));
        return counters;
    }

    private static boolean isRenamed(AccountRef asked, @Nullable String vanityName) {
        return vanityName != null
                && !Urn.isOrganization(asked.handle())
                && !vanityName.equalsIgnoreCase(asked.handle().strip());
    }

    private static AccountReading.Profile profile(Fields organization) {
        boolean hasDescription = !organization.isAbsent("localizedDescription");
        return new AccountReading.Profile(
                // Not among the fields that the documents name: absent says nothing.
                hasDescription ? Boolean.TRUE : null,
                organization.text("localizedWebsite").isPresent(),
                !organization.isAbsent("logoV2") || !organization.isAbsent("logo"),
                null,
                null,
                !organization.items("locations").isEmpty() || !organization.isAbsent("location"),
                null);
    }

    private static PostKind kind(Fields post) {
        if (post.at("reshareContext").isEmpty()) {
            return PostKind.ORIGINAL;
        }
        return post.text("commentary").isPresent() ? PostKind.QUOTE : PostKind.REPOST;
    }

    /** The form is the name under which the content stands. */
    private static Optional<String> contentForm(Fields post) {
        return post.at("content").node().propertyNames().stream().findFirst();
    }
}
