package org.carebench.jobs.source.cms;

import org.carebench.jobs.source.SourceField;
import org.jspecify.annotations.Nullable;

/** Beds of a hospital. A hospital has some: files write 0 where nobody counted them, which is not known and not zero. */
public final class HospitalBeds {

    private static final int MOST_BEDS = 20_000;

    private HospitalBeds() {}

    /**
     * The beds that a cell counts.
     *
     * @return NULL where the cell is blank or 0
     * @throws org.carebench.jobs.source.RowRejectedException where it holds anything but a number of beds
     */
    public static @Nullable Integer in(SourceField field) {
        int beds = field.isMissing() ? 0 : Math.toIntExact(field.integer(0, MOST_BEDS));
        return beds == 0 ? null : beds;
    }
}
