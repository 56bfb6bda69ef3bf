package org.carebench.spark.metric;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.to_date;

import java.time.LocalDate;
import org.apache.spark.sql.Column;

/** {@link PeriodGrid} as Spark expressions; the session's time zone has to be UTC. */
public final class PeriodColumns {

    private PeriodColumns() {}

    /** Day on which something happened in the calendar of a zone; in UTC where the zone is NULL. */
    public static Column localDate(Column timestamp, Column timeZone) {
        return to_date(from_utc_timestamp(timestamp, coalesce(timeZone, lit("UTC"))));
    }

    /** First day of the period that a day belongs to. */
    public static Column periodStart(Column date) {
        return date_sub(date, daysIntoPeriod(date));
    }

    /** Last day of the period that starts on a day. */
    public static Column periodEnd(Column periodStart) {
        return date_add(periodStart, Period.DAYS - 1);
    }

    /** Week of the period, 0 to 12, that a day belongs to. */
    public static Column weekOfPeriod(Column date) {
        return daysIntoPeriod(date).divide(lit(7)).cast("int");
    }

    /** Whether a day belongs to a period that has ended by the business date. */
    public static Column hasEnded(Column date, LocalDate businessDate) {
        return date.lt(lit(PeriodGrid.of(businessDate.plusDays(1)).start()));
    }

    private static Column daysIntoPeriod(Column date) {
        return pmod(datediff(date, lit(PeriodGrid.ORIGIN)), lit(Period.DAYS));
    }
}
