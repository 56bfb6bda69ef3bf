/**
 * Reads Instagram through the Graph API, by default version v25.0, as Meta documents it in November 2026. Professional
 * accounts of others are read by {@code business_discovery}, asked of an account of our own: profile, media and their public
 * counters, no comments and no insights. Owned accounts are read whole: profile, {@code media} with their insights,
 * {@code insights} per day, {@code comments} and {@code tags}. Mentions in captions and comments are told by webhook alone
 * and are not offered; nor are stories, which live for a day. Insights are settled after 48 hours and kept for two years.
 */
@NullMarked
package org.carebench.jobs.platform.instagram;

import org.jspecify.annotations.NullMarked;
