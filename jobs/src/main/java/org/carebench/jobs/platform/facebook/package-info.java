/**
 * Reads Facebook Pages through the Graph API, by default version v26.0, as Meta documents it in November 2026. Owned Pages
 * are read with a Page token: profile, {@code published_posts}, {@code comments}, {@code tagged} and {@code insights}; Pages
 * of others with Page Public Content Access: profile, posts and comments, the latter without ids and authors. Reviews are
 * not offered: the platform took {@code ratings} away with v22; where a Page still tells its mean rating, it is a counter of
 * the account. Insights are settled after 48 hours and kept for two years. Use beyond the reviewed purpose is not allowed.
 */
@NullMarked
package org.carebench.jobs.platform.facebook;

import org.jspecify.annotations.NullMarked;
