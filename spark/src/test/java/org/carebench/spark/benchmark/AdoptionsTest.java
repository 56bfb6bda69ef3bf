package org.carebench.spark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.spark.LandingRecords.OBSERVED;
import static org.carebench.spark.TestSession.rows;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carebench.contract.curated.Account;
import org.carebench.contract.curated.Post;
import org.carebench.contract.curated.PostMetric;
import org.carebench.contract.mart.Adoption;
import org.carebench.contract.schema.DatasetSchema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdoptionsTest {

    private static final Instant EARLIER = Instant.parse("2020-01-01T00:00:00Z");

    @Test
    void addsUpWhatWasObservedOfAllAccountsOfAProvider() {
        Dataset<Row> accounts = rows(
                Account.class,
                account("a", "cms:1", "CANDIDATE"),
                account("b", "cms:1", "VERIFIED"),
                account("c", "cms:2", "CANDIDATE"));
        Dataset<Row> posts = rows(
                Post.class,
                post("1", "a", EARLIER),
                post("2", "b", OBSERVED),
                post("3", "b", OBSERVED),
                post("4", null, EARLIER));
        Dataset<Row> metrics = rows(
                PostMetric.class,
                metric("1", "views", 10L, "REPORTED"),
                metric("1", "comments", null, "DISABLED"),
                metric("2", "views", 0L, "REPORTED"),
                metric("2", "comments", 3L, "REPORTED"),
                metric("3", "views", null, "NOT_AVAILABLE"),
                metric("4", "views", 1000L, "REPORTED"));

        Dataset<Row> adoptions = Adoptions.of(accounts, posts, metrics);

        assertThat(List.of(adoptions.columns()))
                .isEqualTo(DatasetSchema.of(Adoption.class).columnNames());
        assertThat(adoptions.collectAsList())
                .extracting(row -> row.mkString(" "))
                .containsExactlyInAnyOrder(
                        "cms:1 youtube VERIFIED 2 3 " + EARLIER + " " + OBSERVED + " 10 2 1",
                        "cms:2 youtube CANDIDATE 1 0 null null null 0 0");
    }

    @Test
    void doesNotTakeUnknownViewsForNone() {
        Dataset<Row> adoptions = Adoptions.of(
                rows(Account.class, account("a", "cms:1", "CANDIDATE")),
                rows(Post.class, post("1", "a", EARLIER)),
                rows(PostMetric.class, metric("1", "views", null, "NOT_AVAILABLE")));

        assertThat(adoptions
                        .select("views_observed", "posts_with_views", "posts_observed")
                        .first()
                        .mkString(" "))
                .isEqualTo("null 0 1");
    }

    @Test
    void doesNotCountWhatTheAccountOnlyPassedOn() {
        Dataset<Row> adoptions = Adoptions.of(
                rows(Account.class, account("a", "cms:1", "CANDIDATE")),
                rows(
                        Post.class,
                        post("own", "a", OBSERVED),
                        post("answer", "a", OBSERVED, "REPLY"),
                        post("passed on", "a", EARLIER, "REPOST")),
                rows(
                        PostMetric.class,
                        metric("own", "views", 1L, "REPORTED"),
                        metric("passed on", "views", 900L, "REPORTED")));

        assertThat(adoptions
                        .select("posts_observed", "first_post_at", "views_observed")
                        .first()
                        .mkString(" "))
                .isEqualTo("2 " + OBSERVED + " 1");
    }

    private static Account account(String account, String organizationId, String evidence) {
        return new Account("youtube:" + account, organizationId, "youtube", null, account, "UNKNOWN", evidence);
    }

    private static Post post(String id, @Nullable String account, Instant publishedAt) {
        return post(id, account, publishedAt, "ORIGINAL");
    }

    private static Post post(String id, @Nullable String account, Instant publishedAt, String kind) {
        return new Post(
                id,
                "youtube",
                account == null ? null : "youtube:" + account,
                kind,
                publishedAt,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                false);
    }

    private static PostMetric metric(String post, String metric, @Nullable Long value, String state) {
        return new PostMetric(post, metric, "youtube", OBSERVED, value, state, "EXACT", "v1");
    }
}
