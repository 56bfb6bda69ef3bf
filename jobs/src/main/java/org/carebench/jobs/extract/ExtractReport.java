package org.carebench.jobs.extract;

import java.util.List;
import java.util.stream.Collectors;
import org.carebench.contract.lake.LandingManifest;
import org.carebench.contract.lake.NightManifest;
import org.carebench.contract.lake.SourceRead;

/** The account of an extraction: what every file gave, so that no row goes missing unnoticed. */
final class ExtractReport {

    private ExtractReport() {}

    static String of(NightManifest night, List<String> notInForce) {
        StringBuilder report = new StringBuilder("Rows read = landed + rejected, by source file:\n");
        for (SourceRead read : night.sources()) {
            report.append(String.format(
                    "  %-20s %,8d = %,8d + %,5d   %s%n",
                    read.sourceId(), read.rowsRead(), read.rowsLanded(), read.rowsRejected(), records(night, read)));
        }
        if (!notInForce.isEmpty()) {
            report.append("  no file in force yet: ")
                    .append(String.join(", ", notInForce))
                    .append('\n');
        }
        return report.toString().stripTrailing();
    }

    private static String records(NightManifest night, SourceRead read) {
        return night.files().stream()
                .filter(file -> file.sourceId().equals(read.sourceId()) && file.rows() > 0)
                .map(ExtractReport::record)
                .collect(Collectors.joining(", "));
    }

    private static String record(LandingManifest file) {
        return String.format("%s %,d", file.dataset(), file.rows());
    }
}
