/**
 * X, by API v2 as its documents and OpenAPI file 2.167 of August 2026 say: users by id or name, their posts and mentions,
 * posts by id, and recent search for the replies of a conversation. Everything public is readable, and every item read
 * costs money: a request takes the most that it can cost out of the allowance first, and gives back what it did not cost.
 *
 * <p>The published names of parameters and fields changed from tweet to post without notice. Answers are read in both
 * spellings; which one requests use is the setting {@code spelling}.
 *
 * <p>Not offered: replies that are older than seven days, posts beyond the newest 3,200, mentions beyond the newest 800,
 * daily figures of an account (analytics are per post). Terms: what is deleted on X must be deleted here, nothing about the
 * health of users may be inferred, and comparing X itself with other platforms is forbidden.
 */
@NullMarked
package org.carebench.jobs.platform.x;

import org.jspecify.annotations.NullMarked;
