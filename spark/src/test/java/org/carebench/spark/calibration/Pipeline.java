package org.carebench.spark.calibration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.carebench.contract.lake.ComparisonRule;
import org.carebench.contract.lake.IndexRule;
import org.carebench.contract.mart.CohortMembership;
import org.carebench.contract.mart.IntegrationIndex;
import org.carebench.spark.comparison.ComparedProvider;
import org.carebench.spark.comparison.ComparedProvider.Pillars;
import org.carebench.spark.comparison.ComparedProvider.Traits;
import org.carebench.spark.comparison.ComparisonRules;
import org.carebench.spark.comparison.Contrast;
import org.carebench.spark.comparison.ContrastKernel;
import org.carebench.spark.index.AccountEvidence;
import org.carebench.spark.index.ComponentValue;
import org.carebench.spark.index.IndexComputation;
import org.carebench.spark.index.IndexRules;
import org.carebench.spark.index.IndexTables;
import org.carebench.spark.index.IndexedProvider;
import org.carebench.spark.index.ProviderPeriod;
import org.carebench.spark.index.StratumTraits;

/** From what made-up hospitals do to what the comparison sees, through the kernels that real nights use. */
final class Pipeline {

    static final String INTEGRATION = "integration";
    static final String DIALOGUE = "dialogue";

    /** With the smallest group that nights show. */
    static final ContrastKernel KERNEL = new ContrastKernel(ComparisonRules.standard(), 11);

    private static final LocalDate FIRST_PERIOD = LocalDate.of(2024, 1, 1);
    private static final int DAYS_OF_A_PERIOD = 91;

    private Pipeline() {}

    static Contrast contrast(String exposure, ComparisonRule.Outcome outcome, String platform, String unit) {
        LocalDate exposureEnd = FIRST_PERIOD.plusDays(DAYS_OF_A_PERIOD - 1L);
        return new Contrast(
                Contrast.NO_CLAIM,
                exposure,
                outcome,
                platform,
                exposureEnd,
                exposureEnd.plusDays(1),
                exposureEnd.plusDays(DAYS_OF_A_PERIOD),
                unit,
                false,
                null);
    }

    static Contrast recommend(String exposure) {
        return contrast(exposure, ComparisonRules.RECOMMEND, "all", "points");
    }

    /** Components of every hospital in one period. */
    static List<Map<String, ComponentValue>> components(World world, Noise noise) {
        SocialBehaviour behaviour = new SocialBehaviour(noise);
        List<Map<String, ComponentValue>> components = new ArrayList<>();
        for (int i = 0; i < world.hospitals().size(); i++) {
            components.add(behaviour.components(world.hospitals().get(i), world.integration()[i], world.dialogue()[i]));
        }
        return components;
    }

    /**
     * Index and cohorts.
     *
     * @param periods for every period the components of every hospital
     */
    static IndexTables index(IndexRule rule, World world, List<List<Map<String, ComponentValue>>> periods) {
        List<IndexedProvider> providers = new ArrayList<>();
        for (int i = 0; i < world.hospitals().size(); i++) {
            Hospital hospital = world.hospitals().get(i);
            Map<LocalDate, ProviderPeriod> cells = new HashMap<>();
            for (int period = 0; period < periods.size(); period++) {
                cells.put(
                        FIRST_PERIOD.plusDays((long) DAYS_OF_A_PERIOD * period),
                        new ProviderPeriod(
                                AccountEvidence.VERIFIED,
                                false,
                                periods.get(period).get(i)));
            }
            providers.add(new IndexedProvider(
                    hospital.id(),
                    new StratumTraits(hospital.bedClass(), hospital.isRural(), hospital.isTeaching()),
                    cells));
        }
        return new IndexComputation(rule, IndexRules.BED_CLASSES).of(providers);
    }

    /** Hospitals as a contrast sees them, of tables of one period; outcomes by place in the world. */
    static List<ComparedProvider> compared(
            World world, IndexTables tables, String exposure, IntFunction<Double> outcome, double[] lnFollowers) {
        Map<String, Integer> places = world.places();
        Map<String, IntegrationIndex> indices = new HashMap<>();
        tables.indices().forEach(row -> indices.put(row.organizationId(), row));
        List<ComparedProvider> compared = new ArrayList<>();
        for (CohortMembership membership : tables.cohorts()) {
            if (membership.exposure().equals(exposure)) {
                int place = places.get(membership.organizationId());
                IntegrationIndex index = indices.get(membership.organizationId());
                compared.add(provider(
                        world.hospitals().get(place),
                        membership,
                        index,
                        outcome.apply(place),
                        lnFollowers == null ? null : lnFollowers[place]));
            }
        }
        return compared;
    }

    private static ComparedProvider provider(
            Hospital hospital, CohortMembership membership, IntegrationIndex index, Double outcome, Double followers) {
        return new ComparedProvider(
                hospital.id(),
                hospital.cluster(),
                membership.cohort(),
                membership.percentile(),
                new Pillars(index.presence(), index.cadence(), index.dialogue(), index.breadth()),
                index.peerStratum(),
                index.peerStratum(),
                outcome,
                new Traits(
                        hospital.beds(),
                        hospital.ownership().name(),
                        hospital.isTeaching(),
                        hospital.isRural(),
                        hospital.region().name(),
                        null,
                        followers),
                false,
                Map.of("region", hospital.region().name()));
    }
}
