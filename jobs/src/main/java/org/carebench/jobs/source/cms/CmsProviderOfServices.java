package org.carebench.jobs.source.cms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.carebench.contract.dataset.OrganizationTrait;
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
 * The Provider of Services file of CMS: affiliation with a medical school, rurality and beds of every certified facility.
 * Facilities other than hospitals, and hospitals whose participation has ended, are passed over. Header names come in upper or
 * in lower case.
 */
@Component
final class CmsProviderOfServices implements SourceFormat {

    /** A spreadsheet drops leading zeros of codes. */
    private static final Set<String> HOSPITAL = Set.of("01", "1");

    private static final Set<String> TAKES_PART = Set.of("00", "0");
    private static final Map<String, Boolean> URBAN_OR_RURAL = Map.of("U", false, "R", true);
    /** Major, limited and graduate school affiliation; none. */
    private static final Map<String, Boolean> AFFILIATION = Map.of("1", true, "2", true, "3", true, "4", false);

    @Override
    public String name() {
        return "cms-provider-of-services";
    }

    @Override
    public List<SourceColumn> columns() {
        return List.of(
                column("PRVDR_CTGRY_CD"),
                column("PRVDR_NUM"),
                column("PGM_TRMNTN_CD"),
                column("CBSA_URBN_RRL_IND"),
                column("MDCL_SCHL_AFLTN_CD"),
                column("BED_CNT"),
                column("CRTFD_BED_CNT").optional());
    }

    private static SourceColumn column(String name) {
        return SourceColumn.column(name, name.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<Class<? extends Record>> datasets() {
        return List.of(OrganizationTrait.class);
    }

    @Override
    public RowMapper mapper(SourceVintage vintage) {
        UniqueIds ids = new UniqueIds();
        return row -> isHospitalThatTakesPart(row) ? List.of(trait(row, ids, vintage)) : List.of();
    }

    private static boolean isHospitalThatTakesPart(SourceRow row) {
        return HOSPITAL.contains(row.field("PRVDR_CTGRY_CD").required())
                && TAKES_PART.contains(row.field("PGM_TRMNTN_CD").required());
    }

    private static OrganizationTrait trait(SourceRow row, UniqueIds ids, SourceVintage vintage) {
        SourceField id = row.field("PRVDR_NUM");
        SourceField affiliation = row.field("MDCL_SCHL_AFLTN_CD");
        SourceField area = row.field("CBSA_URBN_RRL_IND");
        return new OrganizationTrait(
                ids.first(id, CmsFacilityId.organizationId(id)),
                null,
                null,
                affiliation.isMissing() ? null : affiliation.oneOf(AFFILIATION),
                area.isMissing() ? null : area.oneOf(URBAN_OR_RURAL),
                beds(row),
                vintage.asOf(),
                vintage.sourceId(),
                row.line());
    }

    /** All beds, else those that Medicare and Medicaid certified. */
    private static @Nullable Integer beds(SourceRow row) {
        Integer all = HospitalBeds.in(row.field("BED_CNT"));
        return all == null && row.has("CRTFD_BED_CNT") ? HospitalBeds.in(row.field("CRTFD_BED_CNT")) : all;
    }
}
