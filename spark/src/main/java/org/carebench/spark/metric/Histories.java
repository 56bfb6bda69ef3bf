package org.carebench.spark.metric;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.carebench.contract.dataset.CoverageState;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.Relation;
import org.carebench.contract.lake.MetricRule;
import org.carebench.contract.schema.MeasureState;

/** Gathers what was observed of each provider into one row, which {@link HistoryRow} reads. */
final class Histories {

    private static final String ORGANIZATION = "organization_id";
    private static final List<String> PROFILE_FIELDS = List.of(
            "has_description", "has_website", "has_avatar", "is_verified", "has_phone", "has_address", "has_category");

    private final MetricInputs inputs;
    private final MetricRule rule;
    private final Dataset<Row> links;

    Histories(MetricInputs inputs, MetricRule rule) {
        this.inputs = inputs;
        this.rule = rule;
        this.links = inputs.accounts()
                .select("account_id", ORGANIZATION, "platform")
                .join(zones(), new String[] {ORGANIZATION});
    }

    private Dataset<Row> zones() {
        return inputs.organizations().select(ORGANIZATION, "time_zone");
    }

    /** One row per provider with an account or a rating. */
    Dataset<Row> rows() {
        return inputs.organizations()
                .select(ORGANIZATION)
                .join(accounts(), new String[] {ORGANIZATION}, "left")
                .join(posts(), new String[] {ORGANIZATION}, "left")
                .join(observations(), new String[] {ORGANIZATION}, "left")
                .join(items(), new String[] {ORGANIZATION}, "left")
                .join(ratings(), new String[] {ORGANIZATION}, "left")
                .where(col("accounts").isNotNull().or(col("ratings").isNotNull()));
    }

    private static Dataset<Row> gathered(Dataset<Row> facts, String name, String... columns) {
        Column[] fields = Stream.of(columns).map(functions::col).toArray(Column[]::new);
        return facts.groupBy(ORGANIZATION).agg(collect_list(struct(fields)).as(name));
    }

    private static Column localDay(String timestamp) {
        return PeriodColumns.localDate(col(timestamp), col("time_zone"));
    }

    private Dataset<Row> accounts() {
        Column latest = struct(col("business_date"), col("run"));
        Dataset<Row> coverage = inputs.coverage()
                .groupBy(col("account_id"), col(ORGANIZATION), col("family"))
                .agg(
                        max_by(col("state"), latest).as("state"),
                        max(col("relation").equalTo(Relation.OWNED.name())).as("is_owned"))
                .groupBy("account_id", ORGANIZATION)
                .agg(
                        collect_list(struct(col("family"), col("state"))).as("coverage"),
                        max("is_owned").as("is_owned"));
        Dataset<Row> covered = links.join(coverage, new String[] {"account_id", ORGANIZATION}, "left")
                .withColumn("is_owned", coalesce(col("is_owned"), lit(false)));
        return gathered(covered, "accounts", "account_id", "platform", "is_owned", "coverage");
    }

    private Dataset<Row> observations() {
        Column known = array(PROFILE_FIELDS.stream().map(functions::col).toArray(Column[]::new));
        Dataset<Row> observed = inputs.accountDays()
                .drop("platform")
                .join(links, new String[] {"account_id"})
                .withColumn("day", localDay("observed_at"))
                .withColumn("known_fields", size(filter(known, Column::isNotNull)))
                .withColumn("filled_fields", size(filter(known, field -> field)));
        return gathered(
                observed,
                "observations",
                "account_id",
                "platform",
                "observed_at",
                "day",
                "status",
                "followers",
                "known_fields",
                "filled_fields");
    }

    private Dataset<Row> items() {
        Dataset<Row> items = inputs.answerableItems()
                .drop("platform")
                .join(links, new String[] {"account_id"})
                // An item that concerns two accounts of a provider is one item; either may answer.
                .groupBy(ORGANIZATION, "item_id")
                .agg(
                        min("platform").as("platform"),
                        min("received_at").as("received_at"),
                        min("first_reply_at").as("first_reply_at"),
                        min("time_zone").as("time_zone"))
                .withColumn("day", localDay("received_at"));
        return gathered(items, "items", "item_id", "platform", "received_at", "day", "first_reply_at");
    }

    private Dataset<Row> ratings() {
        Dataset<Row> rated = inputs.reviews()
                .where(col("rating")
                        .isNotNull()
                        .and(col("rating_scale").isNotNull())
                        .and(col("published_at").isNotNull()))
                .join(zones(), new String[] {ORGANIZATION})
                .withColumn("day", localDay("published_at"));
        return gathered(rated, "ratings", "review_id", "site", "day", "rating_scale", "rating");
    }

    private Dataset<Row> posts() {
        Dataset<Row> own = inputs.posts()
                .where(col("kind")
                        .equalTo(PostKind.ORIGINAL.name())
                        .and(col("account_id").isNotNull()))
                .withColumn("text_key", textKey());
        Dataset<Row> counters = counters();
        Dataset<Row> complete = own.drop("platform")
                .join(counters, new String[] {"post_id"}, "left")
                .join(lastSeen(), new String[] {"post_id"}, "left")
                .join(tags(), new String[] {"post_id"}, "left")
                .join(commentsOfPosts(own, counters), new String[] {"post_id"}, "left")
                .join(accountsWithComments(), new String[] {"account_id"}, "left")
                .withColumn("is_short_lived", isShortLived())
                .withColumn("own_comments", ownComments())
                .join(links, new String[] {"account_id"})
                .withColumn("day", localDay("published_at"));
        return gathered(
                complete,
                "posts",
                "post_id",
                "account_id",
                "platform",
                "published_at",
                "day",
                "text_key",
                "is_short_lived",
                "counters",
                "own_comments",
                "tags");
    }

    /** Digest of the words: platforms differ in links, case and punctuation of the same text. */
    private static Column textKey() {
        Column text = lower(coalesce(col("text"), col("title")));
        Column words =
                regexp_replace(regexp_replace(text, lit("https?://\\S+"), lit(" ")), lit("[^\\p{L}\\p{N}]+"), lit(" "));
        return sha2(nullif(functions.trim(words), lit("")).cast("binary"), 256);
    }

    private Dataset<Row> counters() {
        Column isReported = col("value_state").equalTo(MeasureState.REPORTED.name());
        Column isOnTime = col("capture").equalTo("ON_TIME");
        Column isCommentCount = col("metric").equalTo("comments").and(isOnTime);
        return inputs.postMetricsAtAge()
                .where(col("age_days").equalTo(rule.ageDays()))
                .groupBy("post_id")
                .agg(
                        collect_list(struct(
                                        col("metric"),
                                        when(isReported, col("value")).as("value"),
                                        isOnTime.as("is_on_time")))
                                .as("counters"),
                        max(when(isCommentCount, col("observed_at"))).as("comments_counted_at"));
    }

    private Dataset<Row> lastSeen() {
        return inputs.postMetrics().groupBy("post_id").agg(max("observed_at").as("last_seen_at"));
    }

    /** A post is known to have lived for a day where it was seen that late. */
    private static Column isShortLived() {
        Column livedADay = col("last_seen_at").geq(col("published_at").plus(expr("interval 24 hours")));
        return col("is_removed").and(not(coalesce(livedADay, lit(false))));
    }

    private Dataset<Row> tags() {
        return inputs.postTags()
                .groupBy("post_id")
                .agg(collect_set(struct(col("scheme"), col("tag"))).as("tags"));
    }

    /** Comments that the platform had counted when its counter was read, by who wrote them. */
    private Dataset<Row> commentsOfPosts(Dataset<Row> own, Dataset<Row> counters) {
        Dataset<Row> counted = own.select("post_id", "account_id", "platform")
                .join(counters.select("post_id", "comments_counted_at"), new String[] {"post_id"});
        return inputs.interactions()
                .drop("platform")
                .join(counted, new String[] {"post_id", "account_id"})
                .where(col("published_at").leq(col("comments_counted_at")).and(isCounted()))
                .groupBy("post_id")
                .agg(
                        count_if(col("is_by_owner")).as("comments_of_owner"),
                        count_if(col("is_by_owner").isNull()).as("comments_of_unknown"));
    }

    private Column isCounted() {
        return rule.ownCommentKinds().entrySet().stream()
                .map(entry -> col("platform")
                        .equalTo(entry.getKey())
                        .and(col("kind").isin(entry.getValue().toArray())))
                .reduce(lit(false), Column::or);
    }

    /** Accounts whose comments are read: nothing seen under their posts then means that the owner wrote nothing. */
    private Dataset<Row> accountsWithComments() {
        Dataset<Row> offered = inputs.coverage()
                .where(col("family")
                        .equalTo(DataFamily.INTERACTIONS.name())
                        .and(col("state").notEqual(CoverageState.NOT_OFFERED.name())))
                .select("account_id");
        Dataset<Row> seen =
                inputs.interactions().where(col("post_id").isNotNull()).select("account_id");
        return offered.union(seen).distinct().withColumn("are_comments_read", lit(true));
    }

    private static Column ownComments() {
        Column areAllAuthorsKnown =
                coalesce(col("comments_of_unknown"), lit(0L)).equalTo(0L);
        return when(col("are_comments_read").and(areAllAuthorsKnown), coalesce(col("comments_of_owner"), lit(0L)));
    }
}
