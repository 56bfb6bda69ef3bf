package org.carebench.jobs.source.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account of one or more providers.
 *
 * @param id unique across platforms, as live connectors write it
 * @param organizationIds the providers that it belongs to, in the order of the crosswalk
 */
record ProviderAccount(String id, String platform, List<String> organizationIds) {

    ProviderAccount {
        organizationIds = List.copyOf(organizationIds);
    }

    /** The platform's own id of the account; NULL where only its name is known. */
    @Nullable String permanentId() {
        String own = id.substring(platform.length() + 1);
        return own.startsWith("@") ? null : own;
    }
}
