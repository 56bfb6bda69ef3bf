package org.carebench.simulator.write;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.AccountCounters;
import org.carebench.simulator.world.Campaign;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.PainPoint;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.Provider;
import org.carebench.simulator.world.Review;
import org.carebench.simulator.world.SurveyOutcome;
import org.carebench.simulator.world.Tendencies;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is true in the world: what nobody outside may read before an answer is checked. */
final class TruthFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final World world;

    TruthFiles(World world) {
        this.world = world;
    }

    void write(Path folder) throws IOException {
        writeOrganizations(folder.resolve("organizations.csv"));
        writeAccounts(folder.resolve("accounts.csv"));
        writePlanted(folder);
        JsonLines.writeWhole(folder.resolve("effects.json"), JSON, world.scenario());
    }

    /** Everything that can be seen at an instant, one JSON object a line. */
    void writeContent(Path folder, Instant at) throws IOException {
        try (JsonLines accounts = JsonLines.create(folder.resolve("account_at.jsonl"), JSON);
                JsonLines posts = JsonLines.create(folder.resolve("post_at.jsonl"), JSON);
                JsonLines interactions = JsonLines.create(folder.resolve("interaction_at.jsonl"), JSON);
                JsonLines reviews = JsonLines.create(folder.resolve("review_at.jsonl"), JSON)) {
            for (Platform platform : Platform.values()) {
                for (Account account : world.accounts(platform)) {
                    if (account.isReadableAt(at)) {
                        accounts.write(account(account, at));
                        writeContent(account, at, posts, interactions);
                        for (Review review : world.reviews(account, at)) {
                            reviews.write(review(review));
                        }
                    }
                }
            }
        }
    }

    private void writeContent(Account account, Instant at, JsonLines posts, JsonLines interactions) throws IOException {
        for (Post post : world.posts(account, at)) {
            posts.write(post(post, at));
            for (Interaction comment : world.comments(post, at)) {
                interactions.write(interaction(comment));
            }
            for (Interaction quote : world.quotes(post, at)) {
                interactions.write(interaction(quote));
            }
        }
        for (Interaction mention : world.mentions(account, world.scenario().begin(), at, at)) {
            interactions.write(interaction(mention));
        }
    }

    private Map<String, @Nullable Object> account(Account account, Instant at) {
        AccountCounters counters = world.counters(account, at);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("platform", account.platform().key());
        fields.put("stable_id", account.stableId());
        fields.put("handle", account.handleAt(at));
        fields.put("status", account.statusAt(at).name());
        fields.put("followers", counters.followers());
        fields.put("following", counters.following());
        fields.put("posts", counters.posts());
        fields.put("reposts", counters.reposts());
        fields.put("views_total", counters.viewsTotal());
        fields.put("ratings", counters.ratings());
        fields.put("rating_hundredths", counters.ratingHundredths());
        return fields;
    }

    private Map<String, @Nullable Object> post(Post post, Instant at) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("platform", post.account().platform().key());
        fields.put("account", post.account().stableId());
        fields.put("id", post.id());
        fields.put("kind", post.kind().name());
        fields.put("created_at", post.createdAt().toString());
        fields.put("appeared_at", post.appearedAt().toString());
        fields.put("language", post.language());
        fields.put("topic", post.topic().name());
        fields.put("campaign", post.campaign());
        fields.put("text", world.text(post, at));
        fields.put("counters", world.counters(post, at));
        return fields;
    }

    private static Map<String, @Nullable Object> interaction(Interaction interaction) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("platform", interaction.account().platform().key());
        fields.put("account", interaction.account().stableId());
        fields.put("id", interaction.id());
        fields.put("kind", interaction.kind().name());
        fields.put("post", interaction.postId());
        fields.put("parent", interaction.parentId());
        fields.put("by_owner", interaction.isByOwner());
        fields.put("created_at", interaction.createdAt().toString());
        fields.put("answerable", interaction.answerable());
        fields.put("pain_point", interaction.painPoint());
        fields.put("text", interaction.text());
        return fields;
    }

    private static Map<String, @Nullable Object> review(Review review) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Review.Reply reply = review.reply();
        fields.put("account", review.account().stableId());
        fields.put("id", review.id());
        fields.put("stars", review.stars());
        fields.put("created_at", review.createdAt().toString());
        fields.put("updated_at", review.updatedAt().toString());
        fields.put("pain_point", review.painPoint());
        fields.put("text", review.text());
        fields.put("reply_state", reply == null ? null : reply.state().name());
        fields.put("replied_at", reply == null ? null : reply.updatedAt().toString());
        return fields;
    }

    private void writeOrganizations(Path file) throws IOException {
        List<String> columns = List.of(
                "organization_id",
                "beds",
                "rural",
                "teaching",
                "ownership",
                "region",
                "state",
                "system",
                "zone",
                "language",
                "integration",
                "dialogue",
                "culture",
                "completed_surveys",
                "expected_percent",
                "structural_percent",
                "published_percent");
        try (CsvTable table = CsvTable.create(file, columns)) {
            for (SurveyOutcome outcome : world.outcomes()) {
                Provider provider = outcome.provider();
                table.row(
                        provider.organizationId(),
                        provider.beds(),
                        provider.rural(),
                        provider.teaching(),
                        provider.ownership(),
                        provider.region(),
                        provider.state(),
                        provider.system(),
                        provider.zone(),
                        provider.language(),
                        provider.integration(),
                        provider.dialogue(),
                        provider.culture(),
                        outcome.completed(),
                        outcome.expectedPercent(),
                        outcome.structuralPercent(),
                        outcome.publishedPercent());
            }
        }
    }

    private void writeAccounts(Path file) throws IOException {
        List<String> columns = List.of(
                "platform",
                "stable_id",
                "organization_ids",
                "handle",
                "renamed_to",
                "renamed_at",
                "home_server",
                "relation",
                "created_at",
                "status",
                "status_from",
                "moved_to",
                "followers_hidden",
                "likes_hidden",
                "comments_off",
                "posts_per_week",
                "active_week_share",
                "reply_share",
                "median_reply_hours",
                "engagement_rate");
        try (CsvTable table = CsvTable.create(file, columns)) {
            for (Platform platform : Platform.values()) {
                for (Account account : world.accounts(platform)) {
                    writeAccount(account, table);
                }
            }
        }
    }

    private void writeAccount(Account account, CsvTable table) throws IOException {
        Tendencies tendencies = world.tendencies(account);
        boolean renamed = account.handles().size() > 1;
        boolean changed = !account.statuses().isEmpty();
        table.row(
                account.platform().key(),
                account.stableId(),
                String.join(" ", account.organizationIds()),
                account.handles().get(0).name(),
                renamed ? account.handles().get(1).name() : null,
                renamed ? account.handles().get(1).from() : null,
                account.homeServer(),
                account.relation(),
                account.createdAt(),
                changed ? account.statuses().get(0).status() : "ACTIVE",
                changed ? account.statuses().get(0).from() : null,
                changed ? account.statuses().get(0).movedTo() : null,
                account.followersHidden(),
                account.likesHidden(),
                account.commentsOff(),
                tendencies.postsPerWeek(),
                tendencies.activeWeekShare(),
                tendencies.replyShare(),
                tendencies.medianReplyHours(),
                tendencies.engagementRate());
    }

    private void writePlanted(Path folder) throws IOException {
        List<String> campaignColumns =
                List.of("id", "platform", "tag", "topic", "from", "to", "engagement_factor", "accounts");
        try (CsvTable table = CsvTable.create(folder.resolve("campaigns.csv"), campaignColumns)) {
            for (Campaign campaign : world.campaigns()) {
                table.row(
                        campaign.id(),
                        campaign.platform().key(),
                        campaign.tag(),
                        campaign.topic(),
                        campaign.from(),
                        campaign.to(),
                        campaign.engagementFactor(),
                        String.join(" ", campaign.accountIds()));
            }
        }
        List<String> painColumns = List.of("organization_id", "theme", "from", "to", "share");
        try (CsvTable table = CsvTable.create(folder.resolve("pain_points.csv"), painColumns)) {
            for (PainPoint point : world.painPoints()) {
                table.row(point.provider().organizationId(), point.theme(), point.from(), point.to(), point.share());
            }
        }
    }
}
