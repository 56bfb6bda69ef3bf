package org.carebench.contract.lake;

/**
 * Rows that enter and leave one hop of the way from source to mart. Nothing is lost: in = out + rejected + deduplicated.
 *
 * @param hop land (source rows), conform (landed records to curated rows), stage, or merge
 * @param subject the source or table that is counted
 */
public record HopCount(String hop, String subject, long rowsIn, long rowsOut, long rejected, long deduplicated) {

    public HopCount {
        if (rowsIn != rowsOut + rejected + deduplicated) {
            throw new IllegalArgumentException("Cannot reconcile hop " + hop + " of " + subject + ": in " + rowsIn
                    + ", out " + rowsOut + ", rejected " + rejected + ", deduplicated " + deduplicated);
        }
    }
}
