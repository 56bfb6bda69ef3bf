package org.carebench.spark.metric;

import java.time.LocalDate;
import org.carebench.contract.dataset.RatingScale;

/**
 * How a patient rated a provider on a site.
 *
 * @param day on which it was written in the provider's calendar
 * @param value stars 1 to 5, or 1 for recommended and 0 for not recommended
 */
record Rating(String reviewId, String site, LocalDate day, RatingScale scale, int value) {}
