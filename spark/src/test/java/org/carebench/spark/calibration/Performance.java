package org.carebench.spark.calibration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** How an estimator did over all repetitions; NaN where it says nothing of the kind. */
record Performance(
        int repetitions,
        double estimate,
        double truth,
        double bias,
        double deviation,
        double standardError,
        double coverage,
        double rejections) {

    /** By estimator, in the order in which they came. */
    static Map<String, Performance> of(List<List<Estimated>> repetitions) {
        Map<String, List<Estimated>> byEstimator = repetitions.stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Estimated::estimator, LinkedHashMap::new, Collectors.toList()));
        Map<String, Performance> performances = new LinkedHashMap<>();
        byEstimator.forEach((estimator, all) -> performances.put(estimator, ofOne(all)));
        return performances;
    }

    private static Performance ofOne(List<Estimated> all) {
        double bias = mean(all, each -> each.estimate() - each.truth());
        double variance =
                mean(all, each -> Math.pow(each.estimate() - each.truth() - bias, 2)) * all.size() / (all.size() - 1);
        return new Performance(
                all.size(),
                mean(all, Estimated::estimate),
                mean(all, Estimated::truth),
                bias,
                Math.sqrt(variance),
                mean(all, Estimated::standardError),
                Double.isNaN(bias) ? Double.NaN : mean(all, each -> each.covers() ? 1 : 0),
                mean(all, each -> each.rejects() ? 1 : 0));
    }

    static <T> double mean(List<T> all, ToDoubleFunction<T> value) {
        return all.stream().mapToDouble(value).average().orElseThrow();
    }

    /** Bias in Monte-Carlo standard errors. */
    double standardizedBias() {
        return bias / (deviation / Math.sqrt(repetitions));
    }
}
