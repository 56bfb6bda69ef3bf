package org.carebench.spark.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carebench.contract.lake.IndexWall;
import org.carebench.contract.lake.MetricDefinition;
import org.carebench.contract.lake.MetricRole;
import org.carebench.spark.MetricDefinitions;
import org.carebench.spark.comparison.ComparedProvider;
import org.carebench.spark.comparison.ComparisonRules;
import org.carebench.spark.comparison.Contrast;
import org.carebench.spark.index.ComponentValue;
import org.carebench.spark.index.IndexRules;

/** S3: engagement is put into the index that it is then compared by. The wall refuses it; here is what it keeps out. */
record CircularIndex() implements Scenario {

    private static final String CLEAN = "engagement by the index as it is";
    private static final String CIRCULAR = "engagement by an index that holds it in the place of the posting rate";

    private static final String REFUSED = "share of circular definitions that the wall refuses";
    private static final String SHIPPED = "share of shipped definitions that the wall lets through";
    private static final String SIZE = "share of runs in which the clean index rejects";
    private static final String CIRCULAR_SIZE = "share of runs in which the circular index rejects, were there no wall";

    @Override
    public String id() {
        return "S3";
    }

    @Override
    public String world() {
        return "no difference in engagement per follower; an index that holds engagement, by mistake or on purpose";
    }

    @Override
    public int hospitals() {
        return 3000;
    }

    @Override
    public int repetitions(Effort effort) {
        return effort == Effort.FULL ? 300 : 50;
    }

    @Override
    public List<Gate> gates(int repetitions) {
        return List.of(
                Gate.exactly(REFUSED, 1),
                Gate.exactly(SHIPPED, 1),
                Gate.share(SIZE, 0.05, repetitions),
                Gate.atLeast(CIRCULAR_SIZE, 0.99));
    }

    @Override
    public Measured measure(int repetitions) {
        Map<String, Performance> found = Performance.of(Scenario.repeat(repetitions, this::repetition));
        List<MetricDefinition> shipped = MetricDefinitions.all();
        MetricDefinition engagement = named(shipped, "er_follower_7d");
        MetricDefinition posting = named(shipped, "posting_rate");
        List<MetricDefinition> circular = new ArrayList<>(List.of(as(posting, MetricRole.OUTCOME, posting.inputs())));
        engagement.inputs().forEach(input -> circular.add(as(posting, MetricRole.INDEX, List.of(input))));
        return new Measured(
                Map.of(
                        REFUSED, Performance.mean(circular, each -> isRefused(shipped, each) ? 1 : 0),
                        SHIPPED, isRefused(shipped, posting) ? 0.0 : 1.0,
                        SIZE, found.get(CLEAN).rejections(),
                        CIRCULAR_SIZE, found.get(CIRCULAR).rejections()),
                found);
    }

    private static MetricDefinition named(List<MetricDefinition> metrics, String id) {
        return metrics.stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static MetricDefinition as(MetricDefinition metric, MetricRole role, List<String> inputs) {
        return new MetricDefinition(
                metric.id(),
                metric.title(),
                metric.question(),
                metric.numerator(),
                metric.denominator(),
                metric.unit(),
                metric.nullRule(),
                metric.minimum(),
                metric.timeZone(),
                metric.maturity(),
                metric.direction(),
                role,
                metric.scope(),
                inputs,
                metric.version());
    }

    private static boolean isRefused(List<MetricDefinition> metrics, MetricDefinition instead) {
        try {
            IndexWall.check(
                    IndexRules.standard(),
                    metrics.stream()
                            .map(metric -> metric.id().equals(instead.id()) ? instead : metric)
                            .toList());
            return false;
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage()).contains(instead.id());
        }
    }

    private List<Estimated> repetition(int number) {
        Noise noise = Noise.of(id(), number);
        World world = World.of(WorldRule.nothing(hospitals()), noise);
        double[] lnFollowers = lnFollowers(world, noise);
        double[] engagement = new double[lnFollowers.length];
        Arrays.setAll(engagement, i -> Math.exp(Math.log(0.006) + 0.8 * noise.gaussian() - 0.2 * (lnFollowers[i] - 7)));
        List<Map<String, ComponentValue>> clean = Pipeline.components(world, noise);
        return List.of(
                headline(CLEAN, world, clean, engagement, lnFollowers),
                headline(CIRCULAR, world, withEngagement(clean, engagement), engagement, lnFollowers));
    }

    private static Estimated headline(
            String name,
            World world,
            List<Map<String, ComponentValue>> components,
            double[] engagement,
            double[] lnFollowers) {
        List<ComparedProvider> compared = Pipeline.compared(
                world,
                Pipeline.index(CohortRules.ofOnePeriod(), world, List.of(components)),
                Pipeline.INTEGRATION,
                place -> engagement[place],
                lnFollowers);
        Contrast contrast =
                Pipeline.contrast(Pipeline.INTEGRATION, ComparisonRules.RATE, "facebook", "interactions per follower");
        return Estimated.of(name, Pipeline.KERNEL.headline(contrast, compared), 0)
                .logarithm();
    }

    private static List<Map<String, ComponentValue>> withEngagement(
            List<Map<String, ComponentValue>> clean, double[] engagement) {
        List<Map<String, ComponentValue>> circular = new ArrayList<>();
        for (int i = 0; i < engagement.length; i++) {
            Map<String, ComponentValue> components = new HashMap<>(clean.get(i));
            components.put("posting_rate", ComponentValue.known(engagement[i]));
            circular.add(components);
        }
        return circular;
    }

    /** Followers by size, ownership and teaching (fitted to the medians of Griffis and others 2014). */
    private static double[] lnFollowers(World world, Noise noise) {
        return world.hospitals().stream()
                .mapToDouble(hospital -> 7.164
                        + 0.708 * (hospital.lnBeds() - Math.log(100))
                        - switch (hospital.ownership()) {
                            case FOR_PROFIT -> 1.286;
                            case GOVERNMENT -> 0.377;
                            case NON_PROFIT -> 0;
                        }
                        + (hospital.isTeaching() ? 0.876 : 0)
                        - (hospital.isRural() ? 0 : 0.054)
                        + 1.25 * noise.gaussian())
                .toArray();
    }
}
