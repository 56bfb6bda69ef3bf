package org.carebench.jobs.platform.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.platform.PlatformSettings;
import org.junit.jupiter.api.Test;

class XPropertiesTest {

    @Test
    void takesTheDocumentedDefaults() {
        assertThat(properties(Map.of()))
                .isEqualTo(new XProperties(List.of(Spelling.TWEET), 5_000, 10_000, 1_000, false));
    }

    @Test
    void takesWhatTheProfileSays() {
        assertThat(properties(Map.of(
                        "spelling", "post",
                        "post-price", "6000",
                        "user-price", "11000",
                        "owned-price", "6000",
                        "quotes", "true")))
                .isEqualTo(new XProperties(List.of(Spelling.POST, Spelling.POST_EXPANDED), 6_000, 11_000, 6_000, true));
    }

    @Test
    void beginsWithTheOldSpellingWhereItMayTryBoth() {
        assertThat(properties(Map.of("spelling", "auto")))
                .isEqualTo(new XProperties(
                        List.of(Spelling.TWEET, Spelling.POST, Spelling.POST_EXPANDED), 5_000, 10_000, 1_000, false));
    }

    @Test
    void refusesAnUnknownSetting() {
        assertThatThrownBy(() -> properties(Map.of("speling", "post")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot use the settings of platform x: 'speling' is not known. Known are: spelling, "
                        + "post-price, user-price, owned-price, quotes.");
    }

    @Test
    void refusesAnUnknownSpelling() {
        assertThatThrownBy(() -> properties(Map.of("spelling", "toot")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "Cannot use the settings of platform x: 'spelling' is 'toot'. It must be tweet or post or auto.");
    }

    @Test
    void refusesAPriceThatIsNoNumber() {
        assertThatThrownBy(() -> properties(Map.of("post-price", "0.005")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "Cannot use the settings of platform x: 'post-price' is '0.005'. It must be a whole number of 0 or "
                                + "more.");
    }

    private static XProperties properties(Map<String, String> settings) {
        return XProperties.of(
                PlatformSettings.defaults(URI.create("http://127.0.0.1")).withSettings(settings));
    }
}
