package org.carebench.jobs.source.cms;

import static org.carebench.jobs.source.SourceColumn.column;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.source.CsvFile;
import org.carebench.jobs.source.NamedFile;
import org.jspecify.annotations.Nullable;

/** Footnote numbers of CMS files and what they say, from the footnote crosswalk of the same release. */
final class CmsFootnotes {

    private static final Map<String, MeasureState> STATES = Map.of(
            "1", MeasureState.TOO_FEW_CASES,
            "4", MeasureState.SUPPRESSED,
            "7", MeasureState.TOO_FEW_CASES,
            "10", MeasureState.TOO_FEW_CASES,
            "12", MeasureState.NOT_APPLICABLE,
            "15", MeasureState.TOO_FEW_CASES,
            "16", MeasureState.TOO_FEW_CASES);

    private final Map<String, String> texts;

    private CmsFootnotes(Map<String, String> texts) {
        this.texts = texts;
    }

    static CmsFootnotes read(NamedFile list) {
        Map<String, String> texts = new HashMap<>();
        CsvFile.readReference(
                list,
                List.of(column("Footnote"), column("Footnote Text")),
                row -> texts.put(
                        row.field("Footnote").required(),
                        row.field("Footnote Text").required()));
        return new CmsFootnotes(texts);
    }

    /** Footnote numbers in the order of the file, separated by semicolons; NULL where there are none. */
    static @Nullable String numbers(String cell) {
        return cell.isEmpty()
                ? null
                : Arrays.stream(cell.split("[;,]")).map(String::strip).collect(Collectors.joining(";"));
    }

    /** Why a value with these footnotes is missing: the first footnote that gives a finer reason than "not available". */
    static MeasureState stateOfMissing(@Nullable String numbers) {
        if (numbers == null) {
            return MeasureState.NOT_AVAILABLE;
        }
        return Arrays.stream(numbers.split(";"))
                .filter(STATES::containsKey)
                .map(STATES::get)
                .findFirst()
                .orElse(MeasureState.NOT_AVAILABLE);
    }

    /** What the footnotes say; NULL where there are none. */
    @Nullable String text(@Nullable String numbers) {
        if (numbers == null) {
            return null;
        }
        return Arrays.stream(numbers.split(";"))
                .map(number -> texts.getOrDefault(number, "Footnote " + number + " is not in the crosswalk."))
                .collect(Collectors.joining(" "));
    }
}
