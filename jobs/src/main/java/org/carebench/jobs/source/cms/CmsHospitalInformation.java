package org.carebench.jobs.source.cms;

import static org.carebench.jobs.source.SourceColumn.column;

import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.Organization;
import org.carebench.contract.schema.MeasureState;
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

/** The registry "Hospital General Information" of CMS Care Compare, with its header names of 2022 and of 2024. */
@Component
final class CmsHospitalInformation implements SourceFormat {

    private static final Map<String, Boolean> YES_OR_NO = Map.of("Yes", true, "No", false);

    @Override
    public String name() {
        return "cms-hospital-information";
    }

    @Override
    public List<SourceColumn> columns() {
        return List.of(
                column("Facility ID"),
                column("Facility Name"),
                column("Address"),
                column("City/Town", "City"),
                column("State"),
                column("ZIP Code"),
                column("County/Parish", "County Name"),
                column("Telephone Number", "Phone Number"),
                column("Hospital Type"),
                column("Hospital Ownership"),
                column("Emergency Services"),
                column("Hospital overall rating"),
                column("Hospital overall rating footnote"));
    }

    @Override
    public List<Class<? extends Record>> datasets() {
        return List.of(Organization.class);
    }

    @Override
    public RowMapper mapper(SourceVintage vintage) {
        UniqueIds ids = new UniqueIds();
        return row -> List.of(organization(row, ids, vintage));
    }

    private static Organization organization(SourceRow row, UniqueIds ids, SourceVintage vintage) {
        SourceField id = row.field("Facility ID");
        String facilityId = ids.first(id, CmsFacilityId.facilityId(id));
        SourceField emergency = row.field("Emergency Services");
        SourceField rating = row.field("Hospital overall rating");
        @Nullable String footnotes = CmsFootnotes.numbers(
                row.field("Hospital overall rating footnote").text());
        return new Organization(
                CmsFacilityId.organizationId(id),
                CmsFacilityId.REGISTRY,
                facilityId,
                row.field("Facility Name").required(),
                row.field("Hospital Type").optional(),
                row.field("Hospital Ownership").optional(),
                row.field("Address").optional(),
                row.field("City/Town").optional(),
                row.field("County/Parish").optional(),
                row.field("State").required(),
                row.field("ZIP Code").optional(),
                "US",
                row.field("Telephone Number").optional(),
                emergency.isMissing() ? null : emergency.oneOf(YES_OR_NO),
                rating.isMissing() ? null : Math.toIntExact(rating.integer(1, 5)),
                rating.isMissing() ? CmsFootnotes.stateOfMissing(footnotes) : MeasureState.REPORTED,
                footnotes,
                vintage.asOf(),
                vintage.sourceId(),
                row.line());
    }
}
