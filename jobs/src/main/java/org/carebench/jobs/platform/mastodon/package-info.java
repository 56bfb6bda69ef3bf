/**
 * Reads Mastodon and servers that are compatible with it (GoToSocial and others) through {@code /api/v1} and {@code /api/v2},
 * as documented for Mastodon 4.6 on 2026-07-02. Every account is asked for at its own home server: others know only what
 * happened to reach them, and their counters are partial. Ids are opaque text and mean something on their server alone.
 *
 * <p>Without a token a server gives 60 answers of a conversation, 20 deep; strict servers and GoToSocial give nothing. With a
 * token of somebody, statuses appear that are not public: they are left out. Mentions are offered to their owner only; there
 * are no views, reviews or insights. A conversation that a server is still fetching ({@code Mastodon-Async-Refresh}) is read
 * as it stands; a later night reads it again when its counter has moved.
 *
 * <p>Terms are each server's own. {@code noindex}, {@code indexable} and {@code discoverable} are their owners' wish not to be
 * found: nothing here searches for accounts or texts, only accounts on the roster and what was written to them are read, and
 * those who wrote it become pseudonyms.
 */
@NullMarked
package org.carebench.jobs.platform.mastodon;

import org.jspecify.annotations.NullMarked;
