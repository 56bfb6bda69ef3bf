package org.carebench.jobs.platform.linkedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.Relation;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InsightReading;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.TestClients;
import org.carebench.jobs.platform.UnreadableItemException;
import org.junit.jupiter.api.Test;

class LinkedInMapperTest {

    private static final Counters STATISTICS = LinkedInMapper.statistics(TestClients.json("""
            {"impressionCount":900,"uniqueImpressionsCount":610,"clickCount":12,"likeCount":20,"commentCount":2,"shareCount":1}
            """));

    @Test
    void readsAnOrganization() {
        AccountReading reading = account("550011", "{\"firstDegreeSize\":2310}");

        assertThat(reading.stableId()).isEqualTo("550011");
        assertThat(reading.handle()).isEqualTo("clinica-alba");
        assertThat(reading.displayName()).isEqualTo("Clinica Alba");
        assertThat(reading.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(reading.profile()).isEqualTo(new AccountReading.Profile(null, true, true, null, null, true, null));
        assertThat(reading.counters().get(Counter.FOLLOWERS)).isEqualTo(exact(2310, "linkedin.followers.v1"));
        assertThat(reading.counters().get(Counter.FOLLOWING).state()).isEqualTo(MeasureState.NOT_IN_SOURCE);
    }

    @Test
    void keepsTheIdAsTheRosterSpellsIt() {
        assertThat(account("urn:li:organization:550011", "{\"firstDegreeSize\":1}")
                        .stableId())
                .isEqualTo("urn:li:organization:550011");
    }

    @Test
    void doesNotTakeAnAbsentNumberOfFollowersForNone() {
        assertThat(account("550011", "{}").counters().get(Counter.FOLLOWERS))
                .isEqualTo(Measure.missing(MeasureState.UNREADABLE, "linkedin.followers.v1"));
    }

    @Test
    void noticesANewName() {
        AccountRef asked = new AccountRef("linkedin", "k", "alba-old", "550011", Relation.OWNED, null, "li");

        assertThat(LinkedInMapper.account(fixture("organization"), asked, Fields.of(null), MeasureState.NOT_PERMITTED)
                        .status())
                .isEqualTo(AccountStatus.RENAMED);
    }

    @Test
    void readsAnEditedPost() {
        PostReading reading = LinkedInMapper.post(posts().get(0), STATISTICS);

        assertThat(reading.postId()).isEqualTo("urn:li:share:7000000000000000003");
        assertThat(reading.kind()).isEqualTo(PostKind.ORIGINAL);
        assertThat(reading.publishedAt()).isEqualTo(Instant.ofEpochMilli(1795053600000L));
        assertThat(reading.editedAt()).isEqualTo(Instant.ofEpochMilli(1795060000000L));
        assertThat(reading.contentForm()).isEqualTo("multiImage");
        assertThat(reading.text()).isEqualTo("Nuevo quirofano");
        assertThat(reading.counters().get(Counter.LIKES)).isEqualTo(exact(20, "linkedin.likes.v1"));
        assertThat(reading.counters().get(Counter.COMMENTS)).isEqualTo(exact(2, "linkedin.comments.v1"));
        assertThat(reading.counters().get(Counter.SHARES)).isEqualTo(exact(1, "linkedin.shares.v1"));
        assertThat(reading.counters().get(Counter.IMPRESSIONS)).isEqualTo(exact(900, "linkedin.impressions.v1"));
        assertThat(reading.counters().get(Counter.REACH)).isEqualTo(exact(610, "linkedin.reach.v1"));
        assertThat(reading.counters().get(Counter.CLICKS)).isEqualTo(exact(12, "linkedin.clicks.v1"));
    }

    @Test
    void doesNotCallAPostEditedThatWasNot() {
        assertThat(LinkedInMapper.post(posts().get(1), STATISTICS).editedAt()).isNull();
    }

    @Test
    void tellsRepostsFromQuotes() {
        PostReading repost = LinkedInMapper.post(posts().get(2), STATISTICS);
        PostReading quote = LinkedInMapper.post(posts().get(3), STATISTICS);

        assertThat(repost.kind()).isEqualTo(PostKind.REPOST);
        assertThat(repost.counters().get(Counter.LIKES).state()).isEqualTo(MeasureState.NOT_APPLICABLE);
        assertThat(quote.kind()).isEqualTo(PostKind.QUOTE);
        assertThat(quote.replyToId()).isEqualTo("urn:li:share:6900000000000000008");
        assertThat(quote.counters().get(Counter.LIKES).value()).isEqualTo(20);
    }

    @Test
    void knowsADraft() {
        assertThat(posts().stream().map(LinkedInMapper::isPublished)).containsExactly(true, true, true, true, false);
    }

    @Test
    void refusesATimeInSeconds() {
        Fields post = TestClients.json("{\"id\":\"urn:li:share:1\",\"publishedAt\":1795053}");

        assertThatThrownBy(() -> LinkedInMapper.post(post, STATISTICS))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("publishedAt");
    }

    @Test
    void addsUpReactionsWhereThereAreNoStatistics() {
        Counters counters = LinkedInMapper.metadata(fixture("social_metadata"), MeasureState.NOT_PERMITTED);

        assertThat(counters.get(Counter.LIKES)).isEqualTo(exact(5, "linkedin.likes.v1"));
        assertThat(counters.get(Counter.COMMENTS)).isEqualTo(exact(4, "linkedin.comments.v1"));
        assertThat(counters.get(Counter.IMPRESSIONS))
                .isEqualTo(Measure.missing(MeasureState.NOT_PERMITTED, "linkedin.impressions.v1"));
    }

    @Test
    void doesNotAddUpWhatItCannotRead() {
        Counters counters = LinkedInMapper.metadata(
                TestClients.json("{\"reactionSummaries\":{\"LIKE\":{\"count\":3},\"PRAISE\":{}}}"),
                MeasureState.NOT_AVAILABLE);

        assertThat(counters.get(Counter.LIKES).state()).isEqualTo(MeasureState.UNREADABLE);
    }

    @Test
    void knowsNoReactionsWhereNoneAreGiven() {
        Counters counters = LinkedInMapper.metadata(TestClients.json("{}"), MeasureState.NOT_AVAILABLE);

        assertThat(counters.get(Counter.LIKES).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
        assertThat(counters.get(Counter.COMMENTS).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
    }

    @Test
    void readsACommentWithoutItsText() {
        InteractionReading reading =
                comment(fixture("comments").items("elements").get(0));

        assertThat(reading.interactionId()).isEqualTo("7100000000000000001");
        assertThat(reading.kind()).isEqualTo(InteractionKind.COMMENT);
        assertThat(reading.postId()).isEqualTo("urn:li:share:3");
        assertThat(reading.parentId()).isEqualTo("urn:li:share:3");
        assertThat(reading.authorId()).isEqualTo("urn:li:person:p01");
        assertThat(reading.isByOwner()).isFalse();
        assertThat(reading.publishedAt()).isEqualTo(Instant.ofEpochMilli(1795054000000L));
        assertThat(reading.text()).isNull();
        assertThat(reading.counters().get(Counter.LIKES).value()).isEqualTo(2);
    }

    @Test
    void readsTheOwnersReplyUnderTheCommentsNumber() {
        InteractionReading reading =
                comment(fixture("replies").items("elements").get(0));

        assertThat(reading.kind()).isEqualTo(InteractionKind.REPLY);
        assertThat(reading.parentId()).isEqualTo("7100000000000000001");
        assertThat(reading.isByOwner()).isTrue();
    }

    @Test
    void findsTheNumberOfACommentInItsUrn() {
        InteractionReading reading = comment(TestClients.json("""
                {"$URN":"urn:li:comment:(urn:li:activity:70,7001)","created":{"time":1795054000000}}
                """));

        assertThat(reading.interactionId()).isEqualTo("7001");
        assertThat(reading.authorId()).isNull();
        assertThat(reading.isByOwner()).isNull();
    }

    @Test
    void readsAMetricOfADay() {
        Fields element = fixture("daily_shares").items("elements").get(1);
        Fields counts = element.at("totalShareStatistics");

        assertThat(LinkedInMapper.insight(element, counts, "impressionCount"))
                .isEqualTo(new InsightReading(
                        "impressionCount",
                        LocalDate.parse("2026-11-20"),
                        ZoneOffset.UTC,
                        exact(100, "linkedin.insights.impressionCount.v1")));
        assertThat(LinkedInMapper.insight(element, counts, "uniqueImpressionsCount")
                        .value())
                .isEqualTo(Measure.missing(MeasureState.NOT_AVAILABLE, "linkedin.insights.uniqueImpressionsCount.v1"));
    }

    private static InteractionReading comment(Fields comment) {
        return LinkedInMapper.comment(comment, "urn:li:share:3", "urn:li:organization:550011");
    }

    private static AccountReading account(String stableId, String network) {
        AccountRef asked = new AccountRef("linkedin", "k", "Clinica-Alba", stableId, Relation.OWNED, null, "li");
        return LinkedInMapper.account(
                fixture("organization"), asked, TestClients.json(network), MeasureState.UNREADABLE);
    }

    private static List<Fields> posts() {
        return fixture("posts").items("elements");
    }

    private static Fields fixture(String name) {
        return TestClients.json(TestClients.fixture("linkedin/" + name + ".json"));
    }

    private static Measure exact(long value, String definition) {
        return Measure.reported(value, Precision.EXACT, definition);
    }
}
