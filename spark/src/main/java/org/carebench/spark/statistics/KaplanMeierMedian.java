package org.carebench.spark.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Median time to an event of which some have not happened yet (Kaplan and Meier 1958), in the unit of the times. Its
 * limits are where the 95 % limits of the survival curve, with Greenwood's variance on the scale log(-log), reach one
 * half (Brookmeyer and Crowley 1982).
 *
 * @param median smallest time at which the share still waiting is one half or less; NULL where that is not reached
 * @param low lower limit; NULL where it is not reached
 * @param high upper limit; NULL where it is not reached: the median may be any time from the lower limit on
 * @param events number of events inside the horizon
 * @param censored number of items whose event did not happen inside the horizon or while they were observed
 */
public record KaplanMeierMedian(
        @Nullable Double median,
        @Nullable Double low,
        @Nullable Double high,
        long events,
        long censored) {

    /** Products of shares round: 1/2 may come out as slightly more. */
    private static final double HALF = 0.5 + 1e-9;

    /**
     * Median over all items.
     *
     * @param eventTimes time from the start of each item to its event; later than the horizon counts as not happened
     * @param observedTimes time for which each item without an event was observed; counts up to the horizon
     * @param horizon longest time that is looked at
     * @throws IllegalArgumentException where a time is negative or not finite, or the horizon is not positive
     */
    public static KaplanMeierMedian of(double[] eventTimes, double[] observedTimes, double horizon) {
        if (!(horizon > 0)) {
            throw new IllegalArgumentException("Cannot take a median time: the horizon is " + horizon);
        }
        DoubleStream.concat(Arrays.stream(eventTimes), Arrays.stream(observedTimes))
                .filter(time -> !(time >= 0 && Double.isFinite(time)))
                .findFirst()
                .ifPresent(time -> {
                    throw new IllegalArgumentException("Cannot take a median time: a time is " + time);
                });
        double[] events = Arrays.stream(eventTimes)
                .filter(time -> time <= horizon)
                .sorted()
                .toArray();
        double[] ends = DoubleStream.concat(Arrays.stream(eventTimes), Arrays.stream(observedTimes))
                .map(time -> Math.min(time, horizon))
                .sorted()
                .toArray();
        return along(events, ends);
    }

    private static KaplanMeierMedian along(double[] events, double[] ends) {
        Double median = null;
        Double low = null;
        Double high = null;
        double waiting = 1;
        double greenwood = 0;
        int ended = 0;
        int i = 0;
        while (i < events.length && high == null) {
            double time = events[i];
            int happened = 0;
            while (i < events.length && events[i] == time) {
                happened++;
                i++;
            }
            while (ends[ended] < time) {
                ended++;
            }
            double atRisk = ends.length - ended;
            waiting *= (atRisk - happened) / atRisk;
            greenwood += happened / (atRisk * (atRisk - happened));
            if (median == null && waiting <= HALF) {
                median = time;
            }
            if (low == null && limit(waiting, greenwood, 1) <= HALF) {
                low = time;
            }
            if (limit(waiting, greenwood, -1) <= HALF) {
                high = time;
            }
        }
        return new KaplanMeierMedian(median, low, high, events.length, ends.length - (long) events.length);
    }

    /**
     * Limit of the share still waiting: S to the power of exp(+-1.96 se), se = sqrt(greenwood) / |log S|. Where nobody
     * waits any more the variance has no value: the lower limit is 0, the upper one not known, which is no less than 1.
     */
    private static double limit(double waiting, double greenwood, int side) {
        if (waiting == 0) {
            return side > 0 ? 0 : 1;
        }
        double standardError = Math.sqrt(greenwood) / -Math.log(waiting);
        return Math.pow(waiting, Math.exp(side * Interval.NORMAL_QUANTILE * standardError));
    }
}
