package org.carebench.jobs.source.ahrq;

import static org.carebench.jobs.source.SourceColumn.column;

import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.OrganizationTrait;
import org.carebench.jobs.source.RowMapper;
import org.carebench.jobs.source.SourceColumn;
import org.carebench.jobs.source.SourceField;
import org.carebench.jobs.source.SourceFormat;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.carebench.jobs.source.UniqueIds;
import org.carebench.jobs.source.cms.CmsFacilityId;
import org.carebench.jobs.source.cms.HospitalBeds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The hospital linkage file of the Compendium of U.S. Health Systems: the system of every hospital. Hospitals without a
 * certification number are passed over, for no other file names them alike.
 */
@Component
final class AhrqHospitalLinkage implements SourceFormat {

    private static final Map<String, Boolean> FLAG = Map.of("1", true, "0", false);
    private static final int MOST_RESIDENTS = 20_000;

    @Override
    public String name() {
        return "ahrq-hospital-linkage";
    }

    @Override
    public List<SourceColumn> columns() {
        return List.of(
                column("ccn"),
                column("health_sys_id"),
                column("hos_beds").optional(),
                column("hos_res").optional(),
                column("hos_majteach").optional());
    }

    @Override
    public List<Class<? extends Record>> datasets() {
        return List.of(OrganizationTrait.class);
    }

    @Override
    public RowMapper mapper(SourceVintage vintage) {
        UniqueIds ids = new UniqueIds();
        return row -> row.field("ccn").isMissing() ? List.of() : List.of(trait(row, ids, vintage));
    }

    private static OrganizationTrait trait(SourceRow row, UniqueIds ids, SourceVintage vintage) {
        SourceField id = row.field("ccn");
        SourceField system = row.field("health_sys_id");
        return new OrganizationTrait(
                ids.first(id, CmsFacilityId.organizationId(id)),
                system.isMissing() ? null : "ahrq:" + system.text(),
                system.isMissing(),
                isTeaching(row),
                null,
                row.has("hos_beds") ? HospitalBeds.in(row.field("hos_beds")) : null,
                vintage.asOf(),
                vintage.sourceId(),
                row.line());
    }

    /**
     * Whether residents are trained. Where they are not counted, a major teaching hospital trains some; one that is not major
     * may train a few.
     */
    private static @Nullable Boolean isTeaching(SourceRow row) {
        if (row.has("hos_res") && !row.field("hos_res").isMissing()) {
            return row.field("hos_res").decimal(0, MOST_RESIDENTS) > 0;
        }
        boolean isMajor = row.has("hos_majteach")
                && !row.field("hos_majteach").isMissing()
                && row.field("hos_majteach").oneOf(FLAG);
        return isMajor ? true : null;
    }
}
