package org.carebench.spark.calibration;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carebench.contract.mart.MetricState;
import org.carebench.spark.index.ComponentValue;
import org.carebench.spark.statistics.Diversity;

/**
 * What hospitals do on social media in a period of thirteen weeks, the more integrated the more of it: the components of
 * the index. Shares of platforms follow Griffis and others (2014), those of topics Kordzadeh and Young (2018).
 */
final class SocialBehaviour {

    private static final int WEEKS = 13;
    private static final int POSTS_OF_AN_ACTIVE_CHANNEL = 4;
    private static final int FEWEST_POSTS = 20;
    private static final int FEWEST_REPLIES = 5;

    // Of this world, so that no prior has to be fitted in every repetition.
    private static final double PRIOR_REPLIES = 1.2;
    private static final double PRIOR_ITEMS = 4.2;

    /** A platform with the share of hospitals on it, how strongly integration decides, and posts a week. */
    private record Platform(double share, double slope, double postsPerWeek) {

        boolean isAdopted(double integration, Noise noise) {
            double intercept = Math.log(share / (1 - share)) * Math.sqrt(1 + slope * slope / 2.9);
            return noise.happens(Noise.logistic(intercept + slope * integration));
        }
    }

    private static final List<Platform> PLATFORMS = List.of(
            new Platform(0.94, 1.2, 4),
            new Platform(0.51, 1.2, 5),
            new Platform(0.60, 1.2, 3),
            new Platform(0.55, 1.0, 0.6),
            new Platform(0.78, 1.0, 2),
            new Platform(0.10, 1.3, 0.8));

    private static final double[] TOPICS = topics();

    private final Noise noise;

    SocialBehaviour(Noise noise) {
        this.noise = noise;
    }

    private static double[] topics() {
        double[] shares = new double[13];
        Arrays.fill(shares, 0.374 / 10);
        shares[0] = 0.358;
        shares[1] = 0.150;
        shares[2] = 0.118;
        return shares;
    }

    /** Components of a hospital of that integration and dialogue. */
    Map<String, ComponentValue> components(Hospital hospital, double integration, double dialogue) {
        Map<String, ComponentValue> components = new HashMap<>();
        int active = 0;
        int posts = 0;
        double expected = 0;
        for (Platform platform : PLATFORMS) {
            if (platform.isAdopted(integration, noise)) {
                double mean = WEEKS * platform.postsPerWeek * Math.exp(0.55 * integration + 0.7 * noise.gaussian());
                int ofPlatform = noise.poisson(mean);
                posts += ofPlatform;
                expected += mean;
                active += ofPlatform >= POSTS_OF_AN_ACTIVE_CHANNEL ? 1 : 0;
            }
        }
        double rate = (double) posts / WEEKS;
        double busy = 1 - Math.exp(-rate * Noise.logistic(0.6 * integration + noise.gaussian()));
        components.put("channel_breadth", ComponentValue.known(active));
        components.put(
                "profile_completeness",
                ComponentValue.known(Noise.logistic(1 + 0.7 * integration + 0.5 * noise.gaussian())));
        components.put("posting_rate", ComponentValue.known(Math.log1p(rate)));
        components.put("continuity", ComponentValue.known(noise.binomial(WEEKS, busy) / (double) WEEKS));
        putDialogue(components, hospital, dialogue);
        components.put("topic_breadth", topicBreadth(posts, expected, integration));
        components.put(
                "audience_breadth",
                posts < FEWEST_POSTS
                        ? ComponentValue.missing(MetricState.TOO_FEW)
                        : ComponentValue.known(Noise.logistic(0.5 * integration + noise.gaussian())));
        return components;
    }

    private void putDialogue(Map<String, ComponentValue> components, Hospital hospital, double dialogue) {
        double size = (hospital.lnBeds() - 4.6) / 1.1;
        int inbound = noise.poisson(Math.exp(2.2 + 0.5 * size + 0.2 * noise.gaussian()));
        int replies = noise.binomial(inbound, Noise.logistic(-1.2 + 0.9 * dialogue + 0.6 * noise.gaussian()));
        double hours = Math.exp(Math.log(9) - 0.45 * dialogue + 0.8 * noise.gaussian());
        components.put(
                "response_rate",
                inbound == 0
                        ? ComponentValue.missing(MetricState.NO_DENOMINATOR)
                        : ComponentValue.known((replies + PRIOR_REPLIES) / (inbound + PRIOR_ITEMS)));
        components.put(
                "response_speed",
                replies < FEWEST_REPLIES ? ComponentValue.missing(MetricState.TOO_FEW) : ComponentValue.known(hours));
    }

    /** Posts about a topic are as random as all posts: a hospital has its own mix of topics, more even with integration. */
    private ComponentValue topicBreadth(int posts, double expected, double integration) {
        if (posts < FEWEST_POSTS) {
            return ComponentValue.missing(MetricState.TOO_FEW);
        }
        double concentration = Math.exp(2.6 + 0.35 * integration);
        double[] mix = new double[TOPICS.length];
        Arrays.setAll(mix, topic -> noise.gamma(TOPICS[topic] * concentration + 1e-3));
        double total = Arrays.stream(mix).sum();
        double[] items = new double[mix.length];
        Arrays.setAll(items, topic -> noise.poisson(expected * mix[topic] / total));
        Diversity diversity = Diversity.of(items);
        return diversity == null
                ? ComponentValue.missing(MetricState.TOO_FEW)
                : ComponentValue.known(diversity.effectiveCategories());
    }
}
