package org.carebench.spark.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Hospitals whose behaviour follows a latent willingness to integrate, on six platforms: adoption, posts, weeks, replies,
 * delays and breadth, each with a lasting peculiarity of the hospital and chance in every period.
 */
final class SimulatedProviders {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final double[] ADOPTION = {.94, .51, .60, .55, .78, .10};
    private static final double[] SLOPE = {1.2, 1.2, 1.2, 1.0, 1.0, 1.3};
    private static final double[] POSTS_A_WEEK = {4, 5, 3, .6, 2, .8};
    /** How much of what is not willingness lasts from one period to the next. */
    private static final double LASTING = 0.8;

    private final Random random;

    private SimulatedProviders(long seed) {
        this.random = new Random(seed);
    }

    static LocalDate start(int period) {
        return FIRST.plusWeeks(13L * period);
    }

    static List<IndexedProvider> world(long seed, int providers, int periods) {
        SimulatedProviders simulated = new SimulatedProviders(seed);
        List<IndexedProvider> world = new ArrayList<>();
        for (int i = 0; i < providers; i++) {
            world.add(simulated.provider(String.format("h%05d", i), periods));
        }
        return world;
    }

    private IndexedProvider provider(String id, int periods) {
        boolean isRural = random.nextDouble() < 0.35;
        double logBeds = isRural ? Math.log(38) + .7 * normal() : Math.log(165) + .85 * normal();
        boolean isTeaching = random.nextDouble() < logistic(-11.6 + 1.65 * logBeds);
        double willingness = (.45 * (logBeds - 4.6) + (isRural ? 0 : .2) + (isTeaching ? .35 : 0) + .9 * normal());
        boolean[] isAdopted = new boolean[ADOPTION.length];
        double[] eagerness = new double[ADOPTION.length];
        for (int p = 0; p < ADOPTION.length; p++) {
            double intercept = Math.log(ADOPTION[p] / (1 - ADOPTION[p])) * Math.sqrt(1 + SLOPE[p] * SLOPE[p] / 2.9);
            isAdopted[p] = random.nextDouble() < logistic(intercept + SLOPE[p] * willingness);
            eagerness[p] = .7 * normal();
        }
        double[] lasting = random.doubles(6, 0, 1).map(u -> normal()).toArray();
        Map<LocalDate, ProviderPeriod> cells = new TreeMap<>();
        for (int t = 0; t < periods; t++) {
            cells.put(start(t), period(willingness, logBeds, isAdopted, eagerness, lasting));
        }
        return new IndexedProvider(id, new StratumTraits(bedClass(logBeds), isRural, isTeaching), cells);
    }

    private ProviderPeriod period(
            double willingness, double logBeds, boolean[] isAdopted, double[] eagerness, double[] lasting) {
        int channels = 0;
        long posts = 0;
        for (int p = 0; p < isAdopted.length; p++) {
            double now = LASTING * eagerness[p] + .7 * Math.sqrt(1 - LASTING * LASTING) * normal();
            long ofPlatform = isAdopted[p] ? poisson(13 * POSTS_A_WEEK[p] * Math.exp(.55 * willingness + now)) : 0;
            channels += ofPlatform >= 4 ? 1 : 0;
            posts += ofPlatform;
        }
        Map<String, ComponentValue> values = new HashMap<>();
        put(values, "channel_breadth", channels);
        put(values, "profile_completeness", logistic(1 + .7 * willingness + .5 * now(lasting[0])));
        put(values, "posting_rate", Math.log1p(posts / 13.0));
        double active = 1 - Math.exp(-(posts / 13.0) * logistic(.6 * willingness + now(lasting[1])));
        put(values, "continuity", binomial(13, active) / 13.0);
        long inbound = poisson(Math.exp(2.2 + .5 * (logBeds - 4.6) + .2 * normal()));
        if (inbound > 0) {
            long answered = binomial(inbound, logistic(-1.2 + .9 * willingness + .6 * now(lasting[2])));
            values.put("response_rate", ComponentValue.share(answered, inbound));
            if (inbound >= 5 && 2 * answered >= inbound) {
                put(values, "response_speed", Math.exp(Math.log(9) - .45 * willingness + .8 * now(lasting[3])));
            }
        }
        if (posts >= 20) {
            put(values, "topic_breadth", Math.exp(1.8 + .12 * willingness + .25 * now(lasting[4])));
            put(values, "audience_breadth", logistic(.5 * willingness + now(lasting[5])));
        }
        return new ProviderPeriod(AccountEvidence.VERIFIED, false, values);
    }

    private double now(double lasting) {
        return LASTING * lasting + Math.sqrt(1 - LASTING * LASTING) * normal();
    }

    private static void put(Map<String, ComponentValue> values, String component, double value) {
        values.put(component, ComponentValue.known(value));
    }

    private static String bedClass(double logBeds) {
        double beds = Math.exp(logBeds);
        int[] bounds = {50, 100, 200, 400};
        int bedClass = 0;
        while (bedClass < bounds.length && beds >= bounds[bedClass]) {
            bedClass++;
        }
        return IndexRules.BED_CLASSES.get(bedClass);
    }

    private double normal() {
        return random.nextGaussian();
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private long binomial(long n, double probability) {
        long successes = 0;
        for (long i = 0; i < n; i++) {
            successes += random.nextDouble() < probability ? 1 : 0;
        }
        return successes;
    }

    /** By exponential waiting times; large means by their normal approximation, which is all that the test needs. */
    private long poisson(double mean) {
        if (mean > 200) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
        }
        long events = -1;
        for (double waited = 0; waited <= mean; waited -= Math.log(1 - random.nextDouble())) {
            events++;
        }
        return events;
    }
}
