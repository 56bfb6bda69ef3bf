package org.carebench.spark.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.carebench.contract.lake.ComparisonRule;
import org.carebench.contract.lake.ComparisonRule.Kind;
import org.carebench.contract.lake.ComparisonRule.Outcome;
import org.carebench.spark.statistics.EValue;
import org.carebench.spark.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FindingsTest {

    /** Words that claim more than an association, or that speak of money. */
    private static final Pattern OVERSTATED = Pattern.compile(
            "\\b(caus\\w*|driv\\w*|leads? to|impact\\w*|effect\\w*|improv\\w*|boost\\w*|result(s|ed)? in|due to"
                    + "|prov(e|es|ed|en|ing)|roi|significan\\w*)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern THREE_DECIMALS = Pattern.compile("\\d\\.\\d{3}");
    private static final CohortSizes SIZES = new CohortSizes(48, 51, 30, 31, 50, 0, 0.1);

    @Test
    void saysThatADifferenceIsAnAssociation() {
        assertThat(recommend(3.1, 2.2, 4.0))
                .isEqualTo(
                        "Providers of high against low dialogue: share of patients who would definitely recommend the"
                                + " provider higher by 3.10 points (95 % interval 2.20 to 4.00 points), after adjustment for"
                                + " size, ownership, teaching, rurality and region. This is an association. Providers choose how"
                                + " they use social media, and well-run providers may do both: these data cannot show that one"
                                + " follows from the other. A hidden factor would need to be associated with both by a risk"
                                + " ratio of at least 1.93 to explain this away, and of 1.70 to move the interval to no"
                                + " difference. C2: supported in these data.");
    }

    @Test
    void saysThatADifferenceMayBeTooSmall() {
        assertThat(recommend(1.8, 1.1, 2.5))
                .contains("higher by 1.80 points (95 % interval 1.10 to 2.50 points)")
                .contains("it may be too small to matter.")
                .endsWith("C2: supported in these data.");
    }

    @Test
    void saysThatThereIsNoMeaningfulDifference() {
        assertThat(recommend(0.35, -0.4, 1.1))
                .isEqualTo("Providers of high against low dialogue: no meaningful difference in the share of patients"
                        + " who would definitely recommend the provider, 95 % interval -0.40 to 1.10 points."
                        + " C2: not supported in these data.");
    }

    @Test
    void saysWhatInconclusiveDataCouldHaveRevealed() {
        assertThat(recommend(0.9, -2.6, 4.4))
                .contains(": inconclusive for the share of patients")
                .contains("48 against 51 providers could only reveal gaps above about 5.00 points.")
                .endsWith("C2: inconclusive in these data.");
    }

    @Test
    void doesNotSupportAClaimByADifferenceOfTheOtherSign() {
        assertThat(recommend(-3, -4, -2.5))
                .contains("lower by 3.00 points")
                .endsWith("C2: not supported in these data.");
        assertThat(of(ComparisonRules.RATE, 0.7, 0.6, 0.8)).endsWith("C1: not supported in these data.");
    }

    @Test
    void namesRatiosAndPlatform() {
        assertThat(of(ComparisonRules.RATE, 1.31, 1.2, 1.43))
                .startsWith("Providers of high against low integration: interactions per post and follower on facebook"
                        + " 1.31 times as high (95 % interval 1.20 to 1.43 times), after adjustment for size,"
                        + " ownership, teaching, rurality, region and followers.");
    }

    @Test
    void saysWhyNothingIsShown() {
        Estimate refused = Estimate.refused(Refusal.notEnough("fewer than 20 providers in a cohort"));

        assertThat(new Findings(contrast(ComparisonRules.RECOMMEND)).of(Verdict.NOT_SHOWN, refused, SIZES))
                .isEqualTo("Not shown: fewer than 20 providers in a cohort.");
    }

    @Test
    void judgesNoClaimByATestThatWasNotChosenBeforehand() {
        Contrast other = ContrastKernelTest.contrast(ComparisonRules.RECOMMEND, "integration", null);

        assertThat(new Findings(other).of(Verdict.BEYOND, estimate(3, 2.5, 4), SIZES))
                .doesNotContain("supported");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void neverOverstatesWhateverTheNumbersAre(Kind kind) {
        Outcome outcome = switch (kind) {
            case RATIO -> ComparisonRules.RATE;
            case DIFFERENCE -> ComparisonRules.RECOMMEND;
            case BINARY -> ComparisonRules.CATEGORY;
        };
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 2000; i++) {
            double middle = random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-4, 4));
            double half = random.nextDouble() * Math.pow(10, random.nextInt(-4, 3));
            Scale scale = Verdict.scale(kind);
            double bounded = kind == Kind.RATIO ? middle / 1000 : middle;

            String finding = of(
                    outcome, scale.back(bounded), scale.back(bounded - half / 100), scale.back(bounded + half / 100));

            assertThat(finding).doesNotContainPattern(OVERSTATED).doesNotContainPattern(THREE_DECIMALS);
            assertThat(finding)
                    .contains("95 % interval")
                    .doesNotContain("-0.00")
                    .doesNotContain("NaN");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "5, 30, 3, 30", "15, 30, 15, 30", "20, 20, 9, 20", "200, 200, 100, 100"})
    void neverOverstatesARefusal(long high, long low, long systemsHigh, long systemsLow) {
        CohortSizes sizes = new CohortSizes(high, low, systemsHigh, systemsLow, systemsHigh + systemsLow, 0, 0.3);
        Refusal refusal = Refusal.of(sizes, ComparisonRules.standard().minimums(), 11);

        assertThat(refusal).isNotNull();
        assertThat(new Findings(contrast(ComparisonRules.RECOMMEND))
                        .of(Verdict.NOT_SHOWN, Estimate.refused(refusal), sizes))
                .startsWith("Not shown: ")
                .doesNotContainPattern(OVERSTATED);
    }

    @ParameterizedTest
    @CsvSource({"it causes more", "which leads to more", "a large impact", "improved by", "proven", "due to replies"})
    void theLintFindsWhatItLooksFor(String overstated) {
        assertThat(OVERSTATED.matcher(overstated).find()).isTrue();
    }

    private static String recommend(double estimate, double low, double high) {
        return of(ComparisonRules.RECOMMEND, estimate, low, high);
    }

    private static String of(Outcome outcome, double value, double low, double high) {
        Estimate estimate = estimate(value, low, high);
        Verdict verdict = Verdict.of(estimate.interval(), outcome.minimumDifference(), outcome.kind());
        return new Findings(contrast(outcome)).of(verdict, estimate, SIZES);
    }

    private static Estimate estimate(double value, double low, double high) {
        return Estimate.of(value, new Interval(low, high), 0.01).withStrength(5.0, new EValue(1.93, 1.70));
    }

    private static Contrast contrast(Outcome outcome) {
        ComparisonRule rule = ComparisonRules.standard();
        ComparisonRule.Primary primary = rule.claims().stream()
                .filter(claim -> claim.domain().equals(outcome.domain()))
                .findFirst()
                .orElseThrow()
                .primary();
        return Contrast.of(
                rule,
                primary.exposure(),
                outcome,
                primary.platform(),
                LocalDate.of(2025, 3, 30),
                LocalDate.of(2025, 3, 31),
                LocalDate.of(2025, 6, 29),
                "unit",
                null);
    }
}
