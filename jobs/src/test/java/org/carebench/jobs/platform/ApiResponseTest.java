package org.carebench.jobs.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiResponseTest {

    private static final String SLOW_CLOCK = "Sun, 22 Nov 2026 08:00:00 GMT";

    @ParameterizedTest
    @CsvSource({"0, 0", "290, 290", "' 15 ', 15"})
    void readsSecondsToWait(String header, long seconds) {
        assertThat(TestClients.answer(429, "", "Retry-After", header).retryAfter())
                .contains(Duration.ofSeconds(seconds));
    }

    @Test
    void measuresADateToWaitForByTheServersOwnClock() {
        ApiResponse response =
                TestClients.answer(429, "", "Date", SLOW_CLOCK, "Retry-After", "Sun, 22 Nov 2026 08:01:30 GMT");

        assertThat(response.retryAfter()).contains(Duration.ofSeconds(90));
    }

    @Test
    void measuresByOurClockWhereTheServerDoesNotTellItsOwn() {
        assertThat(TestClients.answer(429, "", "Retry-After", "Sun, 22 Nov 2026 10:00:20 GMT")
                        .retryAfter())
                .contains(Duration.ofSeconds(20));
        assertThat(TestClients.answer(200, "", "Date", "yesterday").serverTime())
                .isEqualTo(TestClients.NOW);
    }

    /** Whether its clock runs ahead or behind, with its dates or without them. Our clock shows 10:00:00. */
    @ParameterizedTest
    @CsvSource({
        "10:00:00, 10:00:20, 20",
        "10:15:00, 10:15:20, 20",
        "09:45:00, 09:45:20, 20",
        "10:15:00, 10:00:20, 20",
        "09:45:00, 10:00:20, 20",
        "09:45:00, 09:44:59, 0"
    })
    void waitsNoLongerForAClockThatIsWrong(String date, String retryAt, long seconds) {
        String day = "Sun, 22 Nov 2026 ";

        assertThat(TestClients.answer(429, "", "Date", day + date + " GMT", "Retry-After", day + retryAt + " GMT")
                        .retryAfter())
                .contains(Duration.ofSeconds(seconds));
    }

    @Test
    void neverAsksToWaitForThePast() {
        assertThat(TestClients.answer(429, "", "Retry-After", "Sun, 22 Nov 2026 09:00:00 GMT")
                        .retryAfter())
                .contains(Duration.ZERO);
        assertThat(TestClients.answer(200, "").until(Instant.EPOCH)).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999"})
    void doesNotGuessWhatCannotBeRead(String header) {
        assertThat(TestClients.answer(429, "", "Retry-After", header).retryAfter())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"199, false", "200, true", "299, true", "300, false", "404, false"})
    void succeedsWithAnyStatusOfSuccess(int status, boolean isSuccess) {
        assertThat(TestClients.answer(status, "").isSuccess()).isEqualTo(isSuccess);
    }

    @Test
    void showsNeitherHeadersNorBody() {
        ApiResponse response = TestClients.answer(200, "{\"accessJwt\":\"geheim-1\"}", "Set-Cookie", "geheim-2");

        assertThat(response.toString()).isEqualTo("ApiResponse[endpoint, 200]");
    }
}
