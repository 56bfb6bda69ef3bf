package org.carebench.spark.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carebench.contract.mart.MetricState;
import org.carebench.spark.statistics.KaplanMeierMedian;

/**
 * Kaplan-Meier median of the elapsed hours to the first answer, over answered and unanswered items. The median among the
 * answered alone would praise those who answer rarely.
 */
record ResponseHours(int replyHours, long minimum) implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        Optional<MetricState> unknown = Inbound.whyUnknown(facts);
        if (unknown.isPresent()) {
            return MetricValue.missing(unknown.get());
        }
        List<InboundItem> items = facts.items();
        if (items.size() < minimum) {
            return MetricValue.missing(MetricState.TOO_FEW, items.size(), 0);
        }
        List<Double> answered = new ArrayList<>();
        List<Double> waiting = new ArrayList<>();
        for (InboundItem item : items) {
            Double hours = item.hoursToAnswer(replyHours);
            if (hours == null) {
                waiting.add(item.hoursUntil(facts.asOf()));
            } else {
                answered.add(hours);
            }
        }
        Double median = KaplanMeierMedian.of(array(answered), array(waiting), replyHours)
                .median();
        return median == null
                ? MetricValue.missing(MetricState.NOT_REACHED, items.size(), 0)
                : MetricValue.known(median, items.size(), 0);
    }

    private static double[] array(List<Double> hours) {
        return hours.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
