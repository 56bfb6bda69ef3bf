package org.carebench.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
import org.carebench.contract.dataset.Problem;
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
import org.carebench.contract.schema.ColumnType;
import org.carebench.contract.schema.DatasetSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

class StagingContractIT {

    private static final JdbcTemplate JDBC = new JdbcTemplate(WarehouseServer.createMigratedDatabase());

    private static final Map<ColumnType, String> TYPES = Map.of(
            ColumnType.TEXT, "text",
            ColumnType.INTEGER, "integer",
            ColumnType.BIGINT, "bigint",
            ColumnType.DOUBLE, "double precision",
            ColumnType.BOOLEAN, "boolean",
            ColumnType.DATE, "date",
            ColumnType.TIMESTAMP, "timestamp with time zone");

    @ParameterizedTest
    @MethodSource("schemas")
    void stagesExactlyTheColumnsOfTheContract(DatasetSchema schema) {
        List<String> contract = Stream.concat(
                        Stream.of("release_id text"),
                        schema.columns().stream().map(column -> column.name() + " " + TYPES.get(column.type())))
                .toList();

        assertThat(columns("staging.stg_" + schema.name())).isEqualTo(contract);
    }

    @Test
    void stagesEveryDatasetAndNothingElse() {
        assertThat(JDBC.queryForList("select tablename from pg_tables where schemaname = 'staging'", String.class))
                .containsExactlyInAnyOrderElementsOf(
                        schemas().map(schema -> "stg_" + schema.name()).toList());
    }

    static Stream<DatasetSchema> schemas() {
        return Stream.of(
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
                        AccountCoverage.class,
                        Problem.class,
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
                        MetricDistribution.class)
                .map(DatasetSchema::of);
    }

    private static List<String> columns(String table) {
        return JDBC.queryForList(
                "select attname || ' ' || format_type(atttypid, atttypmod) from pg_attribute"
                        + " where attrelid = ?::regclass and attnum > 0 order by attnum",
                String.class,
                table);
    }
}
