/**
 * Ratings and reviews on Google, as documented in November 2026. Owned locations are read through Google Business Profile:
 * reviews with replies from {@code mybusiness.googleapis.com/v4}, with OAuth and a refresh token; a project may ask nothing
 * until Google has approved it. Their stable id is {@code accounts/1/locations/2}. Other providers are read through Places
 * (New), {@code places.googleapis.com/v1}, with an API key and a field mask; their stable id is the place id. Google's terms
 * let nobody keep what Places says but the place id, and other content for about 30 days: rating and number of ratings are
 * read, the texts of reviews are not. Google charges for each call of Places, and a quota counts these calls. Not read: what
 * Business Profile knows beyond reviews.
 */
@NullMarked
package org.carebench.jobs.platform.google;

import org.jspecify.annotations.NullMarked;
