package org.carebench.contract.lake;

/**
 * What one night read from one source file. Every row that was read either landed or was rejected with a problem.
 *
 * @param file path of the source file, relative to the input folder
 * @param sha256 checksum of the source file
 * @param asOf date of the source file, ISO
 * @param rowsRead rows after the header that are about what the format reads
 * @param rowsLanded rows that gave at least one record
 * @param rowsRejected rows left out, each with a problem
 */
public record SourceRead(
        String sourceId,
        String platform,
        String format,
        String file,
        String sha256,
        String asOf,
        long rowsRead,
        long rowsLanded,
        long rowsRejected) {

    public SourceRead {
        if (rowsRead != rowsLanded + rowsRejected) {
            throw new IllegalArgumentException("Cannot account for the rows of " + file + ": read " + rowsRead
                    + ", landed " + rowsLanded + ", rejected " + rowsRejected);
        }
    }
}
