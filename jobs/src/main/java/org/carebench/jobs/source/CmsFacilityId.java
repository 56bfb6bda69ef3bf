package org.carebench.jobs.source;

import java.util.regex.Pattern;
import org.carebench.contract.dataset.ProblemCode;

/**
 * The CMS certification number of a facility: six characters of which most are digits. Always text: a spreadsheet turns
 * 010001 into 10001, and 05E001 into a number.
 */
public final class CmsFacilityId {

    public static final String REGISTRY = "cms";

    private static final Pattern FORM = Pattern.compile("[0-9]{2}[0-9A-Z][0-9]{2}[0-9A-Z]");

    private CmsFacilityId() {}

    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * The certification number as the registry writes it.
     *
     * @throws org.carebench.jobs.source.RowRejectedException where the cell is blank or no certification number
     */
    public static String facilityId(SourceField field) {
        String id = field.required();
        if (!isWellFormed(id)) {
            throw field.rejected(
                    ProblemCode.INVALID_ID,
                    "is no CMS certification number of six characters; a spreadsheet may have damaged it");
        }
        return id;
    }

    /** The provider that the certification number stands for, for example cms:010001. */
    public static String organizationId(SourceField field) {
        return REGISTRY + ":" + facilityId(field);
    }
}
