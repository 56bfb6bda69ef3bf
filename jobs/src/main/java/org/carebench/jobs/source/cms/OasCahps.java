package org.carebench.jobs.source.cms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
 * Survey of patients of outpatient surgery (OAS CAHPS) by hospital: four topics, each as three shares that add up to 100
 * and as a linear mean score. Period, completed surveys and footnotes stand in the row.
 */
@Component
final class OasCahps implements SourceFormat {

    private static final String DEFINITION_VERSION = "1";
    private static final int MOST_SURVEYS = 10_000_000;

    private record Question(String column, String measureId, String unit) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question(
                    "Patients who reported that staff definitely gave care in a professional way and the facility was clean",
                    "oas_facilities_top",
                    "top_box_pct"),
            new Question(
                    "Patients who reported that staff somewhat gave care in a professional way or the facility was somewhat"
                            + " clean",
                    "oas_facilities_middle",
                    "pct"),
            new Question(
                    "Patients who reported that staff did not give care in a professional way or the facility was not clean",
                    "oas_facilities_bottom",
                    "pct"),
            new Question("Facilities and staff linear mean score", "oas_facilities_linear", "linear_score"),
            new Question(
                    "Patients who reported that staff definitely communicated about what to expect during and after the"
                            + " procedure",
                    "oas_communication_top",
                    "top_box_pct"),
            new Question(
                    "Patients who reported that staff somewhat communicated about what to expect during and after the"
                            + " procedure",
                    "oas_communication_middle",
                    "pct"),
            new Question(
                    "Patients who reported that staff did not communicate about what to expect during and after the"
                            + " procedure",
                    "oas_communication_bottom",
                    "pct"),
            new Question(
                    "Communication about your procedure linear mean score", "oas_communication_linear", "linear_score"),
            new Question(
                    "Patients who gave the facility a rating of 9 or 10 on a scale from 0 (lowest) to 10 (highest)",
                    "oas_rating_top",
                    "top_box_pct"),
            new Question(
                    "Patients who gave the facility a rating of 7 or 8 on a scale from 0 (lowest) to 10 (highest)",
                    "oas_rating_middle",
                    "pct"),
            new Question(
                    "Patients who gave the facility a rating of 0 to 6 on a scale from 0 (lowest) to 10 (highest)",
                    "oas_rating_bottom",
                    "pct"),
            new Question("Patients' rating of the facility linear mean score", "oas_rating_linear", "linear_score"),
            new Question(
                    "Patients who reported YES they would DEFINITELY recommend the facility to family or friends",
                    "oas_recommend_top",
                    "top_box_pct"),
            new Question(
                    "Patients who reported PROBABLY YES they would recommend the facility to family or friends",
                    "oas_recommend_middle",
                    "pct"),
            new Question(
                    "Patients who reported NO, they would not recommend the facility to family or friends",
                    "oas_recommend_bottom",
                    "pct"),
            new Question(
                    "Patients recommending the facility linear mean score", "oas_recommend_linear", "linear_score"));

    @Override
    public String name() {
        return "cms-oas-cahps";
    }

    @Override
    public List<SourceColumn> columns() {
        return Stream.concat(
                        Stream.of("Facility ID", "Footnote", "Number of Completed Surveys", "Start Date", "End Date"),
                        QUESTIONS.stream().map(Question::column))
                .map(SourceColumn::column)
                .toList();
    }

    @Override
    public List<Class<? extends Record>> datasets() {
        return List.of(Outcome.class);
    }

    @Override
    public RowMapper mapper(SourceVintage vintage) {
        UniqueIds ids = new UniqueIds();
        CmsFootnotes footnotes = CmsFootnotes.read(vintage.reference("footnotes"));
        return row -> outcomes(row, ids, footnotes, vintage);
    }

    private static List<Record> outcomes(SourceRow row, UniqueIds ids, CmsFootnotes footnotes, SourceVintage vintage) {
        SourceField id = row.field("Facility ID");
        String organizationId = ids.first(id, CmsFacilityId.organizationId(id));
        List<@Nullable Double> values = new ArrayList<>();
        for (Question question : QUESTIONS) {
            SourceField field = row.field(question.column());
            values.add(field.isMissing() ? null : Double.valueOf(field.percentage()));
        }
        @Nullable String numbers = CmsFootnotes.numbers(row.field("Footnote").text());
        SourceField surveys = row.field("Number of Completed Surveys");
        @Nullable Long n = surveys.isMissing() ? null : Long.valueOf(surveys.integer(0, MOST_SURVEYS));
        @Nullable LocalDate start = date(row.field("Start Date"));
        @Nullable LocalDate end = date(row.field("End Date"));
        if (start != null && end != null && start.isAfter(end)) {
            throw row.field("End Date").rejected(ProblemCode.CONTRADICTION, "lies before the start date");
        }
        List<Record> outcomes = new ArrayList<>();
        for (int i = 0; i < QUESTIONS.size(); i++) {
            Question question = QUESTIONS.get(i);
            @Nullable Double value = values.get(i);
            outcomes.add(new Outcome(
                    organizationId,
                    question.measureId(),
                    start,
                    end,
                    value,
                    value == null ? CmsFootnotes.stateOfMissing(numbers) : MeasureState.REPORTED,
                    value == null ? Precision.UNKNOWN : Precision.ROUNDED,
                    question.unit(),
                    n,
                    n == null ? MeasureState.NOT_AVAILABLE : MeasureState.REPORTED,
                    numbers,
                    footnotes.text(numbers),
                    DEFINITION_VERSION,
                    vintage.asOf(),
                    vintage.sourceId(),
                    row.line()));
        }
        return outcomes;
    }

    private static @Nullable LocalDate date(SourceField field) {
        return field.isMissing() ? null : field.date(CmsMeasureDates.US_DATE);
    }
}
