package org.carebench.simulator.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.carebench.simulator.world.Provider.Ownership;
import org.carebench.simulator.world.Provider.Region;
import org.jspecify.annotations.Nullable;

/** Draws the providers of a scenario: who they are, how large, in which system, and how integrated. */
final class ProviderDraw {

    private static final long KEY = 1;
    private static final int LARGEST_SYSTEM = 60;

    private static final List<String> FIRST_SYLLABLES = List.of(
            "Dun", "Fen", "Bram", "Cor", "Willo", "Alder", "Thistle", "Marl", "Hazel", "Quill", "Raven", "Sedge",
            "Tarn", "Umber", "Vesper", "Wren", "Yarrow", "Ash", "Bracken", "Copper", "Ember", "Fallow", "Garnet",
            "Harrow");
    private static final List<String> MIDDLE_SYLLABLES =
            List.of("", "en", "er", "ing", "el", "ow", "is", "an", "or", "ley");
    private static final List<String> LAST_SYLLABLES = List.of(
            "stow", "mere", "wick", "hollow", "brook", "combe", "thorpe", "dale", "march", "fold", "gate", "holt");
    private static final List<String> KINDS = List.of(
            "Community Hospital",
            "Regional Medical Center",
            "General Hospital",
            "Memorial Hospital",
            "Health Center Hospital");
    private static final List<String> STREETS = List.of(
            "Granary Road", "Millrace Drive", "Swallow Lane", "Copper Avenue", "Orchard Street", "Lantern Plaza");

    private static final Map<Region, List<State>> STATES = Map.of(
            Region.NORTHEAST,
            List.of(
                    new State("NY", "America/New_York"),
                    new State("PA", "America/New_York"),
                    new State("MA", "America/New_York"),
                    new State("NJ", "America/New_York")),
            Region.MIDWEST,
            List.of(
                    new State("IL", "America/Chicago"),
                    new State("OH", "America/New_York"),
                    new State("MN", "America/Chicago"),
                    new State("MO", "America/Chicago")),
            Region.SOUTH,
            List.of(
                    new State("TX", "America/Chicago"),
                    new State("FL", "America/New_York"),
                    new State("GA", "America/New_York"),
                    new State("TN", "America/Chicago")),
            Region.WEST,
            List.of(
                    new State("CA", "America/Los_Angeles"),
                    new State("AZ", "America/Phoenix"),
                    new State("CO", "America/Denver"),
                    new State("WA", "America/Los_Angeles")));

    private static final double[] REGION_WEIGHTS = {0.13, 0.29, 0.38, 0.20};

    private ProviderDraw() {}

    static List<Provider> providers(Scenario scenario) {
        int count = scenario.organizations();
        int[] systems = systems(scenario);
        Trait[] traits = new Trait[count];
        for (int i = 0; i < count; i++) {
            traits[i] = trait(scenario, i);
        }
        double[] integration = integration(scenario, traits, systems);
        Set<Integer> systemsWithHead = new HashSet<>();
        Set<String> names = new HashSet<>();
        List<Provider> providers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean head = systems[i] >= 0 && systemsWithHead.add(systems[i]);
            providers.add(provider(scenario, i, traits[i], systems[i], head, integration[i], names));
        }
        return List.copyOf(providers);
    }

    /** System of each provider; -1 for independent ones. Sizes are skewed: few large systems, many small ones. */
    private static int[] systems(Scenario scenario) {
        int count = scenario.organizations();
        int[] systems = new int[count];
        Arrays.fill(systems, -1);
        Draws draws = Draws.of(Draws.seed(scenario.seed(), KEY, 1));
        int inSystems = (int) Math.round(count * scenario.population().shareInSystems());
        int[] order = shuffled(count, draws);
        int placed = 0;
        for (int system = 0; placed < inSystems; system++) {
            int size = (int) Math.ceil(Math.exp(draws.normal(1.05, 1.15)));
            int last = Math.min(inSystems, placed + Math.min(size, LARGEST_SYSTEM));
            for (; placed < last; placed++) {
                systems[order[placed]] = system;
            }
        }
        return systems;
    }

    private static int[] shuffled(int count, Draws draws) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = draws.below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static Trait trait(Scenario scenario, int index) {
        Draws draws = Draws.of(Draws.seed(scenario.seed(), KEY, 2, index));
        boolean rural = draws.chance(scenario.population().ruralShare());
        double logBeds = rural ? draws.normal(Math.log(38), 0.7) : draws.normal(Math.log(165), 0.85);
        int beds = (int) Math.round(Math.min(2000, Math.max(6, Math.exp(logBeds))));
        double owner = draws.uniform();
        double government = rural ? 0.34 : 0.10;
        double forProfit = rural ? 0.12 : 0.32;
        Ownership ownership = owner < government
                ? Ownership.GOVERNMENT
                : owner < government + forProfit ? Ownership.FOR_PROFIT : Ownership.NON_PROFIT;
        boolean teaching = draws.chance(Draws.expit(-11.6 + 1.65 * Math.log(beds)));
        Region region = List.of(Region.values()).get(draws.weighted(REGION_WEIGHTS));
        return new Trait(beds, rural, ownership, teaching, region, draws.normal(), draws.normal(), draws.normal());
    }

    private static double[] integration(Scenario scenario, Trait[] traits, int[] systems) {
        double[] logBeds =
                Arrays.stream(traits).mapToDouble(t -> Math.log(t.beds)).toArray();
        double[] sizes = standardized(logBeds);
        double[] raw = new double[traits.length];
        for (int i = 0; i < traits.length; i++) {
            Trait trait = traits[i];
            double shared = systems[i] < 0
                    ? Draws.of(Draws.seed(scenario.seed(), KEY, 4, i)).normal()
                    : Draws.of(Draws.seed(scenario.seed(), KEY, 3, systems[i])).normal();
            raw[i] = 0.45 * sizes[i]
                    + (trait.rural ? 0 : 0.20)
                    + (trait.ownership == Ownership.NON_PROFIT ? 0.25 : 0)
                    - (trait.ownership == Ownership.FOR_PROFIT ? 0.35 : 0)
                    + (trait.teaching ? 0.35 : 0)
                    + scenario.population().systemNoise() * shared
                    + scenario.population().ownNoise() * trait.own
                    + scenario.population().cultureInIntegration() * trait.culture;
        }
        return standardized(raw);
    }

    private static double[] standardized(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        double deviation = variance > 0 ? Math.sqrt(variance) : 1;
        return Arrays.stream(values).map(v -> (v - mean) / deviation).toArray();
    }

    private static Provider provider(
            Scenario scenario,
            int index,
            Trait trait,
            int system,
            boolean head,
            double integration,
            Set<String> names) {
        Draws draws = Draws.of(Draws.seed(scenario.seed(), KEY, 5, index));
        State state = draws.pick(STATES.getOrDefault(trait.region, List.of()));
        String city = draws.pick(FIRST_SYLLABLES) + draws.pick(MIDDLE_SYLLABLES) + draws.pick(LAST_SYLLABLES);
        String name = city + " " + (trait.teaching ? "University Hospital" : draws.pick(KINDS));
        for (int number = 2; !names.add(name + state.code); number++) {
            name = city + " Hospital No. " + number;
        }
        double correlation = scenario.population().dialogueCorrelation();
        double dialogue =
                correlation * integration + Math.sqrt(Math.max(0, 1 - correlation * correlation)) * trait.dialogue;
        String language = draws.chance(scenario.population().spanishShare()) ? "es" : "en";
        @Nullable String systemId = system < 0 ? null : String.format(Locale.ROOT, "system-%04d", system + 1);
        return new Provider(
                index,
                String.format(Locale.ROOT, "99%04d", index + 1),
                name,
                (1 + draws.below(900)) + " " + draws.pick(STREETS),
                city,
                state.code,
                String.format(Locale.ROOT, "%05d", 90000 + index),
                draws.pick(FIRST_SYLLABLES) + " County",
                String.format(Locale.ROOT, "(%03d) 555-01%02d", 200 + index / 100 * 3, index % 100),
                "https://www." + slug(city) + (index + 1) + ".hospital.example",
                trait.beds,
                trait.rural,
                trait.teaching,
                trait.ownership,
                trait.region,
                systemId,
                head,
                integration,
                dialogue,
                trait.culture,
                state.zone,
                language);
    }

    static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private record State(String code, String zone) {}

    private record Trait(
            int beds,
            boolean rural,
            Ownership ownership,
            boolean teaching,
            Region region,
            double own,
            double dialogue,
            double culture) {}
}
