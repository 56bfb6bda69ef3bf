package org.carebench.spark.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carebench.contract.mart.CohortMembership;
import org.carebench.spark.index.ComponentValue;
import org.carebench.spark.statistics.DifferenceInDifferences;
import org.carebench.spark.statistics.PanelObservation;
import org.carebench.spark.statistics.StudentEstimate;

/**
 * S4: in the last period campaigns raise both what hospitals do and how their audience reacts, and nothing else is true.
 * Who calls those movers that entered the high cohort in this very period finds the campaign; who takes those that entered
 * in the period before, as the program does, does not.
 */
record Movement() implements Scenario {

    private static final int PERIODS = 6;
    private static final int LAST = PERIODS - 1;

    private static final String LAGGED = "movers of the period before";
    private static final String CONTEMPORANEOUS = "movers of the same period";

    private static final String SIZE = "share of runs in which the change of lagged movers rejects";
    private static final String SAME = "share of runs in which the change of movers of the same period rejects";

    @Override
    public String id() {
        return "S4";
    }

    @Override
    public String world() {
        return "no difference; campaigns of one period raise both activity and engagement in it";
    }

    @Override
    public int hospitals() {
        return 1500;
    }

    @Override
    public int repetitions(Effort effort) {
        return effort == Effort.FULL ? 1000 : 60;
    }

    @Override
    public List<Gate> gates(int repetitions) {
        return List.of(Gate.share(SIZE, 0.05, repetitions), Gate.atLeast(SAME, 0.9));
    }

    @Override
    public Measured measure(int repetitions) {
        Map<String, Performance> found = Performance.of(Scenario.repeat(repetitions, this::repetition));
        return new Measured(
                Map.of(
                        SIZE, found.get(LAGGED).rejections(),
                        SAME, found.get(CONTEMPORANEOUS).rejections()),
                found);
    }

    private List<Estimated> repetition(int number) {
        Noise noise = Noise.of(id(), number);
        World world = World.of(WorldRule.nothing(hospitals()), noise);
        double[] campaign = World.gaussians(hospitals(), noise);
        Map<String, String[]> cohorts = cohorts(world, periods(world, campaign, noise));
        double[][] engagement = engagement(world, campaign, noise);
        return List.of(
                Estimated.of(LAGGED, change(world, engagement, cohorts, LAST - 1), 0),
                Estimated.of(CONTEMPORANEOUS, change(world, engagement, cohorts, LAST), 0));
    }

    private static List<List<Map<String, ComponentValue>>> periods(World world, double[] campaign, Noise noise) {
        double[] busier = new double[campaign.length];
        Arrays.setAll(busier, i -> world.integration()[i] + campaign[i]);
        World during = new World(world.hospitals(), busier, busier, world.structural(), world.recommend());
        List<List<Map<String, ComponentValue>>> periods = new ArrayList<>();
        for (int period = 0; period < PERIODS; period++) {
            periods.add(Pipeline.components(period == LAST ? during : world, noise));
        }
        return periods;
    }

    /** Cohort of every hospital in every period. */
    private static Map<String, String[]> cohorts(World world, List<List<Map<String, ComponentValue>>> periods) {
        Map<String, String[]> cohorts = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (CohortMembership row :
                Pipeline.index(CohortRules.ofOnePeriod(), world, periods).cohorts()) {
            if (row.exposure().equals(Pipeline.INTEGRATION)) {
                int period = seen.merge(row.organizationId(), 1, Integer::sum) - 1;
                cohorts.computeIfAbsent(row.organizationId(), id -> new String[PERIODS])[period] = row.cohort();
            }
        }
        return cohorts;
    }

    /** Logarithm of engagement per follower, by hospital and period. */
    private static double[][] engagement(World world, double[] campaign, Noise noise) {
        double[][] engagement = new double[PERIODS][];
        double[] usual = World.gaussians(campaign.length, noise);
        for (int period = 0; period < PERIODS; period++) {
            double[] ofSystem = World.gaussians(campaign.length, noise);
            double[] ofPeriod = new double[campaign.length];
            for (int i = 0; i < ofPeriod.length; i++) {
                ofPeriod[i] = Math.log(0.006)
                        + 0.8 * usual[i]
                        + 0.1 * ofSystem[world.hospitals().get(i).system()]
                        + 0.4 * noise.gaussian()
                        + (period == LAST ? 0.3 * campaign[i] : 0);
            }
            engagement[period] = ofPeriod;
        }
        return engagement;
    }

    /** Change from the periods before to the last one, of hospitals that entered in a period against those that had not. */
    private static StudentEstimate change(
            World world, double[][] engagement, Map<String, String[]> cohorts, int entry) {
        List<PanelObservation> observations = new ArrayList<>();
        for (int i = 0; i < world.hospitals().size(); i++) {
            Hospital hospital = world.hospitals().get(i);
            List<String> history = Arrays.asList(cohorts.get(hospital.id())).subList(0, entry + 1);
            boolean isMover = history.indexOf("HIGH") == entry;
            boolean isStayer = !history.contains("HIGH");
            if ((isMover || isStayer) && history.stream().allMatch(Movement::isPlace)) {
                for (int period = 1; period < PERIODS; period++) {
                    observations.add(new PanelObservation(
                            hospital.id(), hospital.cluster(), period, engagement[period][i], isMover ? LAST : null));
                }
            }
        }
        return Objects.requireNonNull(
                DifferenceInDifferences.of(observations, LAST - 1, 1).change());
    }

    private static boolean isPlace(String cohort) {
        return List.of("HIGH", "MIDDLE", "LOW").contains(cohort);
    }
}
