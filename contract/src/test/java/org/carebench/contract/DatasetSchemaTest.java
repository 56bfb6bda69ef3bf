package org.carebench.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.carebench.contract.curated.Account;
import org.carebench.contract.curated.AccountDay;
import org.carebench.contract.curated.AnswerableItem;
import org.carebench.contract.curated.ConformedDiscussion;
import org.carebench.contract.curated.ConformedInsight;
import org.carebench.contract.curated.ConformedInteraction;
import org.carebench.contract.curated.ConformedOrganization;
import org.carebench.contract.curated.ConformedOutcome;
import org.carebench.contract.curated.PatientReview;
import org.carebench.contract.curated.Post;
import org.carebench.contract.curated.PostMetric;
import org.carebench.contract.curated.PostMetricAtAge;
import org.carebench.contract.curated.PostTag;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.AccountInsight;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.Discussion;
import org.carebench.contract.dataset.Facility;
import org.carebench.contract.dataset.Interaction;
import org.carebench.contract.dataset.Organization;
import org.carebench.contract.dataset.OrganizationTrait;
import org.carebench.contract.dataset.Outcome;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.dataset.Review;
import org.carebench.contract.mart.Adoption;
import org.carebench.contract.mart.AdoptionSummary;
import org.carebench.contract.mart.CohortBalance;
import org.carebench.contract.mart.CohortComparison;
import org.carebench.contract.mart.CohortMembership;
import org.carebench.contract.mart.ComparisonVariant;
import org.carebench.contract.mart.DoseResponse;
import org.carebench.contract.mart.IndexComponent;
import org.carebench.contract.mart.IndexValidity;
import org.carebench.contract.mart.IntegrationIndex;
import org.carebench.contract.mart.MetricDistribution;
import org.carebench.contract.mart.PeerDistribution;
import org.carebench.contract.mart.PeerPosition;
import org.carebench.contract.mart.ProviderMetric;
import org.carebench.contract.mart.Recommendation;
import org.carebench.contract.schema.Column;
import org.carebench.contract.schema.ColumnType;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatasetSchemaTest {

    static Stream<Class<? extends Record>> datasets() {
        return Stream.of(
                Organization.class,
                Facility.class,
                OrganizationTrait.class,
                AccountLink.class,
                AccountSnapshot.class,
                PostSnapshot.class,
                Interaction.class,
                Discussion.class,
                AccountInsight.class,
                AccountCoverage.class,
                Review.class,
                Outcome.class,
                Problem.class,
                ConformedOrganization.class,
                Account.class,
                AccountDay.class,
                Post.class,
                PostMetric.class,
                PostMetricAtAge.class,
                PostTag.class,
                AnswerableItem.class,
                ConformedInteraction.class,
                ConformedDiscussion.class,
                ConformedInsight.class,
                PatientReview.class,
                ConformedOutcome.class,
                Adoption.class,
                AdoptionSummary.class,
                PeerDistribution.class,
                Recommendation.class,
                ProviderMetric.class,
                IndexComponent.class,
                IntegrationIndex.class,
                CohortMembership.class,
                CohortComparison.class,
                CohortBalance.class,
                ComparisonVariant.class,
                DoseResponse.class,
                IndexValidity.class,
                PeerPosition.class,
                MetricDistribution.class);
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void describesEveryColumnAndNamesAKey(Class<? extends Record> dataset) {
        DatasetSchema schema = DatasetSchema.of(dataset);

        assertThat(schema.name()).matches("[a-z]+(_[a-z]+)*");
        assertThat(schema.grain()).startsWith("one row per ");
        assertThat(schema.key()).isNotEmpty();
        assertThat(schema.columnNames())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9]+(_[a-z0-9]+)*"));
        assertThat(schema.columns()).allMatch(column -> column.description().length() > 5);
    }

    @Test
    void flattensAMeasureIntoValueStatePrecisionAndDefinition() {
        DatasetSchema schema = DatasetSchema.of(AccountSnapshot.class);

        assertThat(schema.columnNames())
                .containsSubsequence("followers", "followers_state", "followers_precision", "followers_definition");
        assertThat(schema.columns().get(schema.columnNames().indexOf("followers")))
                .extracting(Column::type, Column::nullable)
                .containsExactly(ColumnType.BIGINT, true);
    }

    @Test
    void givesValuesInColumnOrderWithEnumsAsNames() {
        Instant observed = Instant.parse("2025-12-06T00:00:00Z");
        AccountSnapshot snapshot = new AccountSnapshot(
                "youtube:x",
                observed,
                "youtube",
                "@x",
                "X",
                AccountStatus.ACTIVE,
                null,
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                Measure.reported(7, Precision.ROUNDED, "followers.v1"),
                Measure.missing(MeasureState.NOT_IN_SOURCE, "following.v1"),
                Measure.missing(MeasureState.NOT_IN_SOURCE, "posts.v1"),
                Measure.missing(MeasureState.NOT_IN_SOURCE, "views.v1"),
                Measure.missing(MeasureState.NOT_IN_SOURCE, "ratings.v1"),
                Measure.missing(MeasureState.NOT_IN_SOURCE, "rating.v1"),
                "source",
                3);

        assertThat(DatasetSchema.values(snapshot))
                .startsWith("youtube:x", observed, "youtube", "@x", "X", "ACTIVE", null, true)
                .containsSequence(7L, "REPORTED", "ROUNDED", "followers.v1", null, "NOT_IN_SOURCE", "UNKNOWN")
                .endsWith(null, "NOT_IN_SOURCE", "UNKNOWN", "rating.v1", "source", 3L);
        assertThat(DatasetSchema.values(snapshot))
                .hasSameSizeAs(DatasetSchema.of(AccountSnapshot.class).columns());
    }

    @Test
    void refusesARecordThatIsNoDataset() {
        assertThatThrownBy(() -> DatasetSchema.of(Column.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("org.carebench.contract.schema.Column")
                .hasMessageContaining("@Dataset");
    }

    @Test
    void refusesAMeasureWhoseStateContradictsItsValue() {
        assertThatThrownBy(() -> new Measure(null, MeasureState.REPORTED, Precision.EXACT, "views.v1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot create a measure of views.v1: state REPORTED contradicts value null");
        assertThatThrownBy(() -> new Measure(0L, MeasureState.DISABLED, Precision.EXACT, "views.v1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot create a measure of views.v1: state DISABLED contradicts value 0");
    }

    @Test
    void keysAreColumns() {
        List<DatasetSchema> schemas = datasets().map(DatasetSchema::of).toList();

        assertThat(schemas)
                .allSatisfy(schema -> assertThat(schema.columnNames()).containsAll(schema.key()));
    }
}
