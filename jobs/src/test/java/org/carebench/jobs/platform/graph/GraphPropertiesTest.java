package org.carebench.jobs.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.platform.PlatformSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphPropertiesTest {

    @Test
    void asksMetaInTheUsualVersion() {
        GraphProperties properties = GraphProperties.of("facebook", PlatformSettings.defaults(null), "v26.0", Set.of());

        assertThat(properties).isEqualTo(new GraphProperties(URI.create("https://graph.facebook.com"), "v26.0"));
    }

    @Test
    void takesAnotherAddressAndVersion() {
        PlatformSettings settings = PlatformSettings.defaults(URI.create("http://127.0.0.1:1/facebook/"))
                .withSettings(Map.of("api-version", "v27.0"));

        GraphProperties properties = GraphProperties.of("facebook", settings, "v26.0", Set.of());

        assertThat(GraphQuery.of("page", "alias", "A b/c")
                        .with("fields", "id,name{x}")
                        .uri(properties))
                .isEqualTo(URI.create("http://127.0.0.1:1/facebook/v27.0/A%20b%2Fc?fields=id%2Cname%7Bx%7D"));
    }

    @Test
    void refusesASettingThatItDoesNotKnow() {
        PlatformSettings settings = PlatformSettings.defaults(null).withSettings(Map.of("page-size", "5"));

        assertThatThrownBy(() -> GraphProperties.of("facebook", settings, "v26.0", Set.of("other")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot read the settings of facebook: there is no setting [page-size]. "
                        + "Take it out, or use one of [api-version, other].");
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "v25", "25.0", "v25.0/", ""})
    void refusesAVersionThatIsNone(String version) {
        PlatformSettings settings = PlatformSettings.defaults(null).withSettings(Map.of("api-version", version));

        assertThatThrownBy(() -> GraphProperties.of("instagram", settings, "v25.0", Set.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot read the setting api-version of instagram: '" + version
                        + "' is no version. Write it like v25.0.");
    }
}
