package org.carebench.spark.metric;

/** Items of a period that expect an answer; none is a count too, where they can be read. */
record InboundVolume() implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        long items = facts.items().size();
        return Inbound.whyUnknown(facts)
                .map(MetricValue::missing)
                .orElseGet(() -> MetricValue.known((double) items, items, 0));
    }
}
