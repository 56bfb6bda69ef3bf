package org.carebench.jobs.publish;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.config.CarebenchProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs the quality checks of {@code config/quality/checks.csv} on staging, before anything is published. */
@Component
class QualityChecks {

    private static final double PERCENT = 100.0;

    private final JdbcClient jdbc;
    private final Path catalogue;

    QualityChecks(JdbcClient jdbc, CarebenchProperties properties) {
        this.jdbc = jdbc;
        this.catalogue = properties.configFolder().resolve("quality").resolve("checks.csv");
    }

    /** What a check may be: a row of the catalogue. */
    record Check(String id, String severity, String file, double thresholdPercent, String note) {}

    /**
     * What a check found.
     *
     * @param violations rows that break the rule
     * @param total rows that the rule applies to
     */
    record Result(Check check, long violations, long total) {

        String status() {
            if (total == 0) {
                return "NOT_APPLICABLE";
            }
            return PERCENT * violations / total > check.thresholdPercent() ? "FAILED" : "PASSED";
        }

        boolean stopsPublishing() {
            return status().equals("FAILED") && check.severity().equals("fatal");
        }
    }

    List<Result> run(ReleaseId release) throws IOException {
        List<Result> results = new ArrayList<>();
        for (Check check : catalogue()) {
            results.add(jdbc.sql(SqlFiles.file("check", check.file()).text())
                    .params(Map.of(
                            "release_id",
                            release.toString(),
                            "business_date",
                            release.businessDate().day()))
                    .query((row, number) -> new Result(check, row.getLong("violations"), row.getLong("total")))
                    .single());
        }
        return results;
    }

    private List<Check> catalogue() throws IOException {
        List<Check> checks = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(catalogue)) {
            for (NamedCsvRecord row : rows) {
                checks.add(new Check(
                        row.getField("id"),
                        row.getField("severity"),
                        row.getField("file"),
                        Double.parseDouble(row.getField("threshold_pct")),
                        row.getField("note")));
            }
        }
        return checks;
    }
}
