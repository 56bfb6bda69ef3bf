package org.carebench.jobs.platform.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A value of a metric of insights. Two shapes exist: a list of values that may be dated, and one total.
 *
 * @param end end of the stretch of time that it is about; NULL where the answer does not date it
 * @param holder the object whose field {@value #VALUE} is the value
 */
record MetricValue(String metric, @Nullable Instant end, Fields holder) {

    static final String VALUE = "value";

    private static final String TOTAL = "total_value";

    /** Everything that an answer holds. A metric without values does not occur. */
    static List<MetricValue> of(ApiResponse response) {
        List<MetricValue> values = new ArrayList<>();
        for (Fields insight : response.body().items("data")) {
            String metric = insight.requiredText("name");
            for (Fields value : insight.items("values")) {
                values.add(new MetricValue(metric, value.optionalInstant("end_time"), value));
            }
            if (!insight.isAbsent(TOTAL)) {
                values.add(new MetricValue(metric, null, insight.at(TOTAL)));
            }
        }
        return values;
    }

    /** The value; unreadable where it is none, for example a breakdown. */
    Measure measure(String definition, MeasureState whenAbsent) {
        if (holder.isAbsent(VALUE)) {
            return Measure.missing(whenAbsent, definition);
        }
        return holder.count(VALUE)
                .map(count -> Measure.reported(count, Precision.EXACT, definition))
                .orElseGet(() -> Measure.missing(MeasureState.UNREADABLE, definition));
    }
}
