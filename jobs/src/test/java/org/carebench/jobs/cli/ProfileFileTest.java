package org.carebench.jobs.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carebench.jobs.config.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFileTest {

    private static final String PROFILE = """
            carebench:
              sources:
                - id: hospitals
                  vintages:
                    - {as-of: 2022-03-01, file: a.csv, references: {x: b.csv}, settings: {y: z}}
            """;

    @TempDir
    private Path folder;

    @Test
    void acceptsTheKeysOfAVintage() throws IOException {
        Path profile = Files.writeString(folder.resolve("p.yaml"), PROFILE);

        assertThatCode(() -> ProfileFile.check(profile)).doesNotThrowAnyException();
    }

    @Test
    void refusesAnUnknownKeyOfAVintage() throws IOException {
        Path profile = Files.writeString(folder.resolve("p.yaml"), PROFILE.replace("as-of", "as-off"));

        assertThatThrownBy(() -> ProfileFile.check(profile))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot use profile " + profile
                        + ": nobody knows key as-off in the vintages of source hospitals."
                        + " The keys are as-of, file, references, settings.");
    }

    @Test
    void namesTheLineThatIsNoYaml() throws IOException {
        Path profile = Files.writeString(folder.resolve("p.yaml"), "carebench:\n  sources: [a\n");

        assertThatThrownBy(() -> ProfileFile.check(profile))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(profile + ": it is no valid YAML at line");
    }
}
