/**
 * Reads Bluesky: {@code app.bsky.*} of an AppView without a token, and {@code com.atproto.server.*} and
 * {@code app.bsky.notification.*} of an account's own server with one. Written to the lexicons of 2026-08-20; there is no
 * version in the addresses, and unknown fields and types are ignored. {@code app.bsky.unspecced.*} is not used: it changes
 * without notice.
 *
 * <p>Public records are readable by everybody. Deletions are honoured: what is gone is told as gone, and never read from
 * elsewhere. There are no views, reviews or insights, and no history of counters. Counters go down when a like is taken back.
 * Times of creation are set by clients, so that a new post may be listed years ago. A deleted reply hides everything below
 * it. The public host asks for no more than about 10 requests per second.
 */
@NullMarked
package org.carebench.jobs.platform.bluesky;

import org.jspecify.annotations.NullMarked;
