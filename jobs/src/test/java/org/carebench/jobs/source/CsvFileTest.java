package org.carebench.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carebench.jobs.source.SourceColumn.column;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.carebench.contract.dataset.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static final List<SourceColumn> COLUMNS = List.of(column("id"), column("city", "town", "place"));

    private final Path folder;

    CsvFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsCellsByTheNameOfTheirColumn() {
        assertThat(rows("city,ignored,id\nTauberg,x,1\n")).containsExactly("2: 1|Tauberg");
    }

    @Test
    void readsOlderNamesOfAColumn() {
        assertThat(rows("id,place\n1,Tauberg\n")).containsExactly("2: 1|Tauberg");
    }

    @Test
    void prefersTheNewestNameWhereAFileHasSeveral() {
        assertThat(rows("id,town,city\n1,old,new\n")).containsExactly("2: 1|new");
    }

    @Test
    void stripsBlanksAroundHeadersAndCells() {
        assertThat(rows(" id , city \n 1 ,\u2003Tauberg \n")).containsExactly("2: 1|Tauberg");
    }

    @Test
    void readsQuotedCells() {
        assertThat(rows("id,city\n1,\"Tau, \"\"Berg\"\"\"\n2,\"\"\n")).containsExactly("2: 1|Tau, \"Berg\"", "3: 2|");
    }

    @Test
    void countsLinesAlsoInsideQuotes() {
        assertThat(rows("id,city\n1,\"one\ntwo\r\nthree\"\n2,four\n3,\"five\n\"\n4,six\n"))
                .containsExactly("2: 1|one\ntwo\r\nthree", "5: 2|four", "6: 3|five", "8: 4|six");
    }

    @Test
    void readsWindowsLineBreaks() {
        assertThat(rows("id,city\r\n1,Tauberg\r\n2,\"a\r\nb\"\r\n3,c\r\n"))
                .containsExactly("2: 1|Tauberg", "3: 2|a\r\nb", "5: 3|c");
    }

    @Test
    void skipsTheByteOrderMark() {
        assertThat(rows("\uFEFFid,city\n1,Tauberg\n")).containsExactly("2: 1|Tauberg");
    }

    @Test
    void skipsBlankLinesAndCountsThem() {
        assertThat(rows("id,city\n\n1,a\n\n\n2,b\n\n")).containsExactly("3: 1|a", "6: 2|b");
    }

    @Test
    void readsAFileWithoutRows() {
        assertThat(rows("id,city\n")).isEmpty();
    }

    @Test
    void takesLinesThatLookLikeCommentsForRows() {
        assertThat(rows("id,city\n#1,a\n")).containsExactly("2: #1|a");
    }

    @Test
    void keepsLineBreaksAndTabsAndBlanksOtherControlCharacters() {
        assertThat(rows("id,city\n1,\"a\u0007b\tc\nd\u0085e\"\n")).containsExactly("2: 1|a b\tc\nd e");
    }

    @ParameterizedTest
    @CsvSource({"'1', 1", "'1,a,b', 3"})
    void rejectsRowsWithAnotherNumberOfFields(String line, int fields) {
        assertThat(rejections("id,city\n" + line + "\n2,b\n"))
                .containsExactly("2: WRONG_FIELD_COUNT The row has " + fields
                        + " fields, the header 2; look for a missing or a stray comma or quote");
    }

    @Test
    void rejectsRowsWithNul() {
        assertThat(rejections("id,city\n1,a\u0000b\n2,c\n"))
                .containsExactly("2: FORBIDDEN_CHARACTER The row holds a NUL character, which no text column can hold;"
                        + " remove it");
    }

    @Test
    void givesUpOnlyTheLineWhoseQuotesAreBroken() {
        String text = "id,city\n1,a\n2,\"b\n3,c\n4,\"d\ne\"\n5,f\n";

        assertThat(rejections(text))
                .containsExactly("3: BROKEN_QUOTES The quotes of the row are broken, so that its fields cannot be told"
                        + " apart; close every quote, and double quotes inside a quoted field");
        assertThat(rows(text)).containsExactly("2: 1|a", "4: 3|c", "5: 4|d\ne", "7: 5|f");
    }

    @Test
    void numbersLinesRightAfterSeveralBrokenRows() {
        assertThat(rows("id,city\n\n1,\"a\n\n2,b\n3,\"c\n4,d\n5,e\n")).containsExactly("5: 2|b", "7: 4|d", "8: 5|e");
    }

    @Test
    void givesAFileUpWhoseQuotesAreBrokenEverywhere() {
        StringBuilder text = new StringBuilder("id,city\n");
        for (int i = 0; i < 501; i++) {
            text.append(i).append(",\"broken\n");
        }

        assertRefused(
                text.append("1,whole\n").toString(),
                "Cannot read towns.csv: the quotes of more than 500 rows are broken, the last at line 502. Check how the"
                        + " file was written: fields with quotes must be quoted, and quotes in them doubled.");
    }

    @Test
    void namesTheColumnThatIsMissingWithItsOlderNames() {
        assertRefused(
                "id,village\n1,a\n",
                "Cannot read towns.csv: its header has no column 'city' or 'town' or 'place'. Check that this is the file"
                        + " that the profile means, or correct its header.");
    }

    @Test
    void refusesAHeaderThatNamesAColumnTwice() {
        assertRefused(
                "id,city,city\n1,a,b\n",
                "Cannot read towns.csv: its header names 'city' more than once, so that it is not clear which column is"
                        + " meant. Rename one of them.");
    }

    @Test
    void refusesAHeaderWithBrokenQuotes() {
        assertRefused(
                "id,\"city\n1,a\n", "Cannot read towns.csv: the quotes of its header are broken. Mend the header.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16", "windows-1252"})
    void refusesFilesThatAreNotUtf8(String encoding) {
        write("id,city\n1,Köln\n".getBytes(Charset.forName(encoding)));

        assertThatRefusal(rows -> {})
                .hasMessageMatching(
                        "Cannot read towns\\.csv: it is not valid UTF-8 at or after line [12]\\. Convert it to UTF-8 and run again\\.");
    }

    @Test
    void saysAfterWhichLineTheEncodingBreaks() {
        byte[] good = "id,city\n1,a\n".repeat(1).getBytes(StandardCharsets.UTF_8);
        byte[] many = "2,b\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        byte[] file = new byte[good.length + many.length + 5];
        System.arraycopy(good, 0, file, 0, good.length);
        System.arraycopy(many, 0, file, good.length, many.length);
        System.arraycopy(new byte[] {'3', ',', (byte) 0xE4, 'x', '\n'}, 0, file, file.length - 5, 5);
        write(file);

        assertThatRefusal(rows -> {}).hasMessageContaining("it is not valid UTF-8 at or after line ");
    }

    @Test
    void refusesAnEmptyFile() {
        assertRefused("", "Cannot read towns.csv: it is empty. Fetch the file again.");
    }

    @Test
    void refusesAFileOfBlankLines() {
        assertRefused("\n\n", "Cannot read towns.csv: it is empty. Fetch the file again.");
    }

    @Test
    void refusesAMissingFile() {
        assertThatRefusal(rows -> {})
                .hasMessage("Cannot read towns.csv: there is no readable file at " + file()
                        + ". Check the input folder of the profile.");
    }

    @Test
    void refusesAFileWithoutLineBreakAtItsEnd() {
        assertRefused(
                "id,city\n1,a\n2,b",
                "Cannot read towns.csv: it does not end with a line break, as if it had been cut off. Fetch the file again,"
                        + " or add the line break if the file is complete.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id,city\n1,a\n2\n", "id,city\n1,a\n2\n\n", "id,city\n1,a\n2,\"b\n", "id,city\n1,a\n2,\"b,c\nd\n"
            })
    void refusesAFileWhoseLastRowIsIncomplete(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));

        assertThatRefusal(rows -> {})
                .hasMessageMatching(
                        "Cannot read towns\\.csv: its last row, at line [34], is incomplete, as if the file had"
                                + " been cut off\\. Fetch the file again\\.");
    }

    @Test
    void readsAListThatExplainsASourceWithoutLineBreakAtItsEnd() {
        write("id,city\n1,a\n2,b".getBytes(StandardCharsets.UTF_8));
        List<String> cities = new ArrayList<>();

        CsvFile.readReference(
                Reading.named(file()),
                COLUMNS,
                row -> cities.add(row.field("city").text()));

        assertThat(cities).containsExactly("a", "b");
    }

    @Test
    void refusesAListOfWhichARowCannotBeRead() {
        write("id,city\n1,a\n2,b,c\n3,d\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> CsvFile.readReference(Reading.named(file()), COLUMNS, row -> {}))
                .isInstanceOf(SourceFileException.class)
                .hasMessage("Cannot read towns.csv, line 3: The row has 3 fields, the header 2; look for a missing or a"
                        + " stray comma or quote.");
    }

    @Test
    void refusesToReadAColumnThatTheFormatDoesNotDeclare() throws IOException {
        write("id,city,other\n1,a,b\n".getBytes(StandardCharsets.UTF_8));

        try (var rows = CsvFile.open(file(), "towns.csv", COLUMNS)) {
            assertThat(rows.next())
                    .isNotNull()
                    .satisfies(row -> assertThatThrownBy(() -> row.field("other"))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessage("Cannot find column other: the format does not declare it"));
        }
    }

    @Test
    void tellsWhetherAFileHasAnOptionalColumn() throws IOException {
        write("id,city\n1,a\n".getBytes(StandardCharsets.UTF_8));
        List<SourceColumn> columns = List.of(
                SourceColumn.column("id"),
                SourceColumn.column("town", "city").optional(),
                SourceColumn.column("beds").optional());

        try (var rows = CsvFile.open(file(), "towns.csv", columns)) {
            assertThat(rows.next()).isNotNull().satisfies(row -> {
                assertThat(row.has("town")).isTrue();
                assertThat(row.field("town").text()).isEqualTo("a");
                assertThat(row.has("beds")).isFalse();
            });
        }
    }

    @Test
    void readsBackWhateverAWriterQuotes() {
        Random random = new Random(20251206);
        for (int table = 0; table < 200; table++) {
            List<List<String>> cells = randomCells(random);
            StringBuilder text = new StringBuilder("id,city\n");
            List<String> expected = new ArrayList<>();
            long line = 2;
            for (List<String> row : cells) {
                String written = SourceTable.line(row);
                text.append(written).append('\n');
                expected.add(line + ": " + row.get(0).strip() + "|" + row.get(1).strip());
                line += 1 + written.chars().filter(c -> c == '\n').count();
            }

            assertThat(rows(text.toString())).as("table %d", table).isEqualTo(expected);
        }
    }

    private static List<List<String>> randomCells(Random random) {
        String[] pieces = {
            "a", ",", "\"", "\"\"", "\n", "\r\n", " ", "ü", "\uD83C\uDFE5", "#", "'", "\\", ";", "\t", "NA"
        };
        List<List<String>> rows = new ArrayList<>();
        for (int row = random.nextInt(12); row >= 0; row--) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < 2; column++) {
                StringBuilder cell = new StringBuilder();
                for (int piece = random.nextInt(8); piece > 0; piece--) {
                    cell.append(pieces[random.nextInt(pieces.length)]);
                }
                cells.add(cell.toString());
            }
            rows.add(cells);
        }
        return rows;
    }

    /** Readable rows as "line: id|city". */
    private List<String> rows(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
        List<String> rows = new ArrayList<>();
        forEachRow(row -> {
            try {
                row.requireReadable();
                rows.add(row.line() + ": " + row.field("id").text() + "|"
                        + row.field("city").text());
            } catch (RowRejectedException e) {
                assertThat(e.column()).isNull();
            }
        });
        return rows;
    }

    /** Rows that no format can read as "line: CODE sentence". */
    private List<String> rejections(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
        List<String> rejections = new ArrayList<>();
        forEachRow(row -> {
            try {
                row.requireReadable();
            } catch (RowRejectedException e) {
                assertThat(e.column()).isNull();
                rejections.add(row.line() + ": " + ProblemCode.valueOf(e.code().name()) + " " + e.sentence());
            }
        });
        return rejections;
    }

    private void forEachRow(Consumer<SourceRow> consumer) {
        try (var rows = CsvFile.open(file(), "towns.csv", COLUMNS)) {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                consumer.accept(row);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void assertRefused(String text, String message) {
        write(text.getBytes(StandardCharsets.UTF_8));
        assertThatRefusal(rows -> {}).hasMessage(message);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertThatRefusal(Consumer<SourceRow> consumer) {
        return assertThatThrownBy(() -> forEachRow(consumer)).isInstanceOf(SourceFileException.class);
    }

    private void write(byte[] bytes) {
        try {
            Files.write(file(), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path file() {
        return folder.resolve("towns.csv");
    }
}
