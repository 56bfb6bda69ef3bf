package org.carebench.jobs.source.nhs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Map;
import org.carebench.contract.dataset.Organization;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.ReplyState;
import org.carebench.contract.dataset.Review;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.Reading.Rejection;
import org.carebench.jobs.source.SourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NhsFeedbackTest {

    private final NhsFeedback format = new NhsFeedback();
    private final SourceTable feedback = SourceTable.of(format.columns())
            .withDefault("code", "xy")
            .withDefault("label", "Waiting")
            .withDefault("subcategory", "Waiting for a bed")
            .withDefault("feedback", "It took long.")
            .withDefault("criticality", "-2")
            .withDefault("organization", "Trust A")
            .withDefault("question", "Trust A - Q1")
            .withDefault("row_index", "0");

    private final Path folder;

    NhsFeedbackTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsAReviewAndTheTrustThatItIsAbout() {
        feedback.row();

        assertThat(read().records())
                .containsExactly(
                        new Organization(
                                "nhs-feedback:trust-a",
                                "nhs-feedback",
                                "trust-a",
                                "Trust A",
                                "NHS trust",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                "GB",
                                null,
                                null,
                                null,
                                MeasureState.NOT_IN_SOURCE,
                                null,
                                Reading.AS_OF,
                                Reading.SOURCE_ID,
                                2),
                        new Review(
                                "nhs-feedback:0",
                                "nhs-feedback:trust-a",
                                "nhs-feedback",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                ReplyState.NOT_IN_SOURCE,
                                null,
                                "Trust A - Q1",
                                "It took long.",
                                0,
                                "xy",
                                "Waiting",
                                "Waiting for a bed",
                                -2,
                                MeasureState.REPORTED,
                                Reading.AS_OF,
                                Reading.SOURCE_ID,
                                2));
    }

    @Test
    void givesEveryTrustOnce() {
        feedback.row("row_index", "1")
                .row("row_index", "2", "organization", "Trust B")
                .row("row_index", "3")
                .row("row_index", "4", "organization", "TRUST  A");

        assertThat(read().records(Organization.class))
                .extracting(Organization::organizationId)
                .containsExactly("nhs-feedback:trust-a", "nhs-feedback:trust-b");
        assertThat(read().records(Review.class))
                .extracting(Review::organizationId)
                .containsExactly(
                        "nhs-feedback:trust-a", "nhs-feedback:trust-b", "nhs-feedback:trust-a", "nhs-feedback:trust-a");
    }

    @Test
    void takesATrustOnlyFromARowThatLands() {
        feedback.row("criticality", "SS").row("row_index", "1");

        assertThat(read().records(Organization.class))
                .extracting(Organization::sourceLine)
                .containsExactly(3L);
    }

    @Test
    void redactsTheTextAndCountsWhatWasTakenOut() {
        feedback.row("feedback", "Write to rosa@post.example,\r\nring 020 7946 0321.");

        assertThat(read().records(Review.class)).singleElement().satisfies(review -> {
            assertThat(review.text()).isEqualTo("Write to [e-mail],\r\nring [phone].");
            assertThat(review.redactions()).isEqualTo(2);
        });
    }

    @Test
    void takesMissingValuesForUnknown() {
        feedback.row("feedback", "", "criticality", "NA", "subcategory", "NA", "label", "", "question", "");

        assertThat(read().records(Review.class)).singleElement().satisfies(review -> {
            assertThat(review.text()).isNull();
            assertThat(review.criticality()).isNull();
            assertThat(review.criticalityState()).isEqualTo(MeasureState.NOT_AVAILABLE);
            assertThat(review.sublabel()).isNull();
            assertThat(review.label()).isNull();
            assertThat(review.question()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource({"-5, -5", "0, 0", "5, 5"})
    void readsCriticalityFromWorstToBest(String text, int criticality) {
        feedback.row("criticality", text);

        assertThat(read().records(Review.class)).extracting(Review::criticality).containsExactly(criticality);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    criticality  | -o  | UNREADABLE_VALUE
                    criticality  | SS  | UNREADABLE_VALUE
                    criticality  | -9  | VALUE_OUT_OF_RANGE
                    criticality  | 6   | VALUE_OUT_OF_RANGE
                    organization | NA  | MISSING_VALUE
                    row_index    | NA  | UNREADABLE_VALUE
                    row_index    | -1  | VALUE_OUT_OF_RANGE
                    """)
    void rejectsARowWithAnUnreadableValue(String column, String value, ProblemCode code) {
        feedback.row(column, value);

        assertThat(read().records()).isEmpty();
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code, Rejection::column)
                .containsExactly(tuple(2L, code, column));
    }

    @Test
    void rejectsASecondRowOfAReview() {
        feedback.row().row("feedback", "Again.").row("row_index", "00");

        assertThat(read().records(Review.class)).extracting(Review::text).containsExactly("It took long.");
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code, Rejection::column)
                .containsExactly(
                        tuple(3L, ProblemCode.DUPLICATE_ID, "row_index"),
                        tuple(4L, ProblemCode.DUPLICATE_ID, "row_index"));
    }

    private Reading read() {
        Path file = feedback.write(folder.resolve("feedback.csv"));
        return Reading.of(format, Reading.vintage(file, Map.of(), Map.of("phone-region", "GB")));
    }
}
