package org.carebench.jobs.source.export;

import java.util.regex.Pattern;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.source.RowRejectedException;
import org.carebench.jobs.source.SourceField;
import org.jspecify.annotations.Nullable;

/**
 * Ids of accounts and posts as platforms write them. A spreadsheet turns long ones into numbers such as 1.22158E+17, whose
 * other digits are lost: they are rejected, never mended.
 */
final class ExportedIds {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern PAGE_AND_POST = Pattern.compile("[0-9]+_[0-9]+");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_:-]+");

    private ExportedIds() {}

    /** An id of digits alone. */
    static String digits(SourceField field) {
        if (!DIGITS.matcher(field.required()).matches()) {
            throw noId(field);
        }
        return field.text();
    }

    /** An id of letters and digits, such as a YouTube channel's; what a spreadsheet makes of numbers holds other signs. */
    static String plain(SourceField field) {
        String id = field.required();
        if (!PLAIN.matcher(id).matches()) {
            throw noId(field);
        }
        return id;
    }

    /**
     * The id of a post of a Facebook Page in the form page_post. Exports write it with or without the Page.
     *
     * @param pageId the Page that published it; NULL where it is not known
     */
    static String facebookPost(SourceField field, @Nullable String pageId) {
        if (PAGE_AND_POST.matcher(field.required()).matches()) {
            return field.text();
        }
        String postId = digits(field);
        if (pageId == null) {
            throw field.rejected(ProblemCode.INVALID_ID, "is no id of a post without that of its Page");
        }
        return pageId + "_" + postId;
    }

    private static RowRejectedException noId(SourceField field) {
        return field.rejected(
                ProblemCode.INVALID_ID,
                "is no id of the platform; a spreadsheet may have damaged it. Export again and do not open the file in a"
                        + " spreadsheet");
    }
}
