package org.carebench.spark.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.CoverageState;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.RatingScale;
import org.carebench.contract.mart.ProviderMetric;
import org.carebench.spark.MetricDefinitions;
import org.jspecify.annotations.Nullable;

/** Invented facts of one provider in the first period of 2024; a test states only what matters to it. */
final class Facts {

    static final Period PERIOD = new Period(LocalDate.of(2024, 1, 1));
    static final LocalDate BUSINESS_DATE = LocalDate.of(2024, 6, 1);
    static final List<String> TOPICS = List.of("billing", "prevention", "recruiting", "technology");
    static final List<String> AUDIENCES = List.of("community", "patients", "physicians");

    private final List<ProviderAccount> accounts = new ArrayList<>();
    private final List<OwnPost> posts = new ArrayList<>();
    private final List<AccountObservation> observations = new ArrayList<>();
    private final List<InboundItem> items = new ArrayList<>();
    private final List<Rating> ratings = new ArrayList<>();
    private LocalDate businessDate = BUSINESS_DATE;

    /** An account on a platform, of which everything can be read, named like it. */
    Facts account(String platform) {
        return account(
                platform,
                Map.of(
                        DataFamily.ACCOUNT, CoverageState.COMPLETE,
                        DataFamily.POSTS, CoverageState.COMPLETE,
                        DataFamily.INTERACTIONS, CoverageState.COMPLETE));
    }

    Facts account(String platform, Map<DataFamily, CoverageState> coverage) {
        return account(platform, platform, coverage);
    }

    Facts account(String id, String platform, Map<DataFamily, CoverageState> coverage) {
        accounts.add(new ProviderAccount(id, platform, id.startsWith("own"), coverage));
        return this;
    }

    /** The account, and that it was observed every day of the period with so many followers. */
    Facts observed(String platform, @Nullable Long followers) {
        account(platform);
        for (LocalDate day = PERIOD.start(); !day.isAfter(PERIOD.end()); day = day.plusDays(1)) {
            observation(platform, day, followers);
        }
        return this;
    }

    Facts observation(String account, LocalDate day, @Nullable Long followers) {
        return observation(account, day, AccountStatus.ACTIVE, followers, 7, 7);
    }

    Facts observation(
            String account, LocalDate day, AccountStatus status, @Nullable Long followers, int known, int filled) {
        observations.add(
                new AccountObservation(account, platformOf(account), noon(day), day, status, followers, known, filled));
        return this;
    }

    private String platformOf(String account) {
        return accounts.stream()
                .filter(each -> each.accountId().equals(account))
                .map(ProviderAccount::platform)
                .findFirst()
                .orElse(account);
    }

    /** A post at noon of a day of the period, counted from 0. */
    Facts post(String platform, int day, UnaryOperator<PostBuilder> details) {
        posts.add(details.apply(new PostBuilder()).build(platform, platformOf(platform), posts.size(), day));
        return this;
    }

    Facts post(String platform, int day) {
        return post(platform, day, post -> post);
    }

    Facts item(String platform, Instant receivedAt, @Nullable Instant firstReplyAt) {
        items.add(new InboundItem(
                "item" + items.size(),
                platform,
                receivedAt,
                receivedAt.atZone(ZoneOffset.UTC).toLocalDate(),
                firstReplyAt));
        return this;
    }

    Facts rating(String site, RatingScale scale, int value) {
        ratings.add(new Rating("review" + ratings.size(), site, PERIOD.start().plusDays(3), scale, value));
        return this;
    }

    Facts asOf(LocalDate date) {
        businessDate = date;
        return this;
    }

    List<ProviderMetric> metrics() {
        return new MetricComputation(MetricDefinitions.all(), MetricDefinitions.rule(), TOPICS, AUDIENCES, businessDate)
                .of(new ProviderHistory("cms:1", accounts, posts, observations, items, ratings));
    }

    /** A metric of the first period. */
    ProviderMetric metric(String id, String platform) {
        return metrics().stream()
                .filter(row -> row.metricId().equals(id)
                        && row.platform().equals(platform)
                        && row.periodStart().equals(PERIOD.start()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of " + id + " on " + platform));
    }

    ProviderMetric metric(String id) {
        return metric(id, MetricComputation.ALL_PLATFORMS);
    }

    static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    static Instant at(int day, int hour) {
        return PERIOD.start().plusDays(day).atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    /** What a post has beyond its day. */
    static final class PostBuilder {

        private final Map<String, AgedCounter> counters = new HashMap<>();
        private @Nullable String textKey;
        private boolean isShortLived;
        private @Nullable Long ownComments = 0L;
        private Set<String> topics = Set.of();
        private Set<String> audiences = Set.of();
        private int hour = 12;

        PostBuilder counted(long likes, long comments, long shares) {
            return counter("likes", likes, true)
                    .counter("comments", comments, true)
                    .counter("shares", shares, true);
        }

        PostBuilder counter(String metric, @Nullable Long value, boolean isOnTime) {
            counters.put(metric, new AgedCounter(value, isOnTime));
            return this;
        }

        PostBuilder ownComments(@Nullable Long comments) {
            ownComments = comments;
            return this;
        }

        PostBuilder text(String key) {
            textKey = key;
            return this;
        }

        PostBuilder shortLived() {
            isShortLived = true;
            return this;
        }

        PostBuilder topics(String... tags) {
            topics = Set.of(tags);
            return this;
        }

        PostBuilder audiences(String... tags) {
            audiences = Set.of(tags);
            return this;
        }

        PostBuilder hour(int ofDay) {
            hour = ofDay;
            return this;
        }

        private OwnPost build(String account, String platform, int number, int day) {
            return new OwnPost(
                    "post" + number,
                    account,
                    platform,
                    at(day, hour),
                    PERIOD.start().plusDays(day),
                    textKey,
                    isShortLived,
                    counters,
                    ownComments,
                    topics,
                    audiences);
        }
    }
}
