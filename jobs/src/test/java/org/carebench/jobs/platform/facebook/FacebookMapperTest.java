package org.carebench.jobs.platform.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
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
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.TestClients;
import org.carebench.jobs.platform.UnreadableItemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacebookMapperTest {

    private static final String ID = "1000000000001";
    private static final AccountRef PAGE = page("@valley.hospital");
    private static final PostRef POST = new PostRef(PAGE, "1000000000001_2001");

    private final FacebookMapper mapper = new FacebookMapper();

    @Test
    void readsAProfile() {
        AccountReading page = account(TestClients.fixture("facebook/page.json"), PageFields.WITH_PROFILE, PAGE);

        assertThat(page)
                .returns(ID, AccountReading::stableId)
                .returns("ValleyHospital", AccountReading::handle)
                .returns("Hospital of the Valley", AccountReading::displayName)
                .returns(AccountStatus.ACTIVE, AccountReading::status)
                .returns(
                        new AccountReading.Profile(true, false, true, true, true, false, true),
                        AccountReading::profile);
        assertThat(page.counters().get(Counter.FOLLOWERS)).isEqualTo(reported(8123, "followers"));
        assertThat(page.counters().get(Counter.RATINGS)).isEqualTo(reported(312, "ratings"));
        assertThat(page.counters().get(Counter.RATING_HUNDREDTHS)).isEqualTo(reported(425, "rating_hundredths"));
    }

    @Test
    void doesNotKnowTheProfileWhereItCouldNotBeAskedFor() {
        AccountReading page = account("""
                {"id": "1000000000001", "name": "Hospital", "verification_status": "not_verified"}
                """, PageFields.BASIC, PAGE);

        assertThat(page.profile()).isEqualTo(new AccountReading.Profile(null, null, null, false, null, null, null));
        assertThat(page.handle()).isNull();
        assertThat(page.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(page.counters().get(Counter.FOLLOWERS).state()).isEqualTo(MeasureState.DISABLED);
        assertThat(page.counters().get(Counter.RATINGS).state()).isEqualTo(MeasureState.NOT_IN_SOURCE);
        assertThat(page.counters().get(Counter.RATING_HUNDREDTHS).state()).isEqualTo(MeasureState.NOT_IN_SOURCE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"overall_star_rating\": 0, \"rating_count\": 0 | NOT_AVAILABLE |",
                "\"name\": \"no rating\" | NOT_AVAILABLE |",
                "\"overall_star_rating\": 5 | REPORTED | 500",
                "\"overall_star_rating\": \"4.667\" | REPORTED | 467",
                "\"overall_star_rating\": 1.0 | REPORTED | 100",
                "\"overall_star_rating\": 5.1 | UNREADABLE |",
                "\"overall_star_rating\": \"good\" | UNREADABLE |",
            })
    void readsTheMeanRatingInHundredths(String field, MeasureState state, Long hundredths) {
        Measure rating = account("{\"id\": \"1\", " + field + "}", PageFields.WITH_RATINGS, PAGE)
                .counters()
                .get(Counter.RATING_HUNDREDTHS);

        assertThat(rating).returns(state, Measure::state).returns(hundredths, Measure::value);
    }

    @ParameterizedTest
    @CsvSource({
        "valley.hospital, ACTIVE",
        "VALLEYHOSPITAL, ACTIVE",
        "1000000000001, ACTIVE",
        "Hospital-of-the-Valley-1000000000001, ACTIVE",
        "oldhospital, RENAMED",
    })
    void seesThatAPageWasRenamed(String handle, AccountStatus expected) {
        String answer = TestClients.fixture("facebook/page.json");

        assertThat(account(answer, PageFields.WITH_PROFILE, page(handle)).status())
                .isEqualTo(expected);
    }

    @Test
    void seesThatAPageIsSwitchedOff() {
        assertThat(account("{\"id\": \"1\", \"is_published\": false, \"followers_count\": 3}", PageFields.BASIC, PAGE))
                .returns(AccountStatus.DEACTIVATED, AccountReading::status)
                .returns(reported(3, "followers"), page -> page.counters().get(Counter.FOLLOWERS));
    }

    @Test
    void readsAPost() {
        PostReading post = mapper.foreignPost(posts("facebook/posts_1.json").get(0));

        assertThat(post)
                .returns("1000000000001_2001", PostReading::postId)
                .returns(PostKind.ORIGINAL, PostReading::kind)
                .returns(Instant.parse("2026-11-20T09:00:00Z"), PostReading::publishedAt)
                .returns("https://www.facebook.com/1000000000001/posts/2001", PostReading::permalink)
                .returns("added_photos", PostReading::contentForm)
                .returns("Flu shots are here.", PostReading::text);
        assertThat(post.counters().get(Counter.LIKES)).isEqualTo(reported(31, "likes"));
        assertThat(post.counters().get(Counter.COMMENTS)).isEqualTo(reported(6, "comments"));
        assertThat(post.counters().get(Counter.SHARES)).isEqualTo(reported(4, "shares"));
        assertThat(post.counters().get(Counter.REACH).state()).isEqualTo(MeasureState.NOT_PERMITTED);
        assertThat(post.counters().get(Counter.VIEWS).state()).isEqualTo(MeasureState.NOT_IN_SOURCE);
    }

    @Test
    void takesLeftOutSharesForNoneAndALeftOutMessageForNoText() {
        PostReading post = mapper.foreignPost(posts("facebook/posts_2.json").get(0));

        assertThat(post.text()).isNull();
        assertThat(post.counters().get(Counter.SHARES)).isEqualTo(reported(0, "shares"));
        assertThat(post.counters().get(Counter.LIKES)).isEqualTo(reported(0, "likes"));
    }

    @Test
    void takesLeftOutSummariesForHidden() {
        Counters counters = mapper.foreignPost(TestClients.json(
                        "{\"id\": \"1_2\", \"created_time\": \"2026-11-20T09:00:00+0000\"," + " \"shares\": {}}"))
                .counters();

        assertThat(counters.get(Counter.LIKES).state()).isEqualTo(MeasureState.DISABLED);
        assertThat(counters.get(Counter.COMMENTS).state()).isEqualTo(MeasureState.DISABLED);
        assertThat(counters.get(Counter.SHARES).state()).isEqualTo(MeasureState.UNREADABLE);
    }

    @Test
    void readsACommentUnderAnOwnedPost() {
        InteractionReading comment =
                mapper.comment(comments("facebook/comments_owned.json").get(0), POST);

        assertThat(comment)
                .returns("2001_3001", InteractionReading::interactionId)
                .returns(InteractionKind.COMMENT, InteractionReading::kind)
                .returns("1000000000001_2001", InteractionReading::postId)
                .returns("1000000000001_2001", InteractionReading::parentId)
                .returns("7700000000001", InteractionReading::authorId)
                .returns(false, InteractionReading::isByOwner)
                .returns(Instant.parse("2026-11-20T09:40:00Z"), InteractionReading::publishedAt)
                .returns("Do I need an appointment?", InteractionReading::text);
        assertThat(comment.counters().get(Counter.LIKES)).isEqualTo(reported(2, "likes"));
        assertThat(comment.counters().get(Counter.COMMENTS)).isEqualTo(reported(1, "comments"));
        assertThat(comment.toString()).doesNotContain("Invented");
    }

    @Test
    void readsAReplyOfThePageAndShortensOldIds() {
        assertThat(mapper.comment(comments("facebook/comments_owned.json").get(1), POST))
                .returns("2001_3002", InteractionReading::interactionId)
                .returns(InteractionKind.REPLY, InteractionReading::kind)
                .returns("2001_3001", InteractionReading::parentId)
                .returns(true, InteractionReading::isByOwner);
    }

    @Test
    void readsACommentUnderAnothersPostWithoutIdAndAuthor() {
        assertThat(comments("facebook/comments_others.json"))
                .extracting(comment -> mapper.comment(comment, POST))
                .allSatisfy(comment -> assertThat(comment)
                        .returns(null, InteractionReading::interactionId)
                        .returns(InteractionKind.COMMENT, InteractionReading::kind)
                        .returns(null, InteractionReading::parentId)
                        .returns(null, InteractionReading::authorId)
                        .returns(null, InteractionReading::isByOwner));
    }

    @Test
    void refusesItemsWithoutIdOrTime() {
        assertThatThrownBy(
                        () -> mapper.foreignPost(posts("facebook/posts_1.json").get(1)))
                .isInstanceOfSatisfying(
                        UnreadableItemException.class,
                        e -> assertThat(e.field()).isEqualTo("created_time"));
        assertThatThrownBy(() -> mapper.comment(TestClients.json("{\"id\": \"1_2\"}"), POST))
                .isInstanceOfSatisfying(
                        UnreadableItemException.class,
                        e -> assertThat(e.field()).isEqualTo("created_time"));
        assertThatThrownBy(() -> mapper.tagged(TestClients.json("{\"message\": \"x\"}"), PAGE))
                .isInstanceOfSatisfying(
                        UnreadableItemException.class,
                        e -> assertThat(e.field()).isEqualTo("id"));
    }

    private AccountReading account(String answer, PageFields fields, AccountRef page) {
        return mapper.account(new FacebookResponse(TestClients.json(answer)), fields, page);
    }

    private static List<Fields> posts(String fixture) {
        return TestClients.json(TestClients.fixture(fixture)).items("data");
    }

    private static List<Fields> comments(String fixture) {
        return TestClients.json(TestClients.fixture(fixture)).items("data");
    }

    private static AccountRef page(String handle) {
        return new AccountRef("facebook", "key", handle, ID, Relation.OWNED, null, "alias");
    }

    private static Measure reported(long value, String name) {
        return Measure.reported(value, Precision.EXACT, "facebook." + name + ".v1");
    }
}
