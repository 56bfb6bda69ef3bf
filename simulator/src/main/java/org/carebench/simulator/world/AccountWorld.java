package org.carebench.simulator.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carebench.simulator.world.Scenario.PlatformModel;
import org.jspecify.annotations.Nullable;

/**
 * Everything of one account, drawn once.
 *
 * @param posts all it ever posts, newest claimed time first
 * @param drafts all reviews it ever gets; none but on Google
 */
record AccountWorld(
        Scenario scenario,
        AccountModel model,
        Conversations conversations,
        List<Post> posts,
        Map<String, Post> byId,
        ReviewModel reviewModel,
        List<ReviewModel.Draft> drafts) {

    static AccountWorld of(
            Scenario scenario,
            Account account,
            List<Campaign> campaigns,
            List<PainPoint> painPoints,
            SurveyOutcome outcome) {
        PlatformModel platform = scenario.platforms().get(account.platform().key());
        if (platform == null) {
            throw new IllegalArgumentException(
                    "Cannot draw an account of " + account.platform() + ": the scenario has no model of the platform");
        }
        AccountModel model = new AccountModel(scenario, account, platform);
        Conversations conversations = new Conversations(scenario, model, painPoints);
        List<Post> posts = account.platform() == Platform.GOOGLE
                ? List.of()
                : new Timeline(scenario, model, conversations, campaigns).posts();
        Map<String, Post> byId = new HashMap<>();
        posts.forEach(p -> byId.put(p.id(), p));
        ReviewModel reviewModel = new ReviewModel(scenario, model, painPoints, outcome);
        List<ReviewModel.Draft> drafts = account.platform() == Platform.GOOGLE ? reviewModel.drafts() : List.of();
        return new AccountWorld(scenario, model, conversations, posts, byId, reviewModel, drafts);
    }

    Optional<Post> post(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Reviews visible at an instant, newest change first. */
    List<Review> reviews(Instant at) {
        List<Review> reviews = new ArrayList<>();
        for (ReviewModel.Draft draft : drafts) {
            if (draft.isVisibleAt(at)) {
                reviews.add(reviewModel.written(draft, at));
            }
        }
        reviews.sort(Comparator.comparing(Review::updatedAt).reversed().thenComparing(Review::id));
        return List.copyOf(reviews);
    }

    PostCounters counters(Post post, Instant at) {
        boolean directOnly = post.account().platform().countsDirectReplies();
        long comments = conversations.thread(post).stream()
                .filter(r -> r.isVisibleAt(at) && (!directOnly || post.id().equals(r.parentId())))
                .count();
        long quotes = conversations.quotes(post).stream()
                .filter(r -> r.isVisibleAt(at))
                .count();
        return Engagement.of(model, post).at(post.appearedAt(), at, comments, quotes);
    }

    /** What has this id among everything written to the account and its answers. */
    @Nullable Remark remark(String id) {
        for (Post post : posts) {
            for (Remark remark : conversations.thread(post)) {
                if (remark.id().equals(id)) {
                    return remark;
                }
            }
            for (Remark remark : conversations.quotes(post)) {
                if (remark.id().equals(id)) {
                    return remark;
                }
            }
        }
        for (LocalDate day = scenario.firstDay(); !day.isAfter(scenario.lastDay()); day = day.plusDays(1)) {
            for (Remark remark : conversations.mentionsBegunOn(day)) {
                if (remark.id().equals(id)) {
                    return remark;
                }
            }
        }
        return null;
    }
}
