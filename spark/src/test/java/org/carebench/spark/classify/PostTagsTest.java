package org.carebench.spark.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.carebench.contract.curated.Post;
import org.carebench.contract.curated.PostTag;
import org.carebench.contract.dataset.PostKind;
import org.carebench.spark.ShippedTaxonomy;
import org.carebench.spark.TestSession;
import org.carebench.spark.classify.text.KeywordClassifier;
import org.carebench.spark.table.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostTagsTest {

    private static final String ACCOUNT = "bluesky:birch";

    @Test
    void tagsAPostWithEveryTopicAndAudienceOfItsTitleAndText() {
        assertThat(tags(post("1", ACCOUNT, PostKind.ORIGINAL, "We are hiring", "A flu shot for every patient.")))
                .containsExactlyInAnyOrder(
                        "1 topic prevention_education",
                        "1 topic recruiting",
                        "1 audience patients",
                        "1 audience physicians");
    }

    @Test
    void saysOtherAndCommunityWhereNothingMatches() {
        assertThat(tags(
                        post("1", ACCOUNT, PostKind.QUOTE, null, "❤️"),
                        post("2", ACCOUNT, PostKind.ORIGINAL, "Xyz", null)))
                .containsExactlyInAnyOrder(
                        "1 topic other", "1 audience community", "2 topic other", "2 audience community");
    }

    @Test
    void givesNoTagsToPostsWithoutWordsOfTheProviderItself() {
        assertThat(tags(
                        post("silent", ACCOUNT, PostKind.ORIGINAL, null, null),
                        post("reply", ACCOUNT, PostKind.REPLY, null, "Flu shots"),
                        post("repost", ACCOUNT, PostKind.REPOST, null, "Flu shots"),
                        post("stranger", null, PostKind.ORIGINAL, null, "Flu shots")))
                .isEmpty();
    }

    private static List<String> tags(Post... posts) {
        KeywordClassifier classifier = new KeywordClassifier(ShippedTaxonomy.read());
        return Table.of(PostTag.class, PostTags.of(TestSession.rows(Post.class, posts), classifier))
                .rows()
                .where("taxonomy_version = '" + classifier.version() + "'")
                .select("post_id", "scheme", "tag")
                .collectAsList()
                .stream()
                .map(row -> row.mkString(" "))
                .toList();
    }

    private static Post post(
            String id, @Nullable String account, PostKind kind, @Nullable String title, @Nullable String text) {
        return new Post(
                id,
                "bluesky",
                account,
                kind.name(),
                Instant.parse("2025-12-01T00:00:00Z"),
                null,
                null,
                null,
                null,
                null,
                null,
                title,
                text,
                0,
                null,
                null,
                false);
    }
}
