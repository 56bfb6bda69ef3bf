package org.carebench.spark.calibration;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One draw of a world: hospitals, how integrated they are, and what their patients say.
 *
 * @param integration latent, mean 0 and variance 1, by hospital
 * @param dialogue latent, likewise
 * @param structural what recommendation owes to both, in points: zero where nothing is true
 * @param recommend published share of patients who would recommend, in points; NULL below 100 surveys
 */
record World(
        List<Hospital> hospitals, double[] integration, double[] dialogue, double[] structural, Double[] recommend) {

    private static final int FEWEST_SURVEYS = 100;

    static World of(WorldRule rule, Noise noise) {
        List<Hospital> hospitals = Population.of(rule.hospitals(), noise);
        int size = hospitals.size();
        double[] culture = gaussians(size, noise);
        double[] integration = integration(rule, hospitals, culture, noise);
        double[] dialogue = new double[size];
        double[] structural = new double[size];
        Double[] recommend = new Double[size];
        double[] ofSystem = gaussians(size, noise);
        for (int i = 0; i < size; i++) {
            Hospital hospital = hospitals.get(i);
            dialogue[i] = 0.6 * integration[i] + 0.8 * noise.gaussian();
            structural[i] = rule.effect() * integration[i] + rule.dialogueEffect() * dialogue[i];
            double mean = 68.3
                    + hospital.measuredPoints()
                    + structural[i]
                    + rule.outcomeBySystem() * ofSystem[hospital.system()]
                    + (rule.culture() > 0 ? 2 * culture[i] : 0)
                    + 7.7 * noise.gaussian();
            recommend[i] = published(hospital, Math.min(99, Math.max(20, mean)), noise);
        }
        return new World(
                hospitals, integration, rule.dialogueEffect() == 0 ? integration : dialogue, structural, recommend);
    }

    private static double[] integration(WorldRule rule, List<Hospital> hospitals, double[] culture, Noise noise) {
        double[] ofSystem = gaussians(hospitals.size(), noise);
        double[] size =
                standardized(hospitals.stream().mapToDouble(Hospital::lnBeds).toArray());
        double[] integration = new double[size.length];
        for (int i = 0; i < integration.length; i++) {
            Hospital hospital = hospitals.get(i);
            integration[i] = 0.45 * size[i]
                    + (hospital.isRural() ? 0 : 0.20)
                    + hospital.ownership().inclination
                    + (hospital.isTeaching() ? 0.35 : 0)
                    + rule.integrationBySystem() * ofSystem[hospital.system()]
                    + rule.culture() * culture[i]
                    + 0.75 * noise.gaussian();
        }
        return standardized(integration);
    }

    private static Double published(Hospital hospital, double mean, Noise noise) {
        int surveys =
                (int) Math.max(10, Math.round(Math.exp(3.443 + 0.546 * hospital.lnBeds() + 0.583 * noise.gaussian())));
        int recommending = noise.binomial(surveys, mean / 100);
        return surveys < FEWEST_SURVEYS ? null : (double) Math.round(100.0 * recommending / surveys);
    }

    static double[] gaussians(int size, Noise noise) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> noise.gaussian());
        return values;
    }

    static double[] standardized(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        return Arrays.stream(values)
                .map(value -> (value - mean) / Math.sqrt(variance))
                .toArray();
    }

    /** Place of every hospital by its id. */
    Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < hospitals.size(); i++) {
            places.put(hospitals.get(i).id(), i);
        }
        return places;
    }
}
