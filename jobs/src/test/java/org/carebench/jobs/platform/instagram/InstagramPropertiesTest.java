package org.carebench.jobs.platform.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.platform.PlatformSettings;
import org.carebench.jobs.platform.graph.GraphProperties;
import org.junit.jupiter.api.Test;

class InstagramPropertiesTest {

    @Test
    void hasDefaults() {
        assertThat(InstagramProperties.of(PlatformSettings.defaults(null)))
                .isEqualTo(new InstagramProperties(
                        new GraphProperties(URI.create("https://graph.facebook.com"), "v25.0"), null));
    }

    @Test
    void takesEverySetting() {
        PlatformSettings settings = PlatformSettings.defaults(URI.create("http://127.0.0.1:1"))
                .withSettings(Map.of("api-version", "v26.0", "ig-user-id", "17841400000000999"));

        assertThat(InstagramProperties.of(settings))
                .isEqualTo(new InstagramProperties(
                        new GraphProperties(URI.create("http://127.0.0.1:1"), "v26.0"), "17841400000000999"));
    }

    @Test
    void refusesAnIdThatIsAName() {
        PlatformSettings settings = PlatformSettings.defaults(null).withSettings(Map.of("ig-user-id", "our.clinic"));

        assertThatThrownBy(() -> InstagramProperties.of(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot read the setting ig-user-id of instagram: 'our.clinic' is no id. "
                        + "Write the number of an Instagram account of your own, in quotes.");
    }

    @Test
    void refusesAnUnknownSetting() {
        PlatformSettings settings = PlatformSettings.defaults(null).withSettings(Map.of("ig-user", "1"));

        assertThatThrownBy(() -> InstagramProperties.of(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot read the settings of instagram: there is no setting [ig-user]. "
                        + "Take it out, or use one of [api-version, ig-user-id].");
    }
}
