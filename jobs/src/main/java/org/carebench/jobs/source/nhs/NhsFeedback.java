package org.carebench.jobs.source.nhs;

import static org.carebench.jobs.source.SourceColumn.column;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.carebench.contract.dataset.Organization;
import org.carebench.contract.dataset.ReplyState;
import org.carebench.contract.dataset.Review;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.source.Redactor;
import org.carebench.jobs.source.Redactor.Redacted;
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
 * Feedback of patients of English NHS trusts, with topics and a criticality from -5 to 5 that humans gave. The trusts are
 * anonymous; the file is the only registry that lists them, so that they are landed from it too. Feedback is not dated.
 */
@Component
final class NhsFeedback implements SourceFormat {

    private static final String REGISTRY = "nhs-feedback";

    @Override
    public String name() {
        return "nhs-feedback";
    }

    @Override
    public List<SourceColumn> columns() {
        return List.of(
                column("code"),
                column("label"),
                column("subcategory"),
                column("feedback"),
                column("criticality"),
                column("organization"),
                column("question"),
                column("row_index"));
    }

    @Override
    public List<Class<? extends Record>> datasets() {
        return List.of(Organization.class, Review.class);
    }

    @Override
    public RowMapper mapper(SourceVintage vintage) {
        return new Mapper(vintage);
    }

    private static final class Mapper implements RowMapper {

        private final SourceVintage vintage;
        private final Redactor redactor;
        private final UniqueIds ids = new UniqueIds();
        private final Set<String> trustsSeen = new HashSet<>();

        Mapper(SourceVintage vintage) {
            this.vintage = vintage;
            this.redactor = new Redactor(vintage.setting("phone-region"));
        }

        @Override
        public List<Record> map(SourceRow row) {
            Review review = review(row);
            String trust = row.field("organization").required();
            List<Record> records = new ArrayList<>();
            if (trustsSeen.add(facilityId(trust))) {
                records.add(organization(row, trust));
            }
            records.add(review);
            return records;
        }

        private Review review(SourceRow row) {
            SourceField index = row.field("row_index");
            String id = ids.first(index, Long.toString(index.integer(0, Integer.MAX_VALUE)));
            SourceField criticality = row.field("criticality");
            @Nullable Integer grade =
                    criticality.isMissing() ? null : Integer.valueOf(Math.toIntExact(criticality.integer(-5, 5)));
            Redacted text = redactor.redact(row.field("feedback").text());
            return new Review(
                    REGISTRY + ":" + id,
                    organizationId(row.field("organization").required()),
                    REGISTRY,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    ReplyState.NOT_IN_SOURCE,
                    null,
                    row.field("question").optional(),
                    text.text().isEmpty() ? null : text.text(),
                    text.count(),
                    row.field("code").optional(),
                    row.field("label").optional(),
                    row.field("subcategory").optional(),
                    grade,
                    grade == null ? MeasureState.NOT_AVAILABLE : MeasureState.REPORTED,
                    vintage.asOf(),
                    vintage.sourceId(),
                    row.line());
        }

        private Organization organization(SourceRow row, String trust) {
            @Nullable String unknown = null;
            return new Organization(
                    organizationId(trust),
                    REGISTRY,
                    facilityId(trust),
                    trust,
                    "NHS trust",
                    unknown,
                    unknown,
                    unknown,
                    unknown,
                    unknown,
                    unknown,
                    "GB",
                    unknown,
                    null,
                    null,
                    MeasureState.NOT_IN_SOURCE,
                    unknown,
                    vintage.asOf(),
                    vintage.sourceId(),
                    row.line());
        }

        private static String organizationId(String trust) {
            return REGISTRY + ":" + facilityId(trust);
        }

        private static String facilityId(String trust) {
            return trust.toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}]+", "-")
                    .replaceAll("^-|-$", "");
        }
    }
}
