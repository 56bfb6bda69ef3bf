package org.carebench.jobs.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds credentials by alias: in the environment variable {@code CAREBENCH_CREDENTIAL_<ALIAS>}, or in the file of that name
 * in the folder of secrets. The content is a token alone, or JSON with several parts. A part called
 * {@code sim-youtube} is looked for as {@code CAREBENCH_CREDENTIAL_SIM_YOUTUBE}.
 */
public final class Credentials {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final UnaryOperator<@Nullable String> environment;
    private final @Nullable Path folder;

    /**
     * Looks in both places, the environment first.
     *
     * @param environment gives the value of a variable, or NULL
     * @param folder NULL where no folder of secrets is set
     */
    public Credentials(UnaryOperator<@Nullable String> environment, @Nullable Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    public Optional<Credential> find(String alias) {
        return content(alias).map(content -> new Credential(alias, parts(alias, content)));
    }

    /**
     * A credential that must be there.
     *
     * @throws MissingCredentialException where it is not
     */
    public Credential require(String alias) {
        return find(alias)
                .orElseThrow(() -> new MissingCredentialException("Cannot find credential '" + alias
                        + "': set the environment variable " + variable(alias)
                        + (folder == null
                                ? ", or name a folder of secrets in the profile."
                                : ", or write the file " + alias + " into the folder of secrets.")));
    }

    private Optional<String> content(String alias) {
        String set = environment.apply(variable(alias));
        if (set != null && !set.isBlank()) {
            return Optional.of(set.strip());
        }
        if (folder == null || !alias.matches("[A-Za-z0-9._-]+") || alias.startsWith(".")) {
            return Optional.empty();
        }
        Path file = folder.resolve(alias);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new MissingCredentialException("Cannot read credential '" + alias + "' from the folder of secrets: "
                    + e.getClass().getSimpleName());
        }
    }

    private static Map<String, Secret> parts(String alias, String content) {
        if (!content.startsWith("{")) {
            return Map.of(Credential.TOKEN, new Secret(content));
        }
        Map<String, Secret> parts = new HashMap<>();
        for (Map.Entry<String, JsonNode> part : object(alias, content).properties()) {
            JsonNode value = part.getValue();
            if (!value.isString() && !value.isNumber()) {
                throw new MissingCredentialException("Cannot read credential '" + alias + "': its part '"
                        + part.getKey() + "' is neither text nor a number.");
            }
            parts.put(part.getKey(), new Secret(value.asString()));
        }
        return parts;
    }

    private static JsonNode object(String alias, String content) {
        try {
            return JSON.readTree(content);
        } catch (JacksonException e) {
            // The cause would quote the secret.
            throw new MissingCredentialException(
                    "Cannot read credential '" + alias + "': it begins like JSON and is none.");
        }
    }

    private static String variable(String alias) {
        return "CAREBENCH_CREDENTIAL_" + alias.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
