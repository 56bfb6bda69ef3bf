package org.carebench.spark.comparison;

import java.time.LocalDate;
import org.carebench.contract.lake.ComparisonRule;
import org.jspecify.annotations.Nullable;

/**
 * One question put to the two cohorts: which outcome, after which exposure.
 *
 * @param claim claim that it speaks to; OTHER where there is none
 * @param platform all where the outcome has none
 * @param exposureEnd last day of the period by which cohorts were formed
 * @param outcomeStart first day of the outcome period; NULL where the source does not say
 * @param unit unit of the outcome's values
 * @param isPrimary whether it is the pre-registered test of the claim
 * @param onlyDescribed why nothing but a description is allowed: the outcome does not follow the exposure; else NULL
 */
public record Contrast(
        String claim,
        String exposure,
        ComparisonRule.Outcome outcome,
        String platform,
        LocalDate exposureEnd,
        @Nullable LocalDate outcomeStart,
        @Nullable LocalDate outcomeEnd,
        String unit,
        boolean isPrimary,
        @Nullable String onlyDescribed) {

    /** Claim of contrasts that speak to none. */
    public static final String NO_CLAIM = "OTHER";

    /** Finds the claim that a contrast speaks to. */
    public static Contrast of(
            ComparisonRule rule,
            String exposure,
            ComparisonRule.Outcome outcome,
            String platform,
            LocalDate exposureEnd,
            @Nullable LocalDate outcomeStart,
            @Nullable LocalDate outcomeEnd,
            String unit,
            @Nullable String onlyDescribed) {
        ComparisonRule.Primary asked = new ComparisonRule.Primary(exposure, outcome.id(), platform);
        ComparisonRule.Claim claim = rule.claims().stream()
                .filter(each -> each.domain().equals(outcome.domain())
                        && each.exposures().contains(exposure))
                .findFirst()
                .orElse(null);
        return new Contrast(
                claim == null ? NO_CLAIM : claim.id(),
                exposure,
                outcome,
                platform,
                exposureEnd,
                outcomeStart,
                outcomeEnd,
                unit,
                claim != null && claim.primary().equals(asked),
                onlyDescribed);
    }
}
