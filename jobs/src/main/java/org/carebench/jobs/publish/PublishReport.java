package org.carebench.jobs.publish;

import java.util.List;
import org.carebench.contract.lake.HopCount;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.publish.QualityChecks.Result;

/** The account of a publication: every hop with what went in and came out, and what the checks found. */
final class PublishReport {

    private PublishReport() {}

    static String of(ReleaseId release, List<HopCount> hops, List<Result> results) {
        StringBuilder report = new StringBuilder("Release " + release + ", rows in = out + rejected + deduplicated:\n");
        for (HopCount hop : hops) {
            report.append(String.format(
                    "  %-8s %-20s %,8d = %,8d + %,5d + %,5d%n",
                    hop.hop(), hop.subject(), hop.rowsIn(), hop.rowsOut(), hop.rejected(), hop.deduplicated()));
        }
        report.append("Quality checks: ")
                .append(count(results, "PASSED"))
                .append(" passed, ")
                .append(count(results, "NOT_APPLICABLE"))
                .append(" not applicable, ")
                .append(count(results, "FAILED"))
                .append(" failed as a warning");
        results.stream()
                .filter(result -> result.status().equals("FAILED"))
                .forEach(result -> report.append(String.format(
                        "%n  warning %s: %,d of %,d. %s",
                        result.check().id(),
                        result.violations(),
                        result.total(),
                        result.check().note())));
        return report.toString();
    }

    private static long count(List<Result> results, String status) {
        return results.stream().filter(result -> result.status().equals(status)).count();
    }
}
