package org.carebench.jobs.source.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.RowRejectedException;
import org.carebench.jobs.source.SourceField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportedNumbersTest {

    private static final long SEED = 1250;

    @ParameterizedTest
    @ValueSource(strings = {",", "."})
    void readsBackEveryNumberWithAndWithoutSeparators(String separator) {
        Random random = new Random(SEED);
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(separator.charAt(0));
        DecimalFormat grouped = new DecimalFormat("#,##0", symbols);
        for (int i = 0; i < 2_000; i++) {
            long number = random.nextLong() >>> (25 + random.nextInt(39));

            assertThat(numbers(separator).read(field(grouped.format(number)))).isEqualTo(number);
            assertThat(numbers(separator).read(field(Long.toString(number)))).isEqualTo(number);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    , | 1.250
                    , | 1,25
                    , | 1250,000
                    , | ,250
                    , | 1,250,
                    , | 1,250.00
                    , | 1.0
                    , | 12%
                    , | 1.2K
                    , | 1 250
                    . | 1,250
                    . | 1.25
                    """)
    void rejectsWhatCouldBeAnotherNumber(String separator, String text) {
        assertThatThrownBy(() -> numbers(separator).read(field(text)))
                .isInstanceOf(RowRejectedException.class)
                .hasMessage("Column 'Views' is not a whole number");
    }

    @Test
    void takesACommaWhereTheProfileDoesNotSay() {
        assertThat(ExportedNumbers.of(Reading.vintage(Path.of("export.csv"), Map.of(), Map.of()))
                        .read(field("1,250")))
                .isEqualTo(1250);
    }

    private static ExportedNumbers numbers(String separator) {
        return ExportedNumbers.of(Reading.vintage(Path.of("export.csv"), Map.of(), Map.of("thousands", separator)));
    }

    private static SourceField field(String text) {
        return new SourceField("Views", text);
    }
}
