package org.carebench.contract.lake;

import java.io.Serializable;
import java.util.List;

/**
 * What providers of high and of low integration are compared by, and what is asked of a comparison before it is shown.
 *
 * @param exposures what cohorts are formed by: integration, dialogue
 * @param peerDimensions within which groups comparisons are repeated, as named in the mart
 * @param audienceMetric metric of provider_metric that counts followers
 * @param claims what is put to the test, each with its one pre-registered test
 * @param bootstrapReplicates resamples of whole systems for the interval of a primary test
 * @param version version of the definition, written beside every result
 */
public record ComparisonRule(
        List<String> exposures,
        List<String> peerDimensions,
        String audienceMetric,
        List<Claim> claims,
        List<Outcome> outcomes,
        Minimums minimums,
        Multiverse multiverse,
        int bootstrapReplicates,
        String version)
        implements Serializable {

    public ComparisonRule {
        exposures = List.copyOf(exposures);
        peerDimensions = List.copyOf(peerDimensions);
        claims = List.copyOf(claims);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * A claim and the contrasts that speak to it: every outcome of the domain under one of the exposures.
     *
     * @param primary the one test that was chosen before any number was seen
     */
    public record Claim(String id, String domain, List<String> exposures, Primary primary) implements Serializable {

        public Claim {
            exposures = List.copyOf(exposures);
        }
    }

    /** A test chosen beforehand; over all providers. */
    public record Primary(String exposure, String outcome, String platform) implements Serializable {}

    /**
     * What is compared.
     *
     * @param id metric of provider_metric or measure of outcome; recommended_category for the category
     * @param domain family within which tests are corrected for their number: engagement, recommendation, reputation
     * @param platforms platforms of the metric; all for what has none
     * @param minimumCases surveys that a value needs at least; 0 for metrics, which have their own minimum
     * @param minimumDifference smallest difference that matters: in the unit, or a ratio above 1; a choice of design
     * @param isPerFollower whether followers are a covariate
     * @param title what a finding calls the outcome
     * @param unitName what a finding calls the unit
     */
    public record Outcome(
            String id,
            Source source,
            String domain,
            Kind kind,
            List<String> platforms,
            long minimumCases,
            double minimumDifference,
            boolean isPerFollower,
            String title,
            String unitName)
            implements Serializable {

        public Outcome {
            platforms = List.copyOf(platforms);
        }
    }

    /** Where the values of an outcome stand. */
    public enum Source {
        /** provider_metric: values by period of thirteen weeks. */
        METRIC,
        /** outcome: values of a survey with its own period. */
        MEASURE,
        /** recommendation: whether the provider is in the recommended category. */
        CATEGORY
    }

    /** How two cohorts differ in an outcome. */
    public enum Kind {
        /** By a difference, in the unit. */
        DIFFERENCE,
        /** By the ratio of geometric means, without unit: for skewed values that are not negative. */
        RATIO,
        /** By a difference of shares, in percentage points. */
        BINARY
    }

    /**
     * What a comparison needs. Below it no number is shown.
     *
     * @param systemsForCr1 systems of both cohorts from which on the usual clustered standard error holds
     * @param systemsForCr2 systems of both cohorts below which there is no regression
     * @param largestSystemShare share of a cohort that one system may supply at most
     */
    public record Minimums(
            int providersPerCohort,
            int systemsPerCohort,
            int rowsPerCoefficient,
            int systemsForCr1,
            int systemsForCr2,
            double largestSystemShare)
            implements Serializable {}

    /**
     * Other reasonable choices under which primary tests are repeated.
     *
     * @param weightDraws random weightings of the pillars
     * @param weightConcentration parameter of the Dirichlet distribution that they come from; higher is more equal
     */
    public record Multiverse(
            List<CutOff> cutOffs,
            List<Weighting> weightings,
            int weightDraws,
            int weightConcentration,
            List<String> strata,
            List<String> estimators,
            List<String> exclusions)
            implements Serializable {

        public Multiverse {
            cutOffs = List.copyOf(cutOffs);
            weightings = List.copyOf(weightings);
            strata = List.copyOf(strata);
            estimators = List.copyOf(estimators);
            exclusions = List.copyOf(exclusions);
        }
    }

    /** Share of providers at either end that forms a cohort. */
    public record CutOff(String id, double share) implements Serializable {}

    /** Weights of the pillars. */
    public record Weighting(String id, double presence, double cadence, double dialogue, double breadth)
            implements Serializable {}
}
