package org.carebench.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.carebench.contract.curated.Account;
import org.carebench.contract.curated.AccountDay;
import org.carebench.contract.curated.AnswerableItem;
import org.carebench.contract.curated.ConformedInsight;
import org.carebench.contract.curated.ConformedOrganization;
import org.carebench.contract.curated.ConformedOutcome;
import org.carebench.contract.curated.PostMetric;
import org.carebench.contract.curated.PostMetricAtAge;
import org.carebench.contract.curated.PostTag;
import org.carebench.contract.mart.CohortMembership;
import org.carebench.contract.mart.IndexComponent;
import org.carebench.contract.mart.IntegrationIndex;
import org.carebench.contract.mart.ProviderMetric;
import org.carebench.contract.schema.Column;
import org.carebench.contract.schema.ColumnType;
import org.carebench.contract.schema.DatasetSchema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes one staged column at a time, so that no merge and no audit can forget one. */
class EveryColumnIT {

    private static final DataSource DATABASE = WarehouseServer.createMigratedDatabase();
    private static final Release FRIDAY = Release.parse("2025-12-06.1");
    private static final Release SATURDAY = Release.parse("2025-12-07.1");

    /** A merge that keeps history: its file, its target, and the schema of what it merges. */
    private record HistoryMerge(String file, String target, DatasetSchema schema) {}

    @ParameterizedTest
    @MethodSource("historyMerges")
    void opensANewVersionWhenAnyColumnChanges(HistoryMerge merge) throws Exception {
        try (WarehouseSession session = sessionWithStagedNights()) {
            FRIDAY.register(session.template());
            SATURDAY.register(session.template());
            session.run(merge.file(), FRIDAY);
            for (Column column : merge.schema().columns()) {
                if (isNoStatement(merge.schema(), column)) {
                    continue;
                }
                execute(session, "savepoint unchanged");
                change(session, merge.schema(), column, SATURDAY);

                session.run(merge.file(), SATURDAY);

                assertThat(rows(session, merge.target())).as(column.name()).isEqualTo(2);
                execute(session, "rollback to savepoint unchanged");
            }
            session.run(merge.file(), SATURDAY);

            assertThat(rows(session, merge.target())).as("nothing changed").isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.carebench.sql.StagingContractIT#schemas")
    void noticesAnyColumnThatDiffersFromWhatWasMerged(DatasetSchema schema) throws Exception {
        try (WarehouseSession session = sessionWithStagedNights()) {
            PublishNightIT.publish(session, FRIDAY);
            for (Column column : schema.columns()) {
                if (isNoStatement(schema, column)) {
                    continue;
                }
                execute(session, "savepoint merged");
                change(session, schema, column, FRIDAY);

                assertThat(session.query("audit/merged_counts.sql", FRIDAY))
                        .as(column.name())
                        .contains("\n" + schema.name() + ",1,0\n");
                execute(session, "rollback to savepoint merged");
            }
        }
    }

    static Stream<HistoryMerge> historyMerges() {
        return Stream.of(
                new HistoryMerge(
                        "load/10_merge_dim_organization.sql",
                        "warehouse.dim_organization",
                        DatasetSchema.of(ConformedOrganization.class)),
                new HistoryMerge(
                        "load/15_merge_dim_account.sql", "warehouse.dim_account", DatasetSchema.of(Account.class)),
                new HistoryMerge(
                        "load/25_merge_fct_post_metric.sql",
                        "warehouse.fct_post_metric",
                        DatasetSchema.of(PostMetric.class)),
                new HistoryMerge(
                        "load/30_merge_fct_account_day.sql",
                        "warehouse.fct_account_day",
                        DatasetSchema.of(AccountDay.class)),
                new HistoryMerge(
                        "load/32_merge_fct_account_insight.sql",
                        "warehouse.fct_account_insight",
                        DatasetSchema.of(ConformedInsight.class)),
                new HistoryMerge(
                        "load/50_merge_fct_outcome.sql",
                        "warehouse.fct_outcome",
                        DatasetSchema.of(ConformedOutcome.class)),
                new HistoryMerge(
                        "load/26_merge_fct_post_metric_at_age.sql",
                        "warehouse.fct_post_metric_at_age",
                        DatasetSchema.of(PostMetricAtAge.class)),
                new HistoryMerge(
                        "load/27_merge_fct_post_tag.sql", "warehouse.fct_post_tag", DatasetSchema.of(PostTag.class)),
                new HistoryMerge(
                        "load/38_merge_fct_answerable_item.sql",
                        "warehouse.fct_answerable_item",
                        DatasetSchema.of(AnswerableItem.class)),
                new HistoryMerge(
                        "load/80_merge_fct_provider_metric.sql",
                        "warehouse.fct_provider_metric",
                        DatasetSchema.of(ProviderMetric.class)),
                new HistoryMerge(
                        "load/81_merge_fct_index_component.sql",
                        "warehouse.fct_index_component",
                        DatasetSchema.of(IndexComponent.class)),
                new HistoryMerge(
                        "load/82_merge_fct_integration_index.sql",
                        "warehouse.fct_integration_index",
                        DatasetSchema.of(IntegrationIndex.class)),
                new HistoryMerge(
                        "load/83_merge_fct_cohort_membership.sql",
                        "warehouse.fct_cohort_membership",
                        DatasetSchema.of(CohortMembership.class)));
    }

    /** The date of the registry file says nothing about the provider. */
    private static boolean isNoStatement(DatasetSchema schema, Column column) {
        return schema.name().equals("organization") && column.name().equals("source_as_of");
    }

    private static WarehouseSession sessionWithStagedNights() throws IOException, SQLException {
        WarehouseSession session = new WarehouseSession(DATABASE);
        for (Map.Entry<String, Path> table : PublishNightIT.NIGHT.given().entrySet()) {
            session.load(table.getKey(), table.getValue());
        }
        execute(session, """
                insert into warehouse.dim_measure (measure_id, version, title, question, numerator, denominator, unit,
                    direction)
                values ('hcahps_recommend_top', 'v1x', '', '', '', '', '', ''),
                    ('hcahps_recommend_topx', 'v1', '', '', '', '', '', '')
                """);
        return session;
    }

    private static void change(WarehouseSession session, DatasetSchema schema, Column column, Release release) {
        String changed = changed(column.type()).replace("?", column.name());
        session.template()
                .update(
                        "update staging.stg_" + schema.name() + " set " + column.name() + " = " + changed
                                + " where release_id = :release_id",
                        release.parameters());
    }

    private static String changed(ColumnType type) {
        return switch (type) {
            case TEXT -> "coalesce(?, '') || 'x'";
            case INTEGER, BIGINT, DOUBLE -> "coalesce(?, 0) + 1";
            case BOOLEAN -> "coalesce(not ?, true)";
            case DATE -> "coalesce(?, date '2000-01-01') + 1";
            case TIMESTAMP -> "coalesce(?, timestamptz '2000-01-01 00:00Z') + interval '1 microsecond'";
        };
    }

    private static long rows(WarehouseSession session, String table) {
        return Objects.requireNonNull(
                session.template().getJdbcOperations().queryForObject("select count(*) from " + table, Long.class));
    }

    private static void execute(WarehouseSession session, String statement) {
        session.template().getJdbcOperations().execute(statement);
    }
}
