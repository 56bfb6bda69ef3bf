package org.carebench.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DataScriptTest {

    @Test
    void writesColumnsAndRows() {
        assertThat(script("a", 1, 2.5, true, new BigDecimal("3.10")))
                .isEqualTo("carebench.data(\"name\", {\"columns\":[\"c0\",\"c1\",\"c2\",\"c3\",\"c4\"],\"rows\":"
                        + "[[\"a\",1,2.5,true,3.10]]});\n");
    }

    @Test
    void writesNullForUnknown() {
        assertThat(script((Object) null)).contains("\"rows\":[[null]]");
    }

    @Test
    void writesNoRows() {
        assertThat(DataScript.of("name", List.of("a"), List.of()))
                .isEqualTo("carebench.data(\"name\", {\"columns\":[\"a\"],\"rows\":[]});\n");
    }

    @Test
    void writesDatesAndInstantsAsIso() {
        assertThat(script(Date.valueOf("2025-12-06"), Timestamp.from(Instant.parse("2025-12-06T08:30:00.5Z"))))
                .contains("[[\"2025-12-06\",\"2025-12-06T08:30:00.500Z\"]]");
    }

    @Test
    void escapesWhatCouldEndTheScript() {
        assertThat(script("</script><!--&")).contains("\"\\u003c/script\\u003e\\u003c!--\\u0026\"");
    }

    @Test
    void escapesLineSeparatorsOfJavaScript() {
        assertThat(script("a\u2028b\u2029c")).contains("\"a\\u2028b\\u2029c\"");
    }

    @Test
    void escapesQuotesBackslashesAndLineBreaks() {
        assertThat(script("\"\\\n\t")).contains("\"\\\"\\\\\\n\\t\"");
    }

    @Test
    void keepsOtherScripts() {
        assertThat(script("日本 ü \uD83C\uDFE5")).contains("\"日本 ü \uD83C\uDFE5\"");
    }

    private static String script(@Nullable Object... row) {
        List<String> columns = java.util.stream.IntStream.range(0, row.length)
                .mapToObj(i -> "c" + i)
                .toList();
        return DataScript.of("name", columns, List.of(Arrays.asList(row)));
    }
}
