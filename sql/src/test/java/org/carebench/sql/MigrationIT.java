package org.carebench.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
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
                                + " and nspname in ('batch', 'staging', 'warehouse', 'ops', 'mart')",
                        String.class))
                .containsExactlyInAnyOrder("batch", "staging", "warehouse", "ops", "mart");
    }

    @Test
    void commentsEveryTableViewAndColumn() {
        List<String> uncommented = JDBC.queryForList("""
                select relation.oid::regclass || coalesce('.' || attribute.attname, '')
                from pg_class as relation
                join pg_namespace as namespace on namespace.oid = relation.relnamespace
                left join pg_attribute as attribute
                  on attribute.attrelid = relation.oid and attribute.attnum >= 0 and not attribute.attisdropped
                where namespace.nspname in ('batch', 'staging', 'warehouse', 'ops', 'mart')
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
                where namespace.nspname in ('staging', 'warehouse', 'ops')
                  and not starts_with(conname, relation.relname)
                """, String.class);

        assertThat(misnamed).isEmpty();
    }

    @Test
    void selectsFromEveryView() {
        List<String> views = JDBC.queryForList(
                "select schemaname || '.' || viewname from pg_views where schemaname = 'mart'", String.class);

        assertThat(views).hasSize(12);
        assertThat(views)
                .allSatisfy(view -> assertThat(JDBC.queryForObject("select count(*) from " + view, Long.class))
                        .isZero());
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
