package org.carebench.simulator.world;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What patients of a provider said in the survey.
 *
 * @param completed completed surveys
 * @param expectedPercent what the model expects of those who would definitely recommend it
 * @param structuralPercent the part of it that integration and dialogue make
 * @param publishedPercent whole percent that was published; NULL below 100 surveys
 */
public record SurveyOutcome(
        Provider provider,
        LocalDate periodStart,
        LocalDate periodEnd,
        int completed,
        double expectedPercent,
        double structuralPercent,
        @Nullable Integer publishedPercent) {}
