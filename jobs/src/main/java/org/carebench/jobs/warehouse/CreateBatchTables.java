package org.carebench.jobs.warehouse;

import java.sql.Connection;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** Creates Spring Batch's tables in schema batch, from the script that belongs to the version of Spring Batch in use. */
@Component
class CreateBatchTables implements JavaMigration {

    private static final String SCRIPT = "org/springframework/batch/core/schema-postgresql.sql";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("202511221205");
    }

    @Override
    public String getDescription() {
        return "create batch tables";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local search_path to batch");
            ScriptUtils.executeSqlScript(connection, new ClassPathResource(SCRIPT));
            statement.execute("set local search_path to default");
        }
    }
}
