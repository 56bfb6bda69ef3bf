package org.carebench.jobs.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    private final Path folder;

    CredentialsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void findsATokenInTheEnvironment() {
        Credentials credentials = environment("CAREBENCH_CREDENTIAL_SIM_YOUTUBE_2", " geheim\n");

        assertThat(credentials.require("sim-youtube.2").part(Credential.TOKEN)).isEqualTo("geheim");
    }

    @Test
    void findsPartsInAFile() throws IOException {
        Files.writeString(
                folder.resolve("nord"), "{\"identifier\": \"n.example\", \"password\": \"geheim\", \"pin\": 12}\n");
        Credential credential = new Credentials(name -> null, folder).require("nord");

        assertThat(credential.part("password")).isEqualTo("geheim");
        assertThat(credential.part("pin")).isEqualTo("12");
        assertThat(credential.has(Credential.TOKEN)).isFalse();
    }

    @Test
    void theEnvironmentComesBeforeTheFile() throws IOException {
        Files.writeString(folder.resolve("nord"), "old");

        assertThat(new Credentials(Map.of("CAREBENCH_CREDENTIAL_NORD", "new")::get, folder)
                        .require("nord")
                        .part(Credential.TOKEN))
                .isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "..", ".hidden", "a/b", "", "a\0b"})
    void readsNoFileOutsideOfItsFolder(String alias) throws IOException {
        Files.writeString(folder.resolve(".hidden"), "geheim");
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.writeString(folder.resolve("outside"), "geheim");

        assertThat(new Credentials(name -> null, inner).find(alias)).isEmpty();
        assertThat(new Credentials(name -> null, folder).find(alias)).isEmpty();
    }

    @Test
    void saysWhereACredentialIsLookedFor() {
        assertThatThrownBy(() -> new Credentials(name -> null, folder).require("sim-x"))
                .isInstanceOf(MissingCredentialException.class)
                .hasMessage(
                        "Cannot find credential 'sim-x': set the environment variable CAREBENCH_CREDENTIAL_SIM_X, or"
                                + " write the file sim-x into the folder of secrets.");
        assertThatThrownBy(() -> new Credentials(name -> null, null).require("sim-x"))
                .hasMessageEndingWith("or name a folder of secrets in the profile.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\": \"geheim",
                "{geheim}",
                "{\"password\": {\"inner\": \"geheim\"}}",
                "{\"password\": [\"geheim\"]}",
                "{\"password\": null, \"x\": \"geheim\"}"
            })
    void neverQuotesACredentialThatCannotBeRead(String content) {
        assertThatThrownBy(
                        () -> environment("CAREBENCH_CREDENTIAL_NORD", content).require("nord"))
                .isInstanceOf(MissingCredentialException.class)
                .hasMessageStartingWith("Cannot read credential 'nord'")
                .hasMessageNotContaining("geheim")
                .hasNoCause();
    }

    @Test
    void saysWhichPartIsMissing() {
        Credential credential = environment("CAREBENCH_CREDENTIAL_NORD", "{\"identifier\":\"geheim\"}")
                .require("nord");

        assertThatThrownBy(() -> credential.part("password"))
                .isInstanceOf(MissingCredentialException.class)
                .hasMessage("Cannot use credential 'nord': it has no part 'password'. Write it as JSON with that key.");
    }

    @Test
    void showsNoSecret() {
        Credential credential = environment("CAREBENCH_CREDENTIAL_NORD", "{\"a\":\"geheim-1\",\"b\":\"geheim-2\"}")
                .require("nord");

        assertThat(credential.toString()).contains("nord", "***").doesNotContain("geheim");
        assertThat(new Secret("geheim").toString()).isEqualTo("***");
    }

    private Credentials environment(String variable, String value) {
        return new Credentials(Map.of(variable, value)::get, folder);
    }
}
