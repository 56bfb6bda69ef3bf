package org.carebench.jobs.source.hifld;

import static org.carebench.jobs.source.SourceColumn.column;

import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.Facility;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.source.RowMapper;
import org.carebench.jobs.source.SourceColumn;
import org.carebench.jobs.source.SourceField;
import org.carebench.jobs.source.SourceFormat;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.carebench.jobs.source.UniqueIds;
import org.springframework.stereotype.Component;

/** The HIFLD directory of US hospitals: beds, but no certification numbers. Unknown values are -999 or NOT AVAILABLE. */
@Component
final class HifldHospitals implements SourceFormat {

    private static final Map<String, Boolean> OPEN_OR_CLOSED = Map.of("OPEN", true, "CLOSED", false);
    private static final int MOST_BEDS = 20_000;

    @Override
    public String name() {
        return "hifld-hospitals";
    }

    @Override
    public List<SourceColumn> columns() {
        return List.of(
                column("ID"),
                column("NAME"),
                column("ALT_NAME"),
                column("ADDRESS"),
                column("CITY"),
                column("STATE"),
                column("ZIP"),
                column("TELEPHONE"),
                column("TYPE"),
                column("STATUS"),
                column("BEDS"));
    }

    @Override
    public List<Class<? extends Record>> datasets() {
        return List.of(Facility.class);
    }

    @Override
    public RowMapper mapper(SourceVintage vintage) {
        UniqueIds ids = new UniqueIds();
        return row -> List.of(facility(row, ids, vintage));
    }

    private static Facility facility(SourceRow row, UniqueIds ids, SourceVintage vintage) {
        SourceField id = row.field("ID");
        SourceField beds = row.field("BEDS");
        return new Facility(
                "hifld:" + ids.first(id, id.required()),
                row.field("NAME").required(),
                row.field("ALT_NAME").optional(),
                row.field("ADDRESS").optional(),
                row.field("CITY").optional(),
                row.field("STATE").optional(),
                row.field("ZIP").optional(),
                row.field("TELEPHONE").optional(),
                row.field("TYPE").optional(),
                row.field("STATUS").oneOf(OPEN_OR_CLOSED),
                beds.isMissing() ? null : Math.toIntExact(beds.integer(0, MOST_BEDS)),
                beds.isMissing() ? MeasureState.NOT_AVAILABLE : MeasureState.REPORTED,
                vintage.asOf(),
                vintage.sourceId(),
                row.line());
    }
}
