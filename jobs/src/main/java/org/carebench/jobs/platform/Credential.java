package org.carebench.jobs.platform;

import java.util.Map;

/**
 * An access to a platform.
 *
 * @param alias name under which profiles and rosters know it
 * @param parts by name: {@code token} where it is a single one; what else a platform needs, for example
 *     {@code identifier}, {@code password}, {@code refresh_token}, {@code client_id}, {@code client_secret}
 */
public record Credential(String alias, Map<String, Secret> parts) {

    public static final String TOKEN = "token";

    public Credential {
        parts = Map.copyOf(parts);
    }

    public boolean has(String part) {
        return parts.containsKey(part);
    }

    /**
     * A part of the credential.
     *
     * @throws MissingCredentialException where it has no such part
     */
    public String part(String name) {
        Secret secret = parts.get(name);
        if (secret == null) {
            throw new MissingCredentialException("Cannot use credential '" + alias + "': it has no part '" + name
                    + "'. Write it as JSON with that key.");
        }
        return secret.value();
    }
}
