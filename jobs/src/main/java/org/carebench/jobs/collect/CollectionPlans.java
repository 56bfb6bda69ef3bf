package org.carebench.jobs.collect;

import java.util.Objects;
import org.springframework.batch.core.job.JobExecution;

/** Keeps the plan of a collection with its job execution, so that a run that is taken up follows the same plan. */
public final class CollectionPlans {

    private static final String KEY = "collectionPlan";

    private CollectionPlans() {}

    static void keep(JobExecution execution, CollectionPlan plan) {
        execution.getExecutionContext().put(KEY, plan);
    }

    public static CollectionPlan of(JobExecution execution) {
        return Objects.requireNonNull(
                execution.getExecutionContext().get(KEY, CollectionPlan.class), "the collection was not planned");
    }
}
