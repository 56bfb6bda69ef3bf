package org.carebench.simulator.platform.linkedin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToLongFunction;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.platform.thread.CommentThread;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.DailyInsight;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Person;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.PostCounters;
import org.carebench.simulator.world.World;
import tools.jackson.databind.node.ObjectNode;

/** What LinkedIn tells of organizations, posts and comments. */
final class LinkedInNodes {

    private static final String ORGANIZATION = "urn:li:organization:";

    /** The world knows engagements of a day only as a whole: one in ten is taken for a comment, one in twenty for a share. */
    private static final int COMMENTS_AMONG_ENGAGEMENTS = 10;

    private static final int SHARES_AMONG_ENGAGEMENTS = 20;

    private final World world;

    LinkedInNodes(World world) {
        this.world = world;
    }

    /** What everybody may know of an organization. */
    ObjectNode publicOrganization(Account account, Instant at) {
        ObjectNode organization = Json.object().put("id", Long.parseLong(account.stableId()));
        String name = account.profile().displayName();
        if (name != null) {
            organization.put("localizedName", name);
            ObjectNode names = organization.putObject("name");
            names.putObject("localized").put("en_US", name);
            names.putObject("preferredLocale").put("country", "US").put("language", "en");
        }
        organization.put("vanityName", account.handleAt(at));
        if (account.profile().website() != null) {
            organization.put("localizedWebsite", account.profile().website());
        }
        if (account.profile().hasAvatar()) {
            organization.putObject("logoV2").put("original", "urn:li:digitalmediaAsset:" + account.stableId());
        }
        return organization;
    }

    /** What its administrators know of it. */
    ObjectNode organization(Account account, Instant at) {
        ObjectNode organization = publicOrganization(account, at)
                .put("$URN", ORGANIZATION + account.stableId())
                .put("primaryOrganizationType", "NONE")
                .put("organizationType", "NON_PROFIT");
        if (account.profile().description() != null) {
            organization.put("localizedDescription", account.profile().description());
        }
        if (account.profile().address() != null) {
            organization
                    .putArray("locations")
                    .addObject()
                    .put("locationType", "HEADQUARTERS")
                    .putObject("address")
                    .put("line1", account.profile().address());
        }
        return organization;
    }

    static Instant modifiedAt(Post post, Instant at) {
        Instant edited = post.editedAt();
        return edited != null && !edited.isAfter(at) ? edited : post.createdAt();
    }

    ObjectNode post(Post post, Instant at) {
        ObjectNode element = Json.object()
                .put("id", post.id())
                .put("author", ORGANIZATION + post.account().stableId())
                .put("commentary", world.text(post, at))
                .put("visibility", "PUBLIC")
                .put("lifecycleState", "PUBLISHED")
                .put("isReshareDisabledByAuthor", false)
                .put("createdAt", post.createdAt().toEpochMilli())
                .put("publishedAt", post.createdAt().toEpochMilli())
                .put("lastModifiedAt", modifiedAt(post, at).toEpochMilli());
        element.putObject("lifecycleStateInfo")
                .put("isEditedByAuthor", !modifiedAt(post, at).equals(post.createdAt()));
        element.putObject("distribution").put("feedDistribution", "MAIN_FEED");
        putContent(element, post);
        return element;
    }

    private static void putContent(ObjectNode element, Post post) {
        String number = post.id().substring(post.id().lastIndexOf(':') + 1);
        switch (post.form()) {
            case TEXT -> {
                // Nothing beside the commentary.
            }
            case LINK ->
                element.putObject("content")
                        .putObject("article")
                        .put("source", "https://hospital.invalid/news/" + number)
                        .put("title", "News");
            case PHOTO -> element.putObject("content").putObject("media").put("id", "urn:li:image:" + number);
            case ALBUM ->
                element.putObject("content")
                        .putObject("multiImage")
                        .putArray("images")
                        .addObject()
                        .put("id", "urn:li:image:" + number);
            case VIDEO, SHORT_VIDEO ->
                element.putObject("content").putObject("media").put("id", "urn:li:video:" + number);
        }
    }

    /** Statistics of all posts of an organization within some days. */
    ObjectNode shareStatistics(Account organization, List<DailyInsight> days) {
        long impressions = sum(days, DailyInsight::impressions);
        long clicks = sum(days, DailyInsight::clicks);
        long engagements = sum(days, DailyInsight::engagements);
        long comments = engagements / COMMENTS_AMONG_ENGAGEMENTS;
        long shares = engagements / SHARES_AMONG_ENGAGEMENTS;
        ObjectNode element = Json.object().put("organizationalEntity", ORGANIZATION + organization.stableId());
        element.putObject("totalShareStatistics")
                .put("impressionCount", impressions)
                .put("uniqueImpressionsCount", sum(days, DailyInsight::reach))
                .put("clickCount", clicks)
                .put("likeCount", engagements - comments - shares)
                .put("commentCount", comments)
                .put("shareCount", shares)
                .put("engagement", ratio(engagements + clicks, impressions));
        return element;
    }

    private static long sum(List<DailyInsight> days, ToLongFunction<DailyInsight> value) {
        return days.stream().mapToLong(value).sum();
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** Statistics of one post. */
    ObjectNode shareStatistics(Post post, Instant at) {
        PostCounters counters = world.counters(post, at);
        long engagements = counters.likes() + counters.comments() + counters.shares() + counters.clicks();
        ObjectNode element = Json.object()
                .put("organizationalEntity", ORGANIZATION + post.account().stableId())
                .put("share", post.id());
        element.putObject("totalShareStatistics")
                .put("impressionCount", counters.impressions())
                .put("uniqueImpressionsCount", counters.reach())
                .put("clickCount", counters.clicks())
                .put("likeCount", counters.likes())
                .put("commentCount", counters.comments())
                .put("shareCount", counters.shares())
                .put("engagement", ratio(engagements, counters.impressions()));
        return element;
    }

    ObjectNode followerStatistics(Account organization, DailyInsight day) {
        ObjectNode element = Json.object().put("organizationalEntity", ORGANIZATION + organization.stableId());
        element.putObject("followerGains")
                .put("organicFollowerGain", day.newFollowers())
                .put("paidFollowerGain", 0);
        putRange(element, day);
        return element;
    }

    /** The day of an element: from midnight UTC up to the next, which is not part of it. */
    static void putRange(ObjectNode element, DailyInsight day) {
        element.putObject("timeRange")
                .put("start", day.day().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli())
                .put(
                        "end",
                        day.day()
                                .plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .toEpochMilli());
    }

    ObjectNode socialMetadata(Post post, CommentThread thread, Request request) {
        PostCounters counters = world.counters(post, request.at());
        ObjectNode metadata = Json.object().put("entity", request.variable("urn"));
        ObjectNode reactions = metadata.putObject("reactionSummaries");
        if (counters.likes() > 0) {
            reactions.putObject("LIKE").put("reactionType", "LIKE").put("count", counters.likes());
        }
        metadata.putObject("commentSummary")
                .put("count", counters.comments())
                .put("topLevelCount", thread.comments().size());
        return metadata.put("commentsState", post.account().commentsOff() ? "CLOSED" : "OPEN");
    }

    ObjectNode comment(Interaction comment, CommentThread thread) {
        String actor = actor(comment);
        String urn = comment.id();
        String object = urn.substring(urn.indexOf('(') + 1, urn.lastIndexOf(','));
        ObjectNode element = Json.object()
                .put("id", urn.substring(urn.lastIndexOf(',') + 1, urn.length() - 1))
                .put("$URN", urn)
                .put("commentUrn", urn)
                .put("object", object.replace("urn:li:share:", "urn:li:activity:"))
                .put("actor", actor);
        long time = comment.createdAt().toEpochMilli();
        element.putObject("created").put("actor", actor).put("time", time);
        element.putObject("lastModified").put("actor", actor).put("time", time);
        ObjectNode message = element.putObject("message");
        message.putArray("attributes");
        message.put("text", comment.text());
        if (comment.likes() > 0) {
            element.putObject("likesSummary")
                    .put("totalLikes", comment.likes())
                    .put("aggregatedTotalLikes", comment.likes());
        }
        int replies = thread.replies(comment).size();
        if (replies > 0) {
            element.putObject("commentsSummary")
                    .put("totalFirstLevelComments", replies)
                    .put("aggregatedTotalComments", replies);
        }
        return element.put(
                "parentComment", thread.parent(comment).map(Interaction::id).orElse(null));
    }

    private static String actor(Interaction comment) {
        Person author = comment.author();
        return author == null ? ORGANIZATION + comment.account().stableId() : author.id();
    }
}
