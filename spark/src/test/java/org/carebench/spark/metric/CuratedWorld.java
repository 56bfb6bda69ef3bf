package org.carebench.spark.metric;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carebench.contract.curated.Account;
import org.carebench.contract.curated.AccountDay;
import org.carebench.contract.curated.AnswerableItem;
import org.carebench.contract.curated.ConformedInteraction;
import org.carebench.contract.curated.PatientReview;
import org.carebench.contract.curated.Post;
import org.carebench.contract.curated.PostMetric;
import org.carebench.contract.curated.PostMetricAtAge;
import org.carebench.contract.curated.PostTag;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.CoverageState;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.Relation;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.spark.TestSession;
import org.jspecify.annotations.Nullable;

/** Invented curated tables. */
final class CuratedWorld {

    static final LocalDate BUSINESS_DATE = LocalDate.of(2024, 6, 1);

    private static final StructType ORGANIZATION =
            new StructType().add("organization_id", DataTypes.StringType).add("time_zone", DataTypes.StringType);

    private final List<Row> organizations = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final List<AccountDay> accountDays = new ArrayList<>();
    private final List<AccountCoverage> coverage = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();
    private final List<PostMetric> postMetrics = new ArrayList<>();
    private final List<PostMetricAtAge> postMetricsAtAge = new ArrayList<>();
    private final List<PostTag> postTags = new ArrayList<>();
    private final List<ConformedInteraction> interactions = new ArrayList<>();
    private final List<AnswerableItem> items = new ArrayList<>();
    private final List<PatientReview> reviews = new ArrayList<>();

    CuratedWorld organization(String id, @Nullable String zone) {
        organizations.add(RowFactory.create(id, zone));
        return this;
    }

    CuratedWorld account(String account, String organization, String platform) {
        accounts.add(new Account(account, organization, platform, null, account, "ACTIVE", "VERIFIED"));
        return this;
    }

    CuratedWorld covered(String account, String organization, DataFamily family, int run, CoverageState state) {
        coverage.add(new AccountCoverage(
                account,
                organization,
                family,
                BUSINESS_DATE,
                run,
                "any",
                Relation.OTHER,
                state,
                null,
                0,
                null,
                null,
                "shard",
                coverage.size()));
        return this;
    }

    CuratedWorld day(String account, String platform, Instant observedAt, long followers) {
        Measure none = Measure.missing(MeasureState.NOT_IN_SOURCE, "none");
        accountDays.add(new AccountDay(
                account,
                observedAt.atZone(ZoneOffset.UTC).toLocalDate(),
                platform,
                observedAt,
                "ACTIVE",
                null,
                true,
                false,
                null,
                null,
                null,
                null,
                null,
                Measure.reported(followers, Precision.EXACT, "followers.v1"),
                none,
                none,
                none,
                none,
                none));
        return this;
    }

    CuratedWorld post(String id, String account, String platform, Instant at, @Nullable String text) {
        return post(id, account, platform, "ORIGINAL", at, text, false);
    }

    CuratedWorld post(
            String id,
            String account,
            String platform,
            String kind,
            Instant at,
            @Nullable String text,
            boolean isRemoved) {
        posts.add(new Post(
                id, platform, account, kind, at, null, null, null, null, null, null, null, text, 0, null, null,
                isRemoved));
        return this;
    }

    CuratedWorld seen(String post, String platform, Instant at) {
        postMetrics.add(new PostMetric(post, "likes", platform, at, 1L, "REPORTED", "EXACT", "v1"));
        return this;
    }

    /** A counter, observed exactly so many days after publication. */
    CuratedWorld counted(
            String post,
            String platform,
            String metric,
            int ageDays,
            Instant publishedAt,
            @Nullable Long value,
            String capture) {
        postMetricsAtAge.add(new PostMetricAtAge(
                post,
                metric,
                ageDays,
                platform,
                publishedAt.plus(Duration.ofDays(ageDays)),
                value,
                value == null ? "NOT_AVAILABLE" : "REPORTED",
                capture,
                "v1"));
        return this;
    }

    /** Likes, comments and shares at seven days. */
    CuratedWorld engaged(String post, String platform, Instant publishedAt, long likes, long comments, long shares) {
        return counted(post, platform, "likes", 7, publishedAt, likes, "ON_TIME")
                .counted(post, platform, "comments", 7, publishedAt, comments, "ON_TIME")
                .counted(post, platform, "shares", 7, publishedAt, shares, "ON_TIME");
    }

    CuratedWorld tag(String post, String scheme, String tag) {
        postTags.add(new PostTag(post, scheme, tag, "1"));
        return this;
    }

    CuratedWorld comment(
            String id,
            String account,
            String platform,
            String kind,
            String post,
            @Nullable Boolean isByOwner,
            Instant at) {
        interactions.add(new ConformedInteraction(
                id,
                account,
                platform,
                kind,
                false,
                post,
                null,
                null,
                isByOwner,
                at,
                at,
                null,
                0,
                null,
                Measure.missing(MeasureState.NOT_IN_SOURCE, "none")));
        return this;
    }

    CuratedWorld item(String id, String account, Instant receivedAt, @Nullable Instant firstReplyAt) {
        items.add(new AnswerableItem(id, account, "any", "COMMENT", "patients", receivedAt, firstReplyAt, "1"));
        return this;
    }

    CuratedWorld review(String id, String organization, String site, @Nullable Instant at, @Nullable Integer stars) {
        reviews.add(new PatientReview(
                id,
                organization,
                site,
                null,
                null,
                at,
                null,
                stars == null ? null : "STARS_1_5",
                stars,
                "NONE",
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                "NOT_IN_SOURCE",
                BUSINESS_DATE));
        return this;
    }

    MetricInputs inputs() {
        return inputs(rows -> rows);
    }

    /** The tables, each changed in a way that must not matter. */
    MetricInputs inputs(UnaryOperator<Dataset<Row>> change) {
        return new MetricInputs(
                change.apply(TestSession.spark().createDataFrame(organizations, ORGANIZATION)),
                change.apply(rows(Account.class, accounts)),
                change.apply(rows(AccountDay.class, accountDays)),
                change.apply(rows(AccountCoverage.class, coverage)),
                change.apply(rows(Post.class, posts)),
                change.apply(rows(PostMetric.class, postMetrics)),
                change.apply(rows(PostMetricAtAge.class, postMetricsAtAge)),
                change.apply(rows(PostTag.class, postTags)),
                change.apply(rows(ConformedInteraction.class, interactions)),
                change.apply(rows(AnswerableItem.class, items)),
                change.apply(rows(PatientReview.class, reviews)));
    }

    private static <T extends Record> Dataset<Row> rows(Class<T> type, List<T> records) {
        return TestSession.rows(type, records.toArray(Record[]::new));
    }
}
