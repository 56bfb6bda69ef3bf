package org.carebench.contract.lake;

/**
 * What an outcome measure means, as configuration defines it.
 *
 * @param id for example hcahps_recommend_top
 * @param unit top_box_pct, pct, points, stars or linear_score
 * @param version version of the definition, written beside every result
 */
public record MeasureDefinition(
        String id,
        String title,
        String question,
        String numerator,
        String denominator,
        String unit,
        String direction,
        String version) {}
