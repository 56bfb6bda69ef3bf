package org.carebench.simulator.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.carebench.simulator.world.Provider.Ownership;
import org.jspecify.annotations.Nullable;

/** Patient-survey outcomes: what patients would recommend, by kind of hospital, chance, and what the scenario's effects add. */
final class OutcomeModel {

    private static final long KEY = 2;
    private static final double BASE = 68.3;
    private static final int FEWEST_SURVEYS = 100;

    private final Scenario scenario;

    OutcomeModel(Scenario scenario) {
        this.scenario = scenario;
    }

    List<SurveyOutcome> outcomes(List<Provider> providers) {
        LocalDate end = scenario.lastDay();
        List<SurveyOutcome> outcomes = new ArrayList<>();
        for (Provider provider : providers) {
            outcomes.add(outcome(provider, end.minusYears(1).plusDays(1), end));
        }
        return List.copyOf(outcomes);
    }

    private SurveyOutcome outcome(Provider provider, LocalDate start, LocalDate end) {
        Draws draws = Draws.of(Draws.seed(scenario.seed(), KEY, 1, provider.index()));
        double structural = structural(provider);
        double expected =
                Math.min(99, Math.max(1, BASE + confounders(provider) + structural + chance(provider, draws)));
        int completed = (int) Math.round(Math.exp(draws.normal(3.443 + 0.546 * Math.log(provider.beds()), 0.583)));
        int would = 0;
        for (int i = 0; i < completed; i++) {
            would += draws.chance(expected / 100) ? 1 : 0;
        }
        @Nullable Integer published = completed < FEWEST_SURVEYS ? null : (int) Math.round(100.0 * would / completed);
        return new SurveyOutcome(provider, start, end, completed, expected, structural, published);
    }

    private double structural(Provider provider) {
        return scenario.effects().recommendPerIntegration() * provider.integration()
                + scenario.effects().recommendPerDialogue() * provider.dialogue();
    }

    private static double confounders(Provider provider) {
        double size = Math.log(provider.beds()) - 4.7;
        double region = switch (provider.region()) {
            case NORTHEAST -> -1;
            case MIDWEST -> 0.8;
            case SOUTH -> 0.3;
            case WEST -> -0.5;
        };
        return -3.0 * size
                + 2.0 * size * size
                + (provider.teaching() ? 1.5 : 0)
                - (provider.ownership() == Ownership.FOR_PROFIT ? 4.9 : 0)
                - (provider.ownership() == Ownership.GOVERNMENT ? 0.7 : 0)
                + region;
    }

    private double chance(Provider provider, Draws draws) {
        String system = provider.system();
        long key = system == null ? -1L - provider.index() : system.hashCode();
        double shared = Draws.of(Draws.seed(scenario.seed(), KEY, 2, key)).normal();
        return scenario.effects().systemSpread() * shared
                + scenario.effects().ownSpread() * draws.normal()
                + scenario.effects().recommendPerCulture() * provider.culture();
    }
}
