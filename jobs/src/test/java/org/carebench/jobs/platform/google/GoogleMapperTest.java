package org.carebench.jobs.platform.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carebench.jobs.platform.TestClients.fixture;
import static org.carebench.jobs.platform.TestClients.json;

import java.time.Instant;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.RatingScale;
import org.carebench.contract.dataset.ReplyState;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountReading.Profile;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.ReviewReading;
import org.carebench.jobs.platform.UnreadableItemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleMapperTest {

    private static final String LOCATION = "accounts/7/locations/31";
    private static final String PLACE = "ChIJinventedPlace01";

    @Test
    void readsTheRatingOfALocation() {
        assertThat(GoogleMapper.location(LOCATION, json(fixture("google/reviews.json"))))
                .isEqualTo(new AccountReading(
                        LOCATION,
                        null,
                        null,
                        AccountStatus.ACTIVE,
                        null,
                        Profile.UNKNOWN,
                        Counters.of("google")
                                .exact(Counter.RATINGS, 812)
                                .exact(Counter.RATING_HUNDREDTHS, 413)
                                .build()));
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', NOT_AVAILABLE",
        "'{\"averageRating\":null}', NOT_AVAILABLE",
        "'{\"averageRating\":0}', NOT_AVAILABLE",
        "'{\"averageRating\":5.01}', UNREADABLE",
        "'{\"averageRating\":0.9}', UNREADABLE",
        "'{\"averageRating\":\"good\"}', UNREADABLE"
    })
    void inventsNoRating(String reviews, MeasureState state) {
        Counters counters = GoogleMapper.location(LOCATION, json(reviews)).counters();

        assertThat(counters.get(Counter.RATING_HUNDREDTHS))
                .isEqualTo(Measure.missing(state, "google.rating_hundredths.v1"));
        assertThat(counters.get(Counter.RATINGS))
                .isEqualTo(Measure.missing(MeasureState.NOT_AVAILABLE, "google.ratings.v1"));
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "5, 500", "4.1, 410", "4.124, 412", "4.995, 500", "'\"3.7\"', 370"})
    void roundsARatingToHundredths(String rating, long hundredths) {
        assertThat(GoogleMapper.location(LOCATION, json("{\"averageRating\":" + rating + "}"))
                        .counters()
                        .get(Counter.RATING_HUNDREDTHS)
                        .value())
                .isEqualTo(hundredths);
    }

    @Test
    void readsAPlaceWhoseRatingGoogleRounds() {
        assertThat(GoogleMapper.place(PLACE, json(fixture("google/place.json"))))
                .isEqualTo(new AccountReading(
                        PLACE,
                        null,
                        "Riverbend Clinic",
                        AccountStatus.ACTIVE,
                        null,
                        Profile.UNKNOWN,
                        Counters.of("google")
                                .exact(Counter.RATINGS, 215)
                                .reported(Counter.RATING_HUNDREDTHS, 370, Precision.ROUNDED, "v1")
                                .build()));
    }

    @Test
    void knowsNoRatingOfAPlaceThatNobodyRated() {
        AccountReading reading = GoogleMapper.place(PLACE, json("{\"id\":\"" + PLACE + "\"}"));

        assertThat(reading.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(reading.displayName()).isNull();
        assertThat(reading.counters().get(Counter.RATINGS).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
        assertThat(reading.counters().get(Counter.RATING_HUNDREDTHS).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
        assertThat(reading.counters().get(Counter.FOLLOWERS).state()).isEqualTo(MeasureState.NOT_IN_SOURCE);
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATIONAL, ACTIVE",
        "CLOSED_TEMPORARILY, ACTIVE",
        "CLOSED_PERMANENTLY, DEACTIVATED",
        "SOMETHING_NEW, ACTIVE"
    })
    void tellsAPlaceThatClosedForGood(String businessStatus, AccountStatus status) {
        assertThat(GoogleMapper.place(
                                PLACE, json("{\"id\":\"" + PLACE + "\",\"businessStatus\":\"" + businessStatus + "\"}"))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void keepsTheKnownIdOfAPlaceWhoseIdWasReplaced() {
        AccountReading reading = GoogleMapper.place("ChIJold", json(fixture("google/place.json")));

        assertThat(reading.stableId()).isEqualTo("ChIJold");
        assertThat(reading.status()).isEqualTo(AccountStatus.MOVED);
        assertThat(reading.movedTo()).isEqualTo(PLACE);
        assertThat(reading.counters().get(Counter.RATINGS).value()).isEqualTo(215);
    }

    @Test
    void readsAReviewWithItsReply() {
        assertThat(GoogleMapper.review(review(0)))
                .isEqualTo(new ReviewReading(
                        "RvA",
                        RatingScale.STARS_1_5,
                        4,
                        "Short wait & friendly staff.\nParking is hard.",
                        Instant.parse("2026-11-10T10:00:00.123456Z"),
                        Instant.parse("2026-11-12T08:00:00Z"),
                        ReplyState.PUBLISHED,
                        Instant.parse("2026-11-11T09:00:00Z")));
    }

    @Test
    void readsAReviewOfStarsAlone() {
        ReviewReading reading = GoogleMapper.review(review(1));

        assertThat(reading.rating()).isEqualTo(1);
        assertThat(reading.text()).isNull();
        assertThat(reading.replyState()).isEqualTo(ReplyState.NONE);
        assertThat(reading.repliedAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"ONE, 1", "TWO, 2", "THREE, 3", "FOUR, 4", "FIVE, 5", "STAR_RATING_UNSPECIFIED,"})
    void readsStarsInWords(String word, @Nullable Integer stars) {
        ReviewReading reading = GoogleMapper.review(withField("\"starRating\":\"" + word + "\""));

        assertThat(reading.rating()).isEqualTo(stars);
        assertThat(reading.scale()).isEqualTo(stars == null ? null : RatingScale.STARS_1_5);
    }

    @Test
    void knowsNoStarsWhereThereAreNone() {
        assertThat(GoogleMapper.review(withField("\"comment\":\"x\"")).rating()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"reviewReplyState\":\"APPROVED\"', PUBLISHED",
        "'\"reviewReplyState\":\"REVIEW_REPLY_STATE_UNSPECIFIED\"', PUBLISHED",
        "'\"comment\":\"old\"', PUBLISHED",
        "'\"reviewReplyState\":\"PENDING\"', PENDING",
        "'\"reviewReplyState\":\"REJECTED\",\"policyViolation\":\"SPAM\"', REJECTED"
    })
    void countsAReplyOnlyWhereReadersSeeIt(String reply, ReplyState state) {
        assertThat(GoogleMapper.review(withField("\"reviewReply\":{" + reply + "}"))
                        .replyState())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"createTime\":\"2026-01-01T00:00:00Z\"}', reviewId",
        "'{\"reviewId\":\"R\"}', createTime",
        "'{\"reviewId\":\"R\",\"createTime\":\"2026-01-01T00:00:00Z\",\"starRating\":\"SIX\"}', starRating",
        "'{\"reviewId\":\"R\",\"createTime\":\"2026-01-01T00:00:00Z\",\"reviewReply\":{\"reviewReplyState\":\"NEW\"}}', reviewReplyState"
    })
    void refusesAReviewThatIsNotWhatTheContractSays(String review, String field) {
        assertThatThrownBy(() -> GoogleMapper.review(json(review)))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("field " + field);
    }

    @ParameterizedTest
    @CsvSource({
        "'(Translated by Google) Good.\n\n(Original)\nBueno.', Bueno.",
        "'(Translated by Google) Good.', (Translated by Google) Good.",
        "'(Translated by Google) Good. (Original)', (Translated by Google) Good. (Original)",
        "'It is (Original)\nwork.', 'It is (Original)\nwork.'"
    })
    void keepsWhatThePatientWroteAndNotTheTranslation(String comment, String text) {
        String json = "\"comment\":\"" + comment.replace("\n", "\\n") + "\"";

        assertThat(GoogleMapper.review(withField(json)).text()).isEqualTo(text);
    }

    private static Fields review(int index) {
        return json(fixture("google/reviews.json")).items("reviews").get(index);
    }

    private static Fields withField(String field) {
        return json("{\"reviewId\":\"R\",\"createTime\":\"2026-01-01T00:00:00Z\"," + field + "}");
    }
}
