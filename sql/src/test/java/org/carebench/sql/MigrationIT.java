package org.carebench.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

class MigrationIT {

    private static final DataSource DATABASE = WarehouseServer.createMigratedDatabase();
    private static final JdbcTemplate JDBC = new JdbcTemplate(DATABASE);

    @Test
    void migratesAnEmptyDatabaseToTheLatestVersion() {
        var flyway = WarehouseServer.flyway(WarehouseServer.createEmptyDatabase());

        var result = flyway.migrate();

        assertThat(result.success).isTrue();
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.validateWithResult().invalidMigrations).isEmpty();
    }

    @Test
    void migratesTwiceWithoutChange() {
        assertThat(WarehouseServer.flyway(DATABASE).migrate().migrationsExecuted)
                .isZero();
    }

    @Test
    void createsTheFiveSchemas() {
        assertThat(JDBC.queryForList(
                        "select nspname from pg_namespace where obj_description(oid, 'pg_namespace') is not null"
                                + " and nspname in ('batch', 'staging', 'warehouse', 'ops', 'mart', 'runs')",
                        String.class))
                .containsExactlyInAnyOrder("batch", "staging", "warehouse", "ops", "mart", "runs");
    }

    @Test
    void commentsEveryTableViewAndColumn() {
        List<String> uncommented = JDBC.queryForList("""
                select relation.oid::regclass || coalesce('.' || attribute.attname, '')
                from pg_class as relation
                join pg_namespace as namespace on namespace.oid = relation.relnamespace
                left join pg_attribute as attribute
                  on attribute.attrelid = relation.oid and attribute.attnum >= 0 and not attribute.attisdropped
                where namespace.nspname in ('batch', 'staging', 'warehouse', 'ops', 'mart', 'runs')
                  and relation.relkind in ('r', 'v')
                  and (obj_description(relation.oid, 'pg_class') is null
                       or col_description(relation.oid, attribute.attnum) is null)
                """, String.class);

        assertThat(uncommented).isEmpty();
    }

    @Test
    void namesEveryConstraintAfterItsTable() {
        List<String> misnamed = JDBC.queryForList("""
                select conrelid::regclass || ' ' || conname
                from pg_constraint
                join pg_class as relation on relation.oid = conrelid
                join pg_namespace as namespace on namespace.oid = relation.relnamespace
                where namespace.nspname in ('staging', 'warehouse', 'ops', 'runs')
                  and not starts_with(conname, relation.relname)
                """, String.class);

        assertThat(misnamed).isEmpty();
    }

    @Test
    void selectsFromEveryView() {
        List<String> views = JDBC.queryForList(
                "select schemaname || '.' || viewname from pg_views where schemaname = 'mart'", String.class);

        assertThat(views).hasSize(29);
        assertThat(views)
                .allSatisfy(view -> assertThat(JDBC.queryForObject("select count(*) from " + view, Long.class))
                        .isZero());
    }

    @Test
    void showsNoTextAndNoPseudonymInAnyView() {
        List<String> used = JDBC.queryForList("""
                select table_schema || '.' || table_name || '.' || column_name
                from information_schema.view_column_usage
                where view_schema = 'mart'
                """, String.class);

        assertThat(used)
                .contains("warehouse.dim_organization.name")
                .noneMatch(column -> column.matches("warehouse\\.fct_.*\\.(title|text|author_pseudonym)"));
    }

    @Test
    void carriesOverWhatWasPublishedBeforeLivePlatforms() {
        DataSource database = WarehouseServer.createEmptyDatabase();
        JdbcTemplate jdbc = new JdbcTemplate(database);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target("202511221255")
                .load()
                .migrate();
        jdbc.execute("""
                insert into ops.release (release_id, business_date, revision, code_version, input_fingerprint)
                values ('2025-01-01.1', '2025-01-01', 1, '', ''), ('2025-01-03.1', '2025-01-03', 1, '', '');
                insert into warehouse.fct_post_metric
                values ('youtube:a', 'views', 'youtube', '2025-01-01 00:00Z', 7, 'REPORTED', 'EXACT', 'v1', '2025-01-01'),
                    ('youtube:a', 'views', 'youtube', '2025-01-02 00:00Z', 8, 'REPORTED', 'EXACT', 'v1', '2025-01-03');
                insert into warehouse.fct_account_day
                values ('youtube:n', 'youtube', '2025-01-01 00:00Z', 5, 'REPORTED', 'EXACT', 'v1', null,
                    'NOT_IN_SOURCE', 'UNKNOWN', 'v1', '2025-01-01');
                insert into warehouse.dim_account
                values ('youtube:n', 'r:1', 'youtube', 'North', 'CANDIDATE', '2025-01-01', null);
                insert into warehouse.fct_post
                values ('youtube:a', 'youtube', null, '2025-01-01 00:00Z', null, null, 0, null, null, '2025-01-01',
                    '2025-01-03');
                """);

        WarehouseServer.flyway(database).migrate();

        assertThat(jdbc.queryForList(
                        "select value || ' ' || known_on || ' ' || coalesce(known_until::text, '-')"
                                + " from warehouse.fct_post_metric order by 1",
                        String.class))
                .containsExactly("7 2025-01-01 2025-01-03", "8 2025-01-03 -");
        assertThat(jdbc.queryForObject(
                        "select observed_on || ' ' || status || ' ' || followers || ' ' || following_state || ' '"
                                + " || known_until from warehouse.fct_account_day",
                        String.class))
                .isEqualTo("2025-01-01 UNKNOWN 5 NOT_IN_SOURCE 2025-01-03");
        assertThat(jdbc.queryForObject("select status from warehouse.dim_account", String.class))
                .isEqualTo("UNKNOWN");
        assertThat(jdbc.queryForObject("select kind || ' ' || is_removed from warehouse.fct_post", String.class))
                .isEqualTo("ORIGINAL false");
    }

    @Test
    void keepsNoTimeOfLoading() {
        assertThat(JDBC.queryForList("""
                        select table_name || '.' || column_name
                        from information_schema.columns
                        where table_schema in ('warehouse', 'ops') and column_default ~ 'now|current|clock|nextval'
                        """, String.class)).isEmpty();
    }

    @Test
    void refusesOverlappingVersionsOfAProvider() {
        String insert = "insert into warehouse.dim_organization (organization_id, registry, facility_id, name, country,"
                + " overall_rating_state, bed_match, valid_from, valid_to)"
                + " values ('r:1', 'r', '1', 'North', 'US', 'NOT_IN_SOURCE', 'NO_MATCH', ?::date, ?::date)";
        JDBC.update(insert, "2025-01-01", "2025-01-03");

        assertThatThrownBy(() -> JDBC.update(insert, "2025-01-02", null))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("dim_organization_versions_do_not_overlap");
    }
}
