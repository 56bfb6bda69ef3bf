package org.carebench.spark.classify;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.RatingScale;
import org.carebench.contract.dataset.ReplyState;
import org.carebench.spark.classify.text.TextClassifier;

/**
 * What somebody wrote to a provider and may expect an answer to, with the first answer.
 *
 * <p>Left out, because nothing can be said of them: interactions whose author the platform does not tell (is_by_owner is NULL),
 * those without text, reviews of sites that do not tell replies or when they came, and reviews without an account or a date.
 */
final class AnswerableItems {

    /**
     * Platforms that file an answer to a reply under the comment that began the thread. There the next answer of the provider
     * in the thread is the answer; everywhere else an answer names what it answers.
     */
    private static final Object[] FLAT_THREADS = {"instagram", "tiktok", "youtube"};

    private AnswerableItems() {}

    /** One row per item and account. */
    static Dataset<Row> of(
            Dataset<Row> posts, Dataset<Row> interactions, Dataset<Row> reviews, TextClassifier classifier) {
        UserDefinedFunction expectsAnswer =
                udf((UDF1<String, Boolean>) classifier::expectsAnswer, DataTypes.BooleanType);
        UserDefinedFunction author = udf((UDF1<String, String>) classifier::author, DataTypes.StringType);
        Dataset<Row> asked = interactions
                .where(not(col("is_by_owner")))
                .where(col("text").isNotNull())
                .where(expectsAnswer.apply(col("text")))
                .withColumn("audience", author.apply(col("text")));
        return answered(asked, answers(interactions, posts))
                .unionByName(reviews(reviews, expectsAnswer))
                .withColumn("taxonomy_version", lit(classifier.version()));
    }

    private static Dataset<Row> answered(Dataset<Row> asked, Dataset<Row> answers) {
        Column isInFlatThread = col("kind")
                .equalTo(InteractionKind.REPLY.name())
                .and(col("platform").isin(FLAT_THREADS));
        Dataset<Row> items = asked.select(
                col("interaction_id").as("item_id"),
                col("account_id"),
                col("platform"),
                col("kind"),
                col("audience"),
                col("published_at").as("received_at"),
                when(isInFlatThread, coalesce(col("parent_id"), col("interaction_id")))
                        .otherwise(col("interaction_id"))
                        .as("answered_id"));
        Column isAnswer = items.col("account_id")
                .equalTo(answers.col("by_account"))
                .and(items.col("answered_id").equalTo(answers.col("answers_id")))
                .and(answers.col("answered_at").geq(items.col("received_at")));
        return items.join(answers, isAnswer, "left")
                .groupBy("item_id", "account_id", "platform", "kind", "audience", "received_at")
                .agg(min("answered_at").as("first_reply_at"));
    }

    /** What providers wrote in answer to something: under their posts and mentions, and as posts of their own. */
    private static Dataset<Row> answers(Dataset<Row> interactions, Dataset<Row> posts) {
        Dataset<Row> written = interactions
                .where(col("is_by_owner"))
                .where(col("parent_id").isNotNull())
                .select(
                        col("account_id").as("by_account"),
                        col("parent_id").as("answers_id"),
                        col("published_at").as("answered_at"));
        Dataset<Row> posted = posts.where(col("kind").equalTo(PostKind.REPLY.name()))
                .where(col("account_id").isNotNull())
                .where(col("reply_to_id").isNotNull())
                .select("account_id", "reply_to_id", "published_at");
        return written.union(posted);
    }

    /** Reviews that are negative or ask; they are their patients', whatever they say. */
    private static Dataset<Row> reviews(Dataset<Row> reviews, UserDefinedFunction expectsAnswer) {
        Column isNegative = col("rating_scale")
                .equalTo(RatingScale.STARS_1_5.name())
                .and(col("rating").leq(2))
                .or(col("rating_scale")
                        .equalTo(RatingScale.RECOMMEND_YES_NO.name())
                        .and(col("rating").equalTo(0)));
        Column asks = when(col("text").isNotNull(), expectsAnswer.apply(col("text")));
        Column isReplied = col("reply_state").equalTo(ReplyState.PUBLISHED.name());
        return reviews.where(col("account_id").isNotNull())
                .where(col("published_at").isNotNull())
                .where(col("reply_state").notEqual(ReplyState.NOT_IN_SOURCE.name()))
                .where(not(isReplied.and(col("replied_at").isNull())))
                .where(coalesce(isNegative, lit(false)).or(coalesce(asks, lit(false))))
                .select(
                        col("review_id").as("item_id"),
                        col("account_id"),
                        col("site").as("platform"),
                        lit("REVIEW").as("kind"),
                        lit("patients").as("audience"),
                        col("published_at").as("received_at"),
                        when(isReplied.and(col("replied_at").geq(col("published_at"))), col("replied_at"))
                                .as("first_reply_at"));
    }
}
