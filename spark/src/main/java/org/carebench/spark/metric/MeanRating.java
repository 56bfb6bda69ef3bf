package org.carebench.spark.metric;

import java.util.List;
import org.carebench.contract.dataset.RatingScale;
import org.carebench.contract.mart.MetricState;

/**
 * Mean rating of a provider on one site in a period.
 *
 * @param scale ratings of other scales do not count
 * @param factor from the scale to the unit
 */
record MeanRating(RatingScale scale, double factor, long minimum) implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        List<Rating> ratings = facts.ratings().stream()
                .filter(rating -> rating.scale() == scale)
                .toList();
        if (ratings.size() < minimum) {
            return MetricValue.missing(MetricState.TOO_FEW, ratings.size(), 0);
        }
        long sum = ratings.stream().mapToLong(Rating::value).sum();
        return MetricValue.ratio(sum, ratings.size(), factor, ratings.size(), 0);
    }
}
