package org.carebench.jobs.collect;

import org.carebench.contract.dataset.LinkEvidence;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Relation;
import org.carebench.jobs.source.RowRejectedException;
import org.carebench.jobs.source.SourceField;
import org.carebench.jobs.source.SourceRow;
import org.jspecify.annotations.Nullable;

/**
 * A row of the roster.
 *
 * @param credential alias of the access to use; NULL for the platform's default
 */
record RosterRow(
        String organizationId,
        String platform,
        String handle,
        @Nullable String stableId,
        @Nullable String homeServer,
        Relation relation,
        @Nullable String credential,
        LinkEvidence evidence) {

    /**
     * Reads a row.
     *
     * @throws RowRejectedException where it says too little, or something that is not known
     */
    static RosterRow of(SourceRow row) {
        SourceField organization = row.field("organization_id");
        if (!organization.required().matches("[a-z][a-z0-9-]*:.+")) {
            throw organization.rejected(ProblemCode.INVALID_ID, "is no provider such as cms:010001");
        }
        SourceField platform = row.field("platform");
        if (!platform.required().matches("[a-z][a-z0-9-]*")) {
            throw platform.rejected(ProblemCode.INVALID_ID, "is no platform such as bluesky");
        }
        String handle = row.field("handle").text().strip();
        String stableId = row.field("stable_id").optional();
        if (handle.isEmpty() && stableId == null) {
            throw row.field("handle").rejected(ProblemCode.MISSING_VALUE, "is blank, and so is stable_id");
        }
        return new RosterRow(
                organization.required(),
                platform.required(),
                handle.isEmpty() ? String.valueOf(stableId) : handle,
                stableId,
                row.field("home_server").optional(),
                constant(row.field("relation"), Relation.class, Relation.OTHER),
                row.field("credential").optional(),
                constant(row.field("evidence"), LinkEvidence.class, LinkEvidence.CANDIDATE));
    }

    private static <E extends Enum<E>> E constant(SourceField field, Class<E> type, E whenBlank) {
        if (field.isMissing()) {
            return whenBlank;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(field.text())) {
                return constant;
            }
        }
        throw field.rejected(ProblemCode.VALUE_OUT_OF_RANGE, "is none of the words that the column knows");
    }
}
