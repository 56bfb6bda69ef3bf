/**
 * TikTok, for accounts whose owner granted access: by the Business API v1.3 (profile, videos, comments and replies), or where
 * the profile says {@code api: display}, by the Display API v2 as its documents of August 2026 say (profile and videos). Both
 * tell errors in the body, the Business API with status 200.
 *
 * <p>Of other accounts nothing is offered: the Research API that could read them is closed to commercial users. There are no
 * mentions, and daily figures of accounts are not read.
 */
@NullMarked
package org.carebench.jobs.platform.tiktok;

import org.jspecify.annotations.NullMarked;
