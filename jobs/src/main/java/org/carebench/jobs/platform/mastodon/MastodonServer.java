package org.carebench.jobs.platform.mastodon;

import org.jspecify.annotations.Nullable;

/**
 * A server as one account is read from it.
 *
 * @param name name of the server
 * @param credential alias of a token of this server; NULL to ask without one
 */
record MastodonServer(String name, @Nullable String credential) {}
