package org.carebench.jobs.source.cms;

import static org.carebench.jobs.source.SourceColumn.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.Outcome;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.source.CmsFacilityId;
import org.carebench.jobs.source.RowMapper;
import org.carebench.jobs.source.SourceColumn;
import org.carebench.jobs.source.SourceField;
import org.carebench.jobs.source.SourceFormat;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.carebench.jobs.source.UniqueIds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hospital Value-Based Purchasing, domain Person and Community Engagement: eight survey dimensions with a top-box rate in
 * the baseline and in the performance period and the points that follow from them. The file states neither periods (they
 * come from the measure dates) nor the number of surveys.
 */
@Component
final class HvbpEngagement implements SourceFormat {

    private static final String DEFINITION_VERSION = "1";

    /** Column prefix to measure prefix, in the order of the file. */
    private static final List<Map.Entry<String, String>> DIMENSIONS = List.of(
            Map.entry("Communication With Nurses", "hvbp_nurses"),
            Map.entry("Communication With Doctors", "hvbp_doctors"),
            Map.entry("Responsiveness Of Hospital Staff", "hvbp_staff"),
            Map.entry("Care Transition", "hvbp_transition"),
            Map.entry("Communication About Medicines", "hvbp_medicines"),
            Map.entry("Cleanliness And Quietness Of Hospital Environment", "hvbp_environment"),
            Map.entry("Discharge Information", "hvbp_discharge"),
            Map.entry("Overall Rating Of Hospital", "hvbp_overall"));

    @Override
    public String name() {
        return "cms-hvbp-engagement";
    }

    @Override
    public List<SourceColumn> columns() {
        List<SourceColumn> columns = new ArrayList<>();
        columns.add(column("Facility ID"));
        for (Map.Entry<String, String> dimension : DIMENSIONS) {
            columns.add(column(dimension.getKey() + " Baseline Rate"));
            columns.add(column(dimension.getKey() + " Performance Rate"));
            columns.add(column(dimension.getKey() + " Achievement Points"));
            columns.add(column(dimension.getKey() + " Improvement Points"));
            columns.add(column(dimension.getKey() + " Dimension Score"));
        }
        columns.add(column("Hcahps Base Score"));
        columns.add(column("Hcahps Consistency Score"));
        return columns;
    }

    @Override
    public List<Class<? extends Record>> datasets() {
        return List.of(Outcome.class);
    }

    @Override
    public RowMapper mapper(SourceVintage vintage) {
        return new Mapper(vintage);
    }

    private static final class Mapper implements RowMapper {

        private final UniqueIds ids = new UniqueIds();
        private final SourceVintage vintage;
        private final CmsMeasureDates.Period baseline;
        private final CmsMeasureDates.Period performance;

        Mapper(SourceVintage vintage) {
            this.vintage = vintage;
            this.baseline = CmsMeasureDates.read(vintage.reference("measure-dates"), "HCAHPS_HVBP_Baseline");
            this.performance = CmsMeasureDates.read(vintage.reference("measure-dates"), "HCAHPS_HVBP_Performance");
        }

        @Override
        public List<Record> map(SourceRow row) {
            SourceField id = row.field("Facility ID");
            String organization = ids.first(id, CmsFacilityId.organizationId(id));
            List<Record> outcomes = new ArrayList<>();
            for (Map.Entry<String, String> dimension : DIMENSIONS) {
                String prefix = dimension.getKey();
                String measure = dimension.getValue();
                outcomes.add(rate(row, organization, prefix + " Baseline Rate", measure + "_baseline", baseline));
                outcomes.add(
                        rate(row, organization, prefix + " Performance Rate", measure + "_performance", performance));
                outcomes.add(points(row, organization, prefix + " Achievement Points", measure + "_achievement"));
                outcomes.add(points(row, organization, prefix + " Improvement Points", measure + "_improvement"));
                outcomes.add(points(row, organization, prefix + " Dimension Score", measure + "_score"));
            }
            outcomes.add(points(row, organization, "Hcahps Base Score", "hvbp_base_score"));
            outcomes.add(points(row, organization, "Hcahps Consistency Score", "hvbp_consistency_score"));
            return outcomes;
        }

        private Outcome rate(
                SourceRow row, String organization, String column, String measure, CmsMeasureDates.Period period) {
            SourceField field = row.field(column);
            @Nullable Double value = field.isMissing() ? null : field.percentage();
            return outcome(row, organization, measure, period, value, "top_box_pct");
        }

        private Outcome points(SourceRow row, String organization, String column, String measure) {
            SourceField field = row.field(column);
            @Nullable Double value = field.isMissing() ? null : points(field);
            return outcome(row, organization, measure, performance, value, "points");
        }

        /** Reads "3 out of 10", or a plain number of points. */
        private static double points(SourceField field) {
            String[] parts = field.text().split(" out of ", -1);
            if (parts.length > 2) {
                throw field.rejected(ProblemCode.UNREADABLE_VALUE, "is no score such as '3 out of 10'");
            }
            long most = parts.length == 2 ? new SourceField(field.column(), parts[1]).integer(0, 100) : 100;
            return new SourceField(field.column(), parts[0]).integer(0, most);
        }

        private Outcome outcome(
                SourceRow row,
                String organization,
                String measure,
                CmsMeasureDates.Period period,
                @Nullable Double value,
                String unit) {
            return new Outcome(
                    organization,
                    measure,
                    period.start(),
                    period.end(),
                    value,
                    value == null ? MeasureState.NOT_AVAILABLE : MeasureState.REPORTED,
                    value == null ? Precision.UNKNOWN : Precision.EXACT,
                    unit,
                    null,
                    MeasureState.NOT_IN_SOURCE,
                    null,
                    null,
                    DEFINITION_VERSION,
                    vintage.asOf(),
                    vintage.sourceId(),
                    row.line());
        }
    }
}
