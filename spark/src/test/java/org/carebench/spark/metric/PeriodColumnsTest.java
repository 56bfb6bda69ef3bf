package org.carebench.spark.metric;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carebench.spark.TestSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodColumnsTest {

    private static final StructType TYPE =
            new StructType().add("at", DataTypes.TimestampType).add("zone", DataTypes.StringType);

    @ParameterizedTest
    @CsvSource({
        "2024-04-01T03:59:59Z, America/New_York, 2024-03-31",
        "2024-04-01T04:00:00Z, America/New_York, 2024-04-01",
        "2024-03-10T06:59:59Z, America/New_York, 2024-03-10",
        "2024-03-10T07:00:00Z, America/New_York, 2024-03-10",
        "2024-11-03T05:30:00Z, America/New_York, 2024-11-03",
        "2024-11-03T06:30:00Z, America/New_York, 2024-11-03",
        "2024-11-04T04:59:59Z, America/New_York, 2024-11-03",
        "2024-04-01T06:59:59Z, America/Phoenix, 2024-03-31",
        "2024-03-31T13:00:00Z, Pacific/Auckland, 2024-04-01",
        "2024-03-31T23:59:59Z, , 2024-03-31"
    })
    void takesTheDayFromTheZoneOfTheProvider(Instant at, @Nullable String zone, LocalDate day) {
        Row row = TestSession.spark()
                .createDataFrame(List.of(RowFactory.create(at, zone)), TYPE)
                .select(PeriodColumns.localDate(col("at"), col("zone")))
                .first();

        assertThat(row.<LocalDate>getAs(0)).isEqualTo(day);
    }

    @Test
    void agreesWithTheGridOnEveryDay() {
        LocalDate business = LocalDate.of(2024, 7, 2);
        List<Row> days = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2023, 6, 1); day.getYear() < 2025; day = day.plusDays(1)) {
            days.add(RowFactory.create(day));
        }

        List<Row> rows = TestSession.spark()
                .createDataFrame(days, new StructType().add("day", DataTypes.DateType))
                .select(
                        col("day"),
                        PeriodColumns.periodStart(col("day")).as("start"),
                        PeriodColumns.periodEnd(PeriodColumns.periodStart(col("day"))),
                        PeriodColumns.weekOfPeriod(col("day")),
                        PeriodColumns.hasEnded(col("day"), business))
                .collectAsList();

        assertThat(rows).allSatisfy(row -> {
            LocalDate day = row.getAs(0);
            Period period = PeriodGrid.of(day);
            assertThat(row.<LocalDate>getAs(1)).isEqualTo(period.start());
            assertThat(row.<LocalDate>getAs(2)).isEqualTo(period.end());
            assertThat(period.start().plusWeeks(row.getInt(3))).isBeforeOrEqualTo(day);
            assertThat(period.start().plusWeeks(row.getInt(3) + 1)).isAfter(day);
            assertThat(row.getBoolean(4)).isEqualTo(!period.end().isAfter(business));
        });
    }
}
