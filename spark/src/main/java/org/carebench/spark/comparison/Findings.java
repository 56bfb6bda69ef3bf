package org.carebench.spark.comparison;

import java.util.Locale;
import java.util.Objects;
import org.carebench.contract.lake.ComparisonRule.Kind;
import org.carebench.spark.statistics.EValue;
import org.carebench.spark.statistics.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts in words that say what was seen and no more: that one thing goes with another, never that it follows from it.
 * Numbers have two decimals at most, and stand beside their interval.
 */
final class Findings {

    private static final String SELECTION =
            "Providers choose how they use social media, and well-run providers may do both:"
                    + " these data cannot show that one follows from the other.";

    private final Contrast contrast;
    private final boolean isRatio;

    Findings(Contrast contrast) {
        this.contrast = contrast;
        this.isRatio = contrast.outcome().kind() == Kind.RATIO;
    }

    /** Sentences about a headline estimate. */
    String of(Verdict verdict, Estimate headline, CohortSizes sizes) {
        if (verdict == Verdict.NOT_SHOWN) {
            return "Not shown: " + Objects.requireNonNull(headline.refusal()).reason() + ".";
        }
        double value = Objects.requireNonNull(headline.value());
        Interval interval = Objects.requireNonNull(headline.interval());
        StringBuilder text = new StringBuilder(
                switch (verdict) {
                    case BEYOND ->
                        "%s: %s %s, after adjustment for %s. This is an association."
                                .formatted(who(), what(), amount(value, interval), adjustedFor());
                    case MAY_BE_SMALL ->
                        "%s: %s %s, after adjustment for %s; it may be too small to matter."
                                .formatted(who(), what(), amount(value, interval), adjustedFor());
                    case NO_MEANINGFUL_DIFFERENCE ->
                        "%s: no meaningful difference in the %s, %s.".formatted(who(), what(), range(interval));
                    case INCONCLUSIVE ->
                        "%s: inconclusive for the %s, %s. %s"
                                .formatted(who(), what(), amount(value, interval), power(headline, sizes));
                    case NOT_SHOWN -> throw new IllegalStateException("Cannot word a verdict without numbers");
                });
        if (verdict == Verdict.BEYOND || verdict == Verdict.MAY_BE_SMALL) {
            text.append(' ').append(SELECTION).append(hidden(headline.eValue()));
        }
        if (contrast.isPrimary()) {
            text.append(' ').append(claim(verdict, value));
        }
        return text.toString();
    }

    private String who() {
        return contrast.exposure().equals("dialogue")
                ? "Providers of high against low dialogue"
                : "Providers of high against low integration";
    }

    private String what() {
        return contrast.outcome().title() + (contrast.platform().equals("all") ? "" : " on " + contrast.platform());
    }

    private String amount(double value, Interval interval) {
        String size = isRatio
                ? number(value) + " times as high"
                : (value < 0 ? "lower by " : "higher by ") + number(Math.abs(value)) + " " + unit();
        return size + " (" + range(interval) + ")";
    }

    private String range(Interval interval) {
        return "95 %% interval %s to %s%s"
                .formatted(number(interval.low()), number(interval.high()), isRatio ? " times" : " " + unit());
    }

    private String power(Estimate headline, CohortSizes sizes) {
        Double detectable = headline.detectable();
        return "%d against %d providers could only reveal %s."
                .formatted(
                        sizes.high(),
                        sizes.low(),
                        isRatio
                                ? "ratios above about " + number(Objects.requireNonNull(detectable))
                                : "gaps above about " + number(Objects.requireNonNull(detectable)) + " " + unit());
    }

    private static String hidden(@Nullable EValue eValue) {
        return eValue == null
                ? ""
                : (" A hidden factor would need to be associated with both by a risk ratio of at least %s to explain this"
                                + " away, and of %s to move the interval to no difference.")
                        .formatted(number(eValue.estimate()), number(eValue.limit()));
    }

    /** In these data only: other providers, platforms or years may differ. */
    private String claim(Verdict verdict, double value) {
        boolean isHigher = Verdict.scale(contrast.outcome().kind()).to(value) > 0;
        String outcome = switch (verdict) {
            case BEYOND, MAY_BE_SMALL -> isHigher ? "supported" : "not supported";
            case NO_MEANINGFUL_DIFFERENCE -> "not supported";
            case INCONCLUSIVE -> "inconclusive";
            case NOT_SHOWN -> throw new IllegalStateException("Cannot judge a claim without numbers");
        };
        return contrast.claim() + ": " + outcome + " in these data.";
    }

    private String adjustedFor() {
        return contrast.outcome().isPerFollower()
                ? "size, ownership, teaching, rurality, region and followers"
                : "size, ownership, teaching, rurality and region";
    }

    private String unit() {
        return contrast.outcome().unitName();
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.equals("-0.00") ? "0.00" : text;
    }
}
