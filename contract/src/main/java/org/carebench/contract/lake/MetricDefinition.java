package org.carebench.contract.lake;

import java.io.Serializable;
import java.util.List;

/**
 * What a metric of a provider, platform and period means, as configuration defines it.
 *
 * @param id for example posting_rate
 * @param question that it answers
 * @param nullRule when there is no value, in words
 * @param minimum posts, items or weeks that the value needs; 0 where it needs none
 * @param timeZone whose calendar puts what is counted into days and weeks
 * @param maturity how old what is counted has to be
 * @param direction higher_is_better, lower_is_better or neither
 * @param role on which side of the wall it stands
 * @param inputs curated columns whose values are counted or measured, as table.column; columns that only key, date or
 *     select rows are not among them
 * @param version version of the definition, written beside every result
 */
public record MetricDefinition(
        String id,
        String title,
        String question,
        String numerator,
        String denominator,
        String unit,
        String nullRule,
        long minimum,
        String timeZone,
        String maturity,
        String direction,
        MetricRole role,
        MetricScope scope,
        List<String> inputs,
        String version)
        implements Serializable {

    public MetricDefinition {
        inputs = List.copyOf(inputs);
    }
}
