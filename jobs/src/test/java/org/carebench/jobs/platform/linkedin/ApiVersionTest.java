package org.carebench.jobs.platform.linkedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.platform.PlatformSettings;
import org.junit.jupiter.api.Test;

class ApiVersionTest {

    @Test
    void endsAYearLater() {
        assertThat(ApiVersion.of("202508").sunset()).isEqualTo(LocalDate.parse("2026-08-17"));
    }

    @Test
    void isWarnedOfFromSixtyDaysBeforeItsEnd() {
        ApiVersion version = ApiVersion.of("202508");

        assertThat(version.warning(Instant.parse("2026-06-17T23:59:59Z"))).isEmpty();
        assertThat(version.warning(Instant.parse("2026-06-18T00:00:00Z")))
                .contains("LinkedIn ends version 202508 of its API about 2026-08-17: set a newer one in the profile "
                        + "(platform linkedin, setting 'version'), and compare what changed.");
        assertThat(version.warning(Instant.parse("2026-11-22T00:00:00Z"))).isPresent();
    }

    @Test
    void isTheOneThatWasCurrentUnlessTheProfileSaysOtherwise() {
        assertThat(properties(Map.of()))
                .isEqualTo(new LinkedInProperties(
                        new ApiVersion("202607", LocalDate.parse("2027-07-17")),
                        URI.create("https://www.linkedin.com/oauth/v2/accessToken")));
        assertThat(properties(Map.of("version", "202610", "version-sunset", "2027-10-20"))
                        .version())
                .isEqualTo(new ApiVersion("202610", LocalDate.parse("2027-10-20")));
    }

    @Test
    void mustBeAYearAndMonth() {
        assertThatThrownBy(() -> properties(Map.of("version", "202613")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "Cannot use the settings of platform linkedin: 'version' is '202613'. It must be a year and "
                                + "month such as 202607.");
        assertThatThrownBy(() -> properties(Map.of("version-sunset", "soon")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'version-sunset' is 'soon'");
    }

    @Test
    void hasNoOtherSettings() {
        assertThatThrownBy(() -> properties(Map.of("verson", "202607")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'verson' is not known");
    }

    private static LinkedInProperties properties(Map<String, String> settings) {
        return LinkedInProperties.of(
                PlatformSettings.defaults(URI.create("http://127.0.0.1")).withSettings(settings));
    }
}
