package org.carebench.spark.index;

import java.util.List;
import org.carebench.contract.mart.CohortMembership;
import org.carebench.contract.mart.IndexComponent;
import org.carebench.contract.mart.IndexValidity;
import org.carebench.contract.mart.IntegrationIndex;

/** Everything that the index says; rows by provider, then by period. */
public record IndexTables(
        List<IndexComponent> components,
        List<IntegrationIndex> indices,
        List<CohortMembership> cohorts,
        List<IndexValidity> validity) {}
