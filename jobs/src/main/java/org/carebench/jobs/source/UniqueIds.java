package org.carebench.jobs.source;

import java.util.HashSet;
import java.util.Set;
import org.carebench.contract.dataset.ProblemCode;

/** Finds ids that come twice in a file: the first row counts, later ones are rejected. */
public final class UniqueIds {

    private final Set<String> seen = new HashSet<>();

    /**
     * Lets the first row of an id pass.
     *
     * @throws RowRejectedException where the id came before
     */
    public String first(SourceField field, String id) {
        if (!seen.add(id)) {
            throw field.rejected(ProblemCode.DUPLICATE_ID, "repeats an id that stands in an earlier row");
        }
        return id;
    }
}
