package org.carebench.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carebench.contract.lake.BedBand;
import org.carebench.contract.lake.ComparisonRule;
import org.carebench.contract.lake.IndexPillar;
import org.carebench.contract.lake.MeasureDefinition;
import org.carebench.contract.lake.MetricDefinition;
import org.carebench.contract.lake.MetricRole;
import org.carebench.contract.lake.MetricRule;
import org.carebench.contract.lake.MetricScope;
import org.carebench.contract.lake.RecommendationRule;
import org.carebench.contract.lake.StateGeography;
import org.carebench.contract.lake.TopicTaxonomy;
import org.carebench.contract.lake.TopicTaxonomy.AnswerPhrases;
import org.carebench.contract.lake.TopicTaxonomy.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionFilesTest {

    private static final String BENCHMARK = """
            minimumGroupSize: 11
            bedBands:
              - {label: "1-49", from: 1, to: 49}
            ownershipGroups:
              FOR_PROFIT: [Proprietary, Physician]
              GOVERNMENT: [Tribal]
            recommendation:
              measureId: a
              peerDimension: bed_band
              quantile: 0.75
              minimumSurveys: 100
              minimumPeers: 20
              version: "1"
            """;
    private static final String METRIC_RULE = """
            presencePlatforms: [x]
            activePosts: 4
            crossPostHours: 48
            replyHours: 168
            ageDays: 7
            followerDays: 3
            minimumFollowers: 100
            interactionCounters: {x: [likes]}
            partialCounters: {x: [shares]}
            ownCommentKinds: {x: [COMMENT]}
            version: "1"
            """;
    private static final String METRICS = """
            metrics:
              - id: posts
                title: A title
                question: A question?
                numerator: Posts
                denominator: None
                unit: posts
                nullRule: Never
                minimum: 0
                timeZone: UTC
                maturity: None
                direction: neither
                role: CONTEXT
                scope: PLATFORM
                inputs: [post.post_id]
                version: "1"
            """;
    private static final String INDEX_METRIC = """
              - id: %s
                title: A title
                question: A question?
                numerator: Posts
                denominator: None
                unit: posts
                nullRule: Never
                minimum: 0
                timeZone: UTC
                maturity: None
                direction: higher_is_better
                role: %s
                scope: PROVIDER
                inputs: [%s]
                version: "1"
            """;
    private static final String INDEX = """
            pillars:
              - {id: presence, weight: 0.25, components: [{id: a, metricId: done, isReversed: false, isShrunk: false}]}
              - {id: cadence, weight: 0.25, components: [{id: b, metricId: done, isReversed: false, isShrunk: false}]}
              - {id: dialogue, weight: 0.25, components: [{id: c, metricId: done, isReversed: true, isShrunk: false}]}
              - {id: breadth, weight: 0.25, components: [{id: d, metricId: done, isReversed: false, isShrunk: false}]}
            requiredPillar: dialogue
            minimumPillars: 3
            stratumMinimum: 60
            rollingPeriods: 4
            rollingMinimum: 3
            baseline: {start: first, periods: 4}
            cohorts: {highEnter: 0.75, highLeave: 0.65, lowEnter: 0.25, lowLeave: 0.35, periods: 2}
            validity:
              minimumProviders: 100
              weightDraws: 500
              weightConcentration: 4
              gates: [{check: cronbach_alpha, low: 0.6, high: 0.9, isFatal: false}]
            version: "1"
            """;
    private static final String TOPICS = """
            version: "3"
            otherTopic: other
            topics:
              - {id: bills, title: Bills, phrases: {en: [bill*], es: [factura]}}
            defaultAudience: everyone
            audiences:
              - {id: patients, title: Patients, phrases: {en: [patients]}}
            answers:
              questionMarks: ["?"]
              requests: {en: [tell me]}
              complaints: {}
              thanks: {}
              spam: {}
            """;
    private static final String GEOGRAPHY = """
            states:
              - {state: AL, region: SOUTH, timeZone: America/Chicago}
            """;
    private static final String MEASURE = """
              - id: %s
                title: A title
                question: A question?
                numerator: Some
                denominator: All
                unit: pct
                direction: neither
                version: "1"
            """;

    private final DefinitionFiles definitions = new DefinitionFiles();
    private final Path config;

    DefinitionFilesTest(@TempDir Path config) {
        this.config = config;
    }

    @BeforeEach
    void writeDefinitions() throws IOException {
        Files.createDirectory(config.resolve("measures"));
        Files.createDirectory(config.resolve("metrics"));
        Files.writeString(config.resolve("benchmark.yaml"), BENCHMARK);
        Files.writeString(config.resolve("metrics.yaml"), METRIC_RULE);
        Files.writeString(
                config.resolve("metrics/one.yaml"),
                METRICS + String.format(INDEX_METRIC, "done", "INDEX", "post.text"));
        Files.writeString(config.resolve("index.yaml"), INDEX);
        Files.writeString(config.resolve("geography.yaml"), GEOGRAPHY);
        Files.copy(Path.of("../config/comparison.yaml"), config.resolve("comparison.yaml"));
        Files.createDirectory(config.resolve("topics"));
        Files.writeString(config.resolve("topics/keywords.yaml"), TOPICS);
        writeMeasures("one.yaml", "b", "a");
    }

    @Test
    void readsEveryDefinition() throws IOException {
        writeMeasures("two.yaml", "c");
        Files.writeString(config.resolve("measures/readme.md"), "no measure");

        Definitions read = definitions.read(config);

        assertThat(read.minimumGroupSize()).isEqualTo(11);
        assertThat(read.bedBands()).containsExactly(new BedBand("1-49", 1, 49));
        assertThat(read.ownershipGroups())
                .isEqualTo(Map.of("Proprietary", "FOR_PROFIT", "Physician", "FOR_PROFIT", "Tribal", "GOVERNMENT"));
        assertThat(read.recommendation()).isEqualTo(new RecommendationRule("a", "bed_band", 0.75, 100, 20, "1"));
        assertThat(read.measures()).containsExactly(measure("a"), measure("b"), measure("c"));
        assertThat(read.metrics()).extracting(MetricDefinition::id).containsExactly("done", "posts");
        assertThat(read.metrics())
                .contains(new MetricDefinition(
                        "posts",
                        "A title",
                        "A question?",
                        "Posts",
                        "None",
                        "posts",
                        "Never",
                        0,
                        "UTC",
                        "None",
                        "neither",
                        MetricRole.CONTEXT,
                        MetricScope.PLATFORM,
                        List.of("post.post_id"),
                        "1"));
        assertThat(read.metricRule())
                .isEqualTo(new MetricRule(
                        List.of("x"),
                        4,
                        48,
                        168,
                        7,
                        3,
                        100,
                        Map.of("x", List.of("likes")),
                        Map.of("x", List.of("shares")),
                        Map.of("x", List.of("COMMENT")),
                        "1"));
        assertThat(read.states()).containsExactly(new StateGeography("AL", "SOUTH", "America/Chicago"));
    }

    @Test
    void readsTheDefinitionsThatComeWithTheProgram() {
        Definitions read = definitions.read(Path.of("../config"));

        assertThat(read.measures()).hasSize(59);
        assertThat(read.measures())
                .extracting(MeasureDefinition::unit)
                .containsOnly("top_box_pct", "pct", "points", "linear_score");
        assertThat(read.measures())
                .extracting(MeasureDefinition::direction)
                .containsOnly("higher_is_better", "lower_is_better", "neither");
        assertThat(read.minimumGroupSize()).isEqualTo(11);
        assertThat(read.bedBands())
                .extracting(BedBand::label)
                .containsExactly("1-49", "50-99", "100-199", "200-399", "400+");
        assertThat(read.bedBands().get(4).to()).isEqualTo(Integer.MAX_VALUE);
        assertThat(read.ownershipGroups().values()).containsOnly("FOR_PROFIT", "NON_PROFIT", "GOVERNMENT");
        assertThat(read.recommendation())
                .isEqualTo(new RecommendationRule("hcahps_recommend_top", "bed_band", 0.75, 100, 20, "1"));
    }

    @Test
    void placesEveryStateTheDistrictAndFiveTerritories() {
        List<StateGeography> states = definitions.read(Path.of("../config")).states();

        assertThat(states).hasSize(56).extracting(StateGeography::state).doesNotHaveDuplicates();
        // States per region as the Census counts them; the District of Columbia is in the South.
        assertThat(states.stream().collect(Collectors.groupingBy(StateGeography::region, Collectors.counting())))
                .isEqualTo(Map.of("NORTHEAST", 9L, "MIDWEST", 12L, "SOUTH", 17L, "WEST", 13L, "TERRITORIES", 5L));
        assertThat(states)
                .contains(
                        new StateGeography("TX", "SOUTH", "America/Chicago"),
                        new StateGeography("AZ", "WEST", "America/Phoenix"),
                        new StateGeography("HI", "WEST", "Pacific/Honolulu"),
                        new StateGeography("PR", "TERRITORIES", "America/Puerto_Rico"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            America/Chicago | America/Nowhere           | is no IANA time zone such as America/Chicago
            timeZone        | zone                      | timeZone
            region: SOUTH   | region: null              | region
            """)
    void refusesAGeographyFileThatIsWrong(String right, String wrong, String named) throws IOException {
        Files.writeString(config.resolve("geography.yaml"), GEOGRAPHY.replace(right, wrong));

        assertThatThrownBy(() -> definitions.read(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("Cannot read " + config.resolve("geography.yaml") + ": ")
                .hasMessageContaining(named);
    }

    @Test
    void refusesAStateThatStandsThereTwice() throws IOException {
        Files.writeString(
                config.resolve("geography.yaml"),
                GEOGRAPHY + "  - {state: AL, region: WEST, timeZone: America/Denver}\n");

        assertThatThrownBy(() -> definitions.read(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot use " + config.resolve("geography.yaml")
                        + ": state AL stands there twice. Keep one of them.");
    }

    @Test
    void readsTheMetricsThatComeWithTheProgram() {
        Definitions read = definitions.read(Path.of("../config"));

        assertThat(read.metrics()).hasSize(23);
        assertThat(read.metrics())
                .extracting(MetricDefinition::direction)
                .containsOnly("higher_is_better", "lower_is_better", "neither");
        assertThat(read.metrics())
                .allSatisfy(metric ->
                        assertThat(metric.inputs()).isNotEmpty().allMatch(input -> input.matches("[a-z_]+\\.[a-z_]+")));
        assertThat(read.metricRule().interactionCounters().keySet())
                .isEqualTo(read.metricRule().ownCommentKinds().keySet());
    }

    @Test
    void countsReactionsAndSharesWithoutCommentsOnTheSamePlatformsAsInteractions() {
        MetricRule rule = definitions.read(Path.of("../config")).metricRule();

        assertThat(rule.partialCounters().keySet())
                .isEqualTo(rule.interactionCounters().keySet());
        assertThat(rule.partialCounters())
                .allSatisfy((platform, counters) -> assertThat(
                                rule.interactionCounters().get(platform))
                        .containsAll(counters)
                        .hasSize(counters.size() + 1)
                        .contains("comments"))
                .noneSatisfy((platform, counters) -> assertThat(counters).contains("comments"));
    }

    @Test
    void measuresWhatTheProviderDoesAndWhatTheAudienceDoesInDifferentColumns() {
        List<MetricDefinition> metrics = definitions.read(Path.of("../config")).metrics();

        assertThat(inputs(metrics, MetricRole.INDEX))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(inputs(metrics, MetricRole.OUTCOME));
    }

    private static List<String> inputs(List<MetricDefinition> metrics, MetricRole role) {
        return metrics.stream()
                .filter(metric -> metric.role() == role)
                .flatMap(metric -> metric.inputs().stream())
                .toList();
    }

    @Test
    void refusesAMetricThatIsDefinedTwice() throws IOException {
        Files.writeString(config.resolve("metrics/two.yaml"), METRICS);

        assertThatThrownBy(() -> definitions.read(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot use the metrics in " + config.resolve("metrics") + ": posts is defined twice");
    }

    @Test
    void refusesAMeasureThatIsDefinedTwice() throws IOException {
        writeMeasures("two.yaml", "a");

        assertThatThrownBy(() -> definitions.read(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot use the measures in " + config.resolve("measures") + ": a is defined twice");
    }

    @ParameterizedTest
    @CsvSource({
        "minimumGroupSize: 11, minimumGroupsize: 11, minimumGroupSize",
        "minimumGroupSize: 11, minimumGroupSize: eleven, eleven",
        "minimumGroupSize: 11, minimumGroupSize: , null",
        "quantile: 0.75, quantil: 0.75, quantile"
    })
    void refusesABenchmarkFileThatIsWrong(String right, String wrong, String named) throws IOException {
        Files.writeString(config.resolve("benchmark.yaml"), BENCHMARK.replace(right, wrong));

        assertThatThrownBy(() -> definitions.read(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("Cannot read " + config.resolve("benchmark.yaml") + ": ")
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "title", "unit", "direction", "version"})
    void refusesAMeasureThatLacksAKey(String key) throws IOException {
        String measures = "measures:\n" + String.format(MEASURE, "a");
        Files.writeString(
                config.resolve("measures/one.yaml"),
                key.equals("id")
                        ? measures.replace("- id: a\n    ", "- ")
                        : measures.replaceAll("    " + key + ": .*\n", ""));

        assertThatThrownBy(() -> definitions.read(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("Cannot read " + config.resolve("measures/one.yaml") + ": ")
                .hasMessageContaining("'" + key + "'");
    }

    @Test
    void refusesAMeasureWithAnUnknownKey() throws IOException {
        Files.writeString(
                config.resolve("measures/one.yaml"), "measures:\n" + String.format(MEASURE, "a") + "    colour: red\n");

        assertThatThrownBy(() -> definitions.read(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("one.yaml")
                .hasMessageContaining("\"colour\"");
    }

    @Test
    void readsTheIndexRule() {
        assertThat(definitions.read(config).index().pillars())
                .extracting(IndexPillar::id)
                .containsExactly("presence", "cadence", "dialogue", "breadth");
    }

    @Test
    void refusesAnIndexThatIsMadeFromAnOutcome() throws IOException {
        Files.writeString(
                config.resolve("metrics/two.yaml"),
                "metrics:\n" + String.format(INDEX_METRIC, "liked", "OUTCOME", "post.text"));

        assertThatThrownBy(() -> definitions.read(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("Cannot use " + config.resolve("index.yaml") + ": ")
                .hasMessageContaining("post.text, as is the outcome liked");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "requiredPillar: dialogue; requiredPillar: reach; required pillar reach",
                "minimumPillars: 3; minimumPillars: 5; minimumPillars is 5",
                "id: breadth; id: reach; name each of",
                "rollingMinimum: 3; rollingMinimum: 5; rollingMinimum is 5",
                "highLeave: 0.65; highLeave: 0.8; 0 < lowEnter",
                "id: b,; id: a,; component a is named twice",
                "isFatal: false; isfatal: false; isFatal"
            })
    void refusesAnIndexFileThatIsWrong(String right, String wrong, String named) throws IOException {
        Files.writeString(config.resolve("index.yaml"), INDEX.replace(right, wrong));

        assertThatThrownBy(() -> definitions.read(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(named);
    }

    @Test
    void refusesAnOwnershipInTwoGroups() throws IOException {
        Files.writeString(
                config.resolve("benchmark.yaml"),
                BENCHMARK.replace("GOVERNMENT: [Tribal]", "GOVERNMENT: [Proprietary]"));

        assertThatThrownBy(() -> definitions.read(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("benchmark.yaml")
                .hasMessageContaining("Proprietary");
    }

    @Test
    void comparesWhatIsDefinedAndTestsOneThingPerClaim() {
        Definitions read = definitions.read(Path.of("../config"));

        ComparisonRule rule = read.comparison();
        List<String> metrics = read.metrics().stream().map(MetricDefinition::id).toList();
        List<String> measures =
                read.measures().stream().map(MeasureDefinition::id).toList();
        assertThat(metrics).contains(rule.audienceMetric());
        assertThat(rule.outcomes()).extracting(ComparisonRule.Outcome::id).doesNotHaveDuplicates();
        assertThat(rule.outcomes()).allSatisfy(outcome -> {
            switch (outcome.source()) {
                case METRIC -> assertThat(metrics).contains(outcome.id());
                case MEASURE -> assertThat(measures).contains(outcome.id());
                case CATEGORY -> assertThat(outcome.id()).isEqualTo("recommended_category");
            }
        });
        assertThat(rule.claims()).extracting(ComparisonRule.Claim::id).containsExactly("C1", "C2");
        assertThat(rule.claims()).allSatisfy(claim -> {
            assertThat(rule.exposures()).containsAll(claim.exposures());
            assertThat(claim.exposures()).contains(claim.primary().exposure());
            assertThat(rule.outcomes())
                    .filteredOn(outcome -> outcome.id().equals(claim.primary().outcome()))
                    .singleElement()
                    .satisfies(outcome -> {
                        assertThat(outcome.domain()).isEqualTo(claim.domain());
                        assertThat(outcome.platforms()).contains(claim.primary().platform());
                    });
        });
        assertThat(rule.minimums()).isEqualTo(new ComparisonRule.Minimums(20, 10, 10, 40, 15, 0.25));
    }

    @Test
    void testsTheFirstClaimByWhatIsKnownOfEveryPage() {
        ComparisonRule rule = definitions.read(Path.of("../config")).comparison();

        assertThat(rule.claims().get(0).primary())
                .isEqualTo(new ComparisonRule.Primary("integration", "er_partial_7d", "facebook"));
        assertThat(rule.outcomes())
                .filteredOn(outcome -> outcome.domain().equals("engagement"))
                .extracting(ComparisonRule.Outcome::id)
                .containsExactly("er_partial_7d", "er_partial_pooled", "er_follower_7d", "er_pooled");
    }

    /** What an audience does may be compared, but never feed the cohorts that are compared. */
    @Test
    void comparesByNothingThatTheIndexIsMadeOf() {
        Definitions read = definitions.read(Path.of("../config"));
        List<String> outcomes = read.comparison().outcomes().stream()
                .map(ComparisonRule.Outcome::id)
                .toList();

        assertThat(read.metrics())
                .filteredOn(metric -> outcomes.contains(metric.id()))
                .isNotEmpty()
                .extracting(MetricDefinition::role)
                .containsOnly(MetricRole.OUTCOME);
    }

    @Test
    void readsTheTaxonomy() {
        assertThat(definitions.read(config).topics())
                .isEqualTo(new TopicTaxonomy(
                        "3",
                        List.of(new Label("bills", "Bills", Map.of("en", List.of("bill*"), "es", List.of("factura")))),
                        "other",
                        List.of(new Label("patients", "Patients", Map.of("en", List.of("patients")))),
                        "everyone",
                        new AnswerPhrases(
                                List.of("?"), Map.of("en", List.of("tell me")), Map.of(), Map.of(), Map.of())));
    }

    @Test
    void refusesATopicThatIsDefinedTwice() throws IOException {
        Files.writeString(
                config.resolve("topics/keywords.yaml"),
                TOPICS.replace("topics:\n", "topics:\n  - {id: bills, title: Again, phrases: {}}\n"));

        assertThatThrownBy(() -> definitions.read(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("keywords.yaml: bills is defined twice");
    }

    private void writeMeasures(String file, String... ids) throws IOException {
        StringBuilder text = new StringBuilder("measures:\n");
        for (String id : ids) {
            text.append(String.format(MEASURE, id));
        }
        Files.writeString(config.resolve("measures").resolve(file), text);
    }

    private static MeasureDefinition measure(String id) {
        return new MeasureDefinition(id, "A title", "A question?", "Some", "All", "pct", "neither", "1");
    }
}
