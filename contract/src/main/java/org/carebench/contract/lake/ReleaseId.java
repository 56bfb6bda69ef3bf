package org.carebench.contract.lake;

/**
 * Names a release: the business date and how many times the inputs of that date have changed.
 *
 * @param revision 1 for the first inputs of a business date, one more for each later change of them
 */
public record ReleaseId(BusinessDate businessDate, int revision) {

    public ReleaseId {
        if (revision < 1) {
            throw new IllegalArgumentException(
                    "Cannot number a release of " + businessDate + ": revision " + revision + " is below 1");
        }
    }

    /** Reads an id such as 2025-12-06.1. */
    public static ReleaseId parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 0 || !text.substring(dot + 1).matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("Cannot read release '" + text
                    + "': write the business date, a dot and the revision, for example 2025-12-06.1");
        }
        return new ReleaseId(BusinessDate.parse(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    @Override
    public String toString() {
        return businessDate + "." + revision;
    }
}
