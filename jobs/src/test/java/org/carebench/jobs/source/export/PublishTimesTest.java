package org.carebench.jobs.source.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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

class PublishTimesTest {

    private static final long SEED = 20240701;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MDY | 05/06/2024 09:30       | 2024-05-06T13:30:00Z
                    DMY | 05/06/2024 09:30       | 2024-06-05T13:30:00Z
                    DMY | 05.06.2024 09:30       | 2024-06-05T13:30:00Z
                    DMY | 5-6-2024, 9:30:07      | 2024-06-05T13:30:07Z
                    MDY | 2024-05-06T09:30       | 2024-05-06T13:30:00Z
                    DMY | 2024-05-06 09:30       | 2024-05-06T13:30:00Z
                    MDY | 5/6/2024 12:30 am      | 2024-05-06T04:30:00Z
                    MDY | 5/6/2024 0:30 am       | 2024-05-06T04:30:00Z
                    MDY | 5/6/2024 12:30 PM      | 2024-05-06T16:30:00Z
                    MDY | 5/6/2024 3:45pm        | 2024-05-06T19:45:00Z
                    MDY | 5/6/2024 15:45 pm      | 2024-05-06T19:45:00Z
                    MDY | 01/06/2024 09:30       | 2024-01-06T14:30:00Z
                    MDY | 07/01/2024 23:59       | 2024-07-02T03:59:00Z
                    MDY | 11/05/2023 01:30       | 2023-11-05T05:30:00Z
                    """)
    void readsLocalTimesInTheirZone(String order, String text, Instant time) {
        assertThat(times(order, "America/New_York").read(field(text))).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5/6/2024 13:30 am",
                "5/6/2024 0:30 pm",
                "5/6/2024 9:60",
                "5/6-2024 9:30",
                "02/30/2024 09:30",
                "5/6/0024x 9:30",
                "Lifetime",
                "09:30",
                "5/6/2024  9:30 xm"
            })
    void rejectsWhatNoClockShows(String text) {
        assertThatThrownBy(() -> times("MDY", "America/New_York").read(field(text)))
                .isInstanceOf(RowRejectedException.class)
                .hasMessageStartingWith("Column 'Publish time' ");
    }

    @Test
    void saysThatClocksLeftATimeOut() {
        assertThatThrownBy(() -> times("MDY", "America/New_York").read(field("03/10/2024 02:30")))
                .hasMessage(
                        "Column 'Publish time' is a time that clocks in the zone of setting 'zone' left out when they"
                                + " were set forward");
        assertThat(times("MDY", "Asia/Kolkata").read(field("03/10/2024 02:30")))
                .isEqualTo(Instant.parse("2024-03-09T21:00:00Z"));
    }

    @Test
    void readsBackEveryTimeInEitherOrder() {
        Random random = new Random(SEED);
        ZoneId zone = ZoneId.of("Asia/Kolkata");
        for (int i = 0; i < 2_000; i++) {
            LocalDateTime time = LocalDateTime.of(2004, 1, 1, 0, 0).plusMinutes(random.nextInt(10_000_000));
            Instant expected = time.atZone(zone).toInstant();

            assertThat(times("MDY", zone.getId()).read(field(written(time, "MM/dd/uuuu HH:mm"))))
                    .isEqualTo(expected);
            assertThat(times("MDY", zone.getId()).read(field(written(time, "M/d/uuuu h:mm a"))))
                    .isEqualTo(expected);
            assertThat(times("DMY", zone.getId()).read(field(written(time, "dd.MM.uuuu HH:mm"))))
                    .isEqualTo(expected);
        }
    }

    private static String written(LocalDateTime time, String form) {
        return DateTimeFormatter.ofPattern(form, Locale.ROOT).format(time);
    }

    private static PublishTimes times(String order, String zone) {
        return PublishTimes.of(
                Reading.vintage(Path.of("export.csv"), Map.of(), Map.of("date-order", order, "zone", zone)));
    }

    private static SourceField field(String text) {
        return new SourceField("Publish time", text);
    }
}
