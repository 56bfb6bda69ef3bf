package org.carebench.spark.comparison;

/**
 * An estimate and whom it is about.
 *
 * @param sizes of the providers that the estimator compared
 */
record Result(Estimate estimate, CohortSizes sizes) {}
