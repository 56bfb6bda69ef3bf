package org.carebench.spark.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.carebench.spark.comparison.ComparedProvider.Pillars;
import org.carebench.spark.comparison.ComparedProvider.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Made-up providers whose cohort depends on their size and ownership, as their outcome does, so that a raw difference
 * misleads; the true difference between the cohorts is known.
 */
record World(long seed, int providers, int systems, double difference, double noise, boolean isRatio, double zeros) {

    private static final List<String> REGIONS = List.of("MIDWEST", "NORTHEAST", "SOUTH", "WEST");

    static World of(double difference) {
        return new World(1, 600, 80, difference, 3, false, 0);
    }

    World seeded(long other) {
        return new World(other, providers, systems, difference, noise, isRatio, zeros);
    }

    World sized(int count, int ofSystems) {
        return new World(seed, count, ofSystems, difference, noise, isRatio, zeros);
    }

    World ratio(double share) {
        return new World(seed, providers, systems, difference, 0.5, true, share);
    }

    World quiet() {
        return new World(seed, providers, systems, difference, 0, isRatio, zeros);
    }

    List<ComparedProvider> make() {
        RandomGenerator random = new SplittableRandom(seed);
        double[] ofSystem = random.doubles(systems, -1, 1).toArray();
        List<ComparedProvider> made = new ArrayList<>();
        for (int i = 0; i < providers; i++) {
            int system = random.nextInt(systems);
            int beds = (int) Math.exp(3 + 3 * random.nextDouble());
            String ownership = List.of("FOR_PROFIT", "GOVERNMENT", "NON_PROFIT").get(random.nextInt(3));
            boolean isTeaching = random.nextInt(10) == 0;
            boolean isRural = random.nextInt(3) == 0;
            double lnFollowers = 5 + Math.log(beds) / 2 + random.nextGaussian();
            double inclination =
                    random.nextGaussian() + 0.5 * Math.log(beds / 90.0) - (ownership.equals("FOR_PROFIT") ? 0.5 : 0);
            double percentile = 1 / (1 + Math.exp(-1.5 * inclination));
            String cohort = percentile > 0.7 ? "HIGH" : percentile < 0.3 ? "LOW" : "MIDDLE";
            double outcome = 70
                    - 3 * Math.log(beds / 90.0)
                    - (ownership.equals("FOR_PROFIT") ? 5 : 0)
                    + (isTeaching ? 1.5 : 0)
                    + noise * (ofSystem[system] + random.nextGaussian())
                    + (cohort.equals("HIGH") ? difference : 0);
            String id = String.format(Locale.ROOT, "test:%05d", i);
            made.add(new ComparedProvider(
                    id,
                    random.nextInt(3) == 0 ? id : "system-" + system,
                    cohort,
                    percentile,
                    new Pillars(random.nextDouble(), random.nextDouble(), percentile, random.nextDouble()),
                    beds < 100 ? "small" : "large",
                    beds < 100 ? "small" : "large",
                    isRatio ? rate(outcome - 70, lnFollowers, random) : outcome,
                    new Traits(
                            beds,
                            ownership,
                            isTeaching,
                            isRural,
                            REGIONS.get(random.nextInt(4)),
                            "S" + random.nextInt(8),
                            lnFollowers),
                    random.nextInt(5) == 0,
                    Map.of("bed_band", beds < 100 ? "1-99" : "100+", "region", REGIONS.get(random.nextInt(4)))));
        }
        return made;
    }

    private double rate(double logarithm, double lnFollowers, RandomGenerator random) {
        return random.nextDouble() < zeros ? 0 : Math.exp(-5 + logarithm / 5 - 0.2 * (lnFollowers - 7));
    }

    static List<ComparedProvider> shuffled(List<ComparedProvider> providers, long seed) {
        List<ComparedProvider> other = new ArrayList<>(providers);
        Collections.shuffle(other, new Random(seed));
        return other;
    }

    static ComparedProvider with(ComparedProvider each, @Nullable Double outcome) {
        return new ComparedProvider(
                each.organizationId(),
                each.cluster(),
                each.cohort(),
                each.percentile(),
                each.pillars(),
                each.stratum(),
                each.stratumWithoutTeaching(),
                outcome,
                each.traits(),
                each.isInherited(),
                each.peerGroups());
    }

    static ComparedProvider inSystem(ComparedProvider each, String cluster) {
        return new ComparedProvider(
                each.organizationId(),
                cluster,
                each.cohort(),
                each.percentile(),
                each.pillars(),
                each.stratum(),
                each.stratumWithoutTeaching(),
                each.outcome(),
                each.traits(),
                each.isInherited(),
                each.peerGroups());
    }

    static ComparedProvider with(ComparedProvider each, Traits traits) {
        return new ComparedProvider(
                each.organizationId(),
                each.cluster(),
                each.cohort(),
                each.percentile(),
                each.pillars(),
                each.stratum(),
                each.stratumWithoutTeaching(),
                each.outcome(),
                traits,
                each.isInherited(),
                each.peerGroups());
    }
}
