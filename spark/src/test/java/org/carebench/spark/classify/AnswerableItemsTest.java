package org.carebench.spark.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.spark.TestSession.rows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carebench.contract.curated.AnswerableItem;
import org.carebench.contract.curated.ConformedInteraction;
import org.carebench.contract.curated.PatientReview;
import org.carebench.contract.curated.Post;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.ReplyState;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.spark.ShippedTaxonomy;
import org.carebench.spark.classify.text.KeywordClassifier;
import org.carebench.spark.table.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerableItemsTest {

    private static final Instant ASKED = Instant.parse("2025-12-01T08:00:00Z");
    private static final String QUESTION = "Is the lab open?";

    @Test
    void keepsWhatOthersAskAndNothingElse() {
        Dataset<Row> interactions = rows(
                ConformedInteraction.class,
                comment("asks", "bluesky", false, QUESTION),
                comment("thanks", "bluesky", false, "Thank you!"),
                comment("silent", "bluesky", false, null),
                comment("unknown-author", "bluesky", null, QUESTION),
                comment("own", "bluesky", true, QUESTION));

        assertThat(items(interactions)).containsExactly("asks bluesky:birch COMMENT community null");
    }

    @Test
    void tellsByItsWordsWhoProbablyWroteAnItem() {
        Dataset<Row> interactions = rows(
                ConformedInteraction.class,
                comment("1", "bluesky", false, "Does my insurance cover it?"),
                comment("2", "bluesky", false, "As a nurse I ask: why?"),
                comment("3", "bluesky", false, "Why?"));

        assertThat(items(interactions))
                .containsExactlyInAnyOrder(
                        "1 bluesky:birch COMMENT patients null",
                        "2 bluesky:birch COMMENT physicians null",
                        "3 bluesky:birch COMMENT community null");
    }

    @Test
    void takesTheEarliestAnswerOfTheOwnerThatIsNotBeforeTheItem() {
        Dataset<Row> interactions = rows(
                ConformedInteraction.class,
                comment("q", "bluesky", false, QUESTION),
                answer("a0", "bluesky", "q", "bluesky:birch", true, -1),
                answer("a2", "bluesky", "q", "bluesky:birch", true, 5),
                answer("a1", "bluesky", "q", "bluesky:birch", true, 2),
                answer("stranger", "bluesky", "q", "bluesky:birch", false, 1),
                answer("elsewhere", "bluesky", "other", "bluesky:birch", true, 1));

        assertThat(items(interactions)).containsExactly("q bluesky:birch COMMENT community " + after(2));
    }

    @Test
    void letsEachAccountThatIsNamedAnswerForItself() {
        Dataset<Row> interactions = rows(
                ConformedInteraction.class,
                interaction("m", "bluesky", "bluesky:birch", InteractionKind.MENTION, null, false, 0, QUESTION),
                interaction("m", "bluesky", "bluesky:elm", InteractionKind.MENTION, null, false, 0, QUESTION),
                interaction("own", "bluesky", "bluesky:elm", InteractionKind.REPLY, "m", true, 3, "Yes."));

        assertThat(items(interactions))
                .containsExactlyInAnyOrder(
                        "m bluesky:birch MENTION community null", "m bluesky:elm MENTION community " + after(3));
    }

    @Test
    void countsAReplyPostOfTheProviderAsTheAnswerToAMention() {
        Dataset<Row> interactions = rows(
                ConformedInteraction.class,
                interaction("m", "bluesky", "bluesky:birch", InteractionKind.MENTION, null, false, 0, QUESTION));
        Dataset<Row> posts = rows(
                Post.class,
                post("r", "bluesky:birch", PostKind.REPLY, "m", 4),
                post("x", "bluesky:birch", PostKind.QUOTE, "m", 1),
                post("y", "bluesky:elm", PostKind.REPLY, "m", 2),
                post("z", null, PostKind.REPLY, "m", 3));

        assertThat(items(posts, interactions, rows(PatientReview.class)))
                .containsExactly("m bluesky:birch MENTION community " + after(4));
    }

    @ParameterizedTest
    @CsvSource({"instagram, true", "youtube, true", "tiktok, true", "bluesky, false", "facebook, false"})
    void takesTheNextAnswerInAThreadThatThePlatformKeepsFlat(String platform, boolean isAnswered) {
        Dataset<Row> interactions = rows(
                ConformedInteraction.class,
                comment("top", platform, false, "Hello"),
                answer("early", platform, "top", "bluesky:birch", true, -1),
                interaction("q", platform, "bluesky:birch", InteractionKind.REPLY, "top", false, 0, QUESTION),
                answer("next", platform, "top", "bluesky:birch", true, 6));

        assertThat(items(interactions))
                .containsExactly("q bluesky:birch REPLY community " + (isAnswered ? after(6) : null));
    }

    @Test
    void keepsReviewsThatAreNegativeOrAskWithTheReplyOfTheProvider() {
        Dataset<Row> reviews = rows(
                PatientReview.class,
                review("one-star", "STARS_1_5", 1, ReplyState.NONE, null, null),
                review("two-stars", "STARS_1_5", 2, ReplyState.PUBLISHED, 24, "Meh"),
                review("not-recommended", "RECOMMEND_YES_NO", 0, ReplyState.PENDING, 24, null),
                review("asks", "STARS_1_5", 5, ReplyState.NONE, null, QUESTION),
                review("asks-unrated", null, null, ReplyState.NONE, null, QUESTION),
                review("three-stars", "STARS_1_5", 3, ReplyState.NONE, null, "Fine"),
                review("recommended", "RECOMMEND_YES_NO", 1, ReplyState.NONE, null, null),
                review("unrated", null, null, ReplyState.NONE, null, "Fine"));

        assertThat(items(rows(Post.class), rows(ConformedInteraction.class), reviews))
                .containsExactlyInAnyOrder(
                        "one-star google:birch REVIEW patients null",
                        "two-stars google:birch REVIEW patients " + after(24),
                        "not-recommended google:birch REVIEW patients null",
                        "asks google:birch REVIEW patients null",
                        "asks-unrated google:birch REVIEW patients null");
    }

    @Test
    void leavesReviewsOutOfWhichItIsNotKnownWhetherOrWhenTheyWereAnswered() {
        Dataset<Row> reviews = rows(
                PatientReview.class,
                review("no-replies-told", "STARS_1_5", 1, ReplyState.NOT_IN_SOURCE, null, null),
                review("reply-without-date", "STARS_1_5", 1, ReplyState.PUBLISHED, null, null));

        assertThat(items(rows(Post.class), rows(ConformedInteraction.class), reviews))
                .isEmpty();
    }

    private static List<String> items(Dataset<Row> interactions) {
        return items(rows(Post.class), interactions, rows(PatientReview.class));
    }

    private static List<String> items(Dataset<Row> posts, Dataset<Row> interactions, Dataset<Row> reviews) {
        KeywordClassifier classifier = new KeywordClassifier(ShippedTaxonomy.read());
        return Table.of(AnswerableItem.class, AnswerableItems.of(posts, interactions, reviews, classifier))
                .rows()
                .where("taxonomy_version = '" + classifier.version() + "'")
                .select("item_id", "account_id", "kind", "audience", "first_reply_at")
                .collectAsList()
                .stream()
                .map(row -> row.mkString(" "))
                .toList();
    }

    private static ConformedInteraction comment(
            String id, String platform, @Nullable Boolean isByOwner, @Nullable String text) {
        return interaction(id, platform, "bluesky:birch", InteractionKind.COMMENT, "post", isByOwner, 0, text);
    }

    private static ConformedInteraction answer(
            String id, String platform, String parent, String account, boolean isByOwner, int hours) {
        return interaction(id, platform, account, InteractionKind.REPLY, parent, isByOwner, hours, "Yes.");
    }

    private static ConformedInteraction interaction(
            String id,
            String platform,
            String account,
            InteractionKind kind,
            @Nullable String parent,
            @Nullable Boolean isByOwner,
            int hours,
            @Nullable String text) {
        return new ConformedInteraction(
                id,
                account,
                platform,
                kind.name(),
                false,
                null,
                parent,
                null,
                isByOwner,
                after(hours),
                after(100),
                text,
                0,
                "en",
                Measure.missing(MeasureState.NOT_IN_SOURCE, "any.likes.v1"));
    }

    private static Post post(String id, @Nullable String account, PostKind kind, String replyTo, int hours) {
        return new Post(
                id,
                "bluesky",
                account,
                kind.name(),
                after(hours),
                null,
                null,
                null,
                replyTo,
                null,
                null,
                null,
                "Yes.",
                0,
                null,
                null,
                false);
    }

    private static PatientReview review(
            String id,
            @Nullable String scale,
            @Nullable Integer rating,
            ReplyState state,
            @Nullable Integer repliedAfter,
            @Nullable String text) {
        return new PatientReview(
                id,
                "cms:1",
                "google",
                "google:birch",
                after(100),
                ASKED,
                null,
                scale,
                rating,
                state.name(),
                repliedAfter == null ? null : after(repliedAfter),
                null,
                text,
                0,
                null,
                null,
                null,
                null,
                MeasureState.NOT_IN_SOURCE.name(),
                LocalDate.of(2025, 12, 6));
    }

    private static Instant after(int hours) {
        return ASKED.plus(Duration.ofHours(hours));
    }
}
