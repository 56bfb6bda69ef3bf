package org.carebench.spark.benchmark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.mart.Adoption;
import org.carebench.spark.table.Table;

/** Question 4: who is active at all, on which platform, since when. */
final class Adoptions {

    private static final Column[] PROVIDER_AND_PLATFORM = {col("organization_id"), col("platform")};

    private Adoptions() {}

    /** Rows of {@link Adoption}: providers with a known account, and what was observed of it. */
    static Dataset<Row> of(Dataset<Row> accounts, Dataset<Row> posts, Dataset<Row> postMetrics) {
        Dataset<Row> known = accounts.groupBy(PROVIDER_AND_PLATFORM)
                .agg(max("evidence").as("evidence"), count(lit(1)).as("accounts"));
        Dataset<Row> adoptions = known.join(activity(accounts, posts, postMetrics), keys(), "left")
                .withColumn("posts_observed", orZero("posts_observed"))
                .withColumn("posts_with_views", orZero("posts_with_views"))
                .withColumn("posts_without_comments", orZero("posts_without_comments"));
        return Table.of(Adoption.class, adoptions).rows();
    }

    private static String[] keys() {
        return new String[] {"organization_id", "platform"};
    }

    /** No post was observed of an account that has none in the release: zero is known here. */
    private static Column orZero(String count) {
        return coalesce(col(count), lit(0L));
    }

    private static Dataset<Row> activity(Dataset<Row> accounts, Dataset<Row> posts, Dataset<Row> postMetrics) {
        // A repost is another account's post: neither it nor its counters are activity of this account.
        Dataset<Row> own = posts.where(col("kind").notEqual(PostKind.REPOST.name()));
        Dataset<Row> measured = own.drop("platform").join(counters(postMetrics), new String[] {"post_id"}, "left");
        return accounts.join(measured, new String[] {"account_id"})
                .groupBy(PROVIDER_AND_PLATFORM)
                .agg(
                        count(lit(1)).as("posts_observed"),
                        min("published_at").as("first_post_at"),
                        max("published_at").as("last_post_at"),
                        sum("views").as("views_observed"),
                        count("views").as("posts_with_views"),
                        count_if(col("comments_state").equalTo("DISABLED")).as("posts_without_comments"));
    }

    /** One row per post: views (NULL where unknown) and the state of its comments. */
    private static Dataset<Row> counters(Dataset<Row> postMetrics) {
        Column ofViews = col("metric").equalTo("views");
        Column ofComments = col("metric").equalTo("comments");
        return postMetrics
                .groupBy("post_id")
                .agg(
                        max(when(ofViews, col("value"))).as("views"),
                        max(when(ofComments, col("value_state"))).as("comments_state"));
    }
}
