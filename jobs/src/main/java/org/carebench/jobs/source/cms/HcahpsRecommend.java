package org.carebench.jobs.source.cms;

import static org.carebench.jobs.source.SourceColumn.column;

import java.time.LocalDate;
import java.util.List;
import org.carebench.contract.dataset.Outcome;
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
import org.springframework.stereotype.Component;

/**
 * Share of patients who would definitely recommend the hospital (HCAHPS {@code H_RECMND_DY}), one row per hospital. The
 * file does not say when its measurement period ends; the profile says when it starts. CMS publishes whole percent points.
 */
@Component
final class HcahpsRecommend implements SourceFormat {

    static final String DEFINITION_VERSION = "1";

    private static final int MOST_SURVEYS = 10_000_000;

    @Override
    public String name() {
        return "cms-hcahps-recommend";
    }

    @Override
    public List<SourceColumn> columns() {
        return List.of(column("facility_id"), column("recommend_percent"), column("completed_surveys"));
    }

    @Override
    public List<Class<? extends Record>> datasets() {
        return List.of(Outcome.class);
    }

    @Override
    public RowMapper mapper(SourceVintage vintage) {
        UniqueIds ids = new UniqueIds();
        LocalDate periodStart = vintage.dateSetting("period-start");
        return row -> List.of(outcome(row, ids, periodStart, vintage));
    }

    private static Outcome outcome(SourceRow row, UniqueIds ids, LocalDate periodStart, SourceVintage vintage) {
        SourceField id = row.field("facility_id");
        String organizationId = ids.first(id, CmsFacilityId.organizationId(id));
        SourceField value = row.field("recommend_percent");
        SourceField surveys = row.field("completed_surveys");
        return new Outcome(
                organizationId,
                "hcahps_recommend_top",
                periodStart,
                null,
                value.isMissing() ? null : value.percentage(),
                value.isMissing() ? MeasureState.NOT_AVAILABLE : MeasureState.REPORTED,
                value.isMissing() ? Precision.UNKNOWN : Precision.ROUNDED,
                "top_box_pct",
                surveys.isMissing() ? null : surveys.integer(0, MOST_SURVEYS),
                surveys.isMissing() ? MeasureState.NOT_AVAILABLE : MeasureState.REPORTED,
                null,
                "The source does not state the end of the measurement period.",
                DEFINITION_VERSION,
                vintage.asOf(),
                vintage.sourceId(),
                row.line());
    }
}
