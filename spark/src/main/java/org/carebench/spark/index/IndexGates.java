package org.carebench.spark.index;

import java.util.List;
import java.util.stream.Collectors;
import org.carebench.contract.mart.IndexValidity;

/** Stops a release whose index fails a gate that configuration calls fatal. */
final class IndexGates {

    private IndexGates() {}

    /** @throws IllegalStateException naming every check that failed */
    static void check(List<IndexValidity> validity) {
        List<IndexValidity> failed = validity.stream()
                .filter(row -> row.result().equals(IndexExamination.Result.FAILED.name()))
                .toList();
        if (!failed.isEmpty()) {
            throw new IllegalStateException("Cannot release the integration index: "
                    + failed.stream().map(IndexGates::described).collect(Collectors.joining("; "))
                    + ". Mend the index in config/index.yaml, or set isFatal of the gate to false to release it with a"
                    + " warning");
        }
    }

    private static String described(IndexValidity row) {
        return row.checkId() + " of " + row.subject() + " is " + row.value() + ", outside " + row.gateLow() + " to "
                + row.gateHigh();
    }
}
