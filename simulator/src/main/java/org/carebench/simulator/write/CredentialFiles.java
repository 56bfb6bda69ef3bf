package org.carebench.simulator.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Credentials that the simulated platforms accept, one file per alias. They open nothing but the simulator. */
final class CredentialFiles {

    private static final Map<String, String> ACCEPTED = new TreeMap<>(Map.of(
            "sim-mastodon", "sim-mastodon-token",
            "sim-youtube", "sim-youtube-key",
            "sim-instagram", "sim-instagram-token",
            "sim-facebook", "sim-facebook-token",
            "sim-x", "sim-x-token",
            "sim-linkedin", "sim-linkedin-token",
            "sim-tiktok", "sim-tiktok-token",
            "sim-google",
                    "{\"token\": \"sim-google-places-key\", \"refresh_token\": \"sim-google-business-refresh\","
                            + " \"client_id\": \"any\", \"client_secret\": \"any\"}",
            "pseudonym-key", "demo"));

    private CredentialFiles() {}

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> credential : ACCEPTED.entrySet()) {
            Files.writeString(folder.resolve(credential.getKey()), credential.getValue() + "\n");
        }
    }
}
