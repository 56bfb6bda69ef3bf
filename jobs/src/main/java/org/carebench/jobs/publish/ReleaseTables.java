package org.carebench.jobs.publish;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carebench.contract.curated.Account;
import org.carebench.contract.curated.AccountDay;
import org.carebench.contract.curated.AnswerableItem;
import org.carebench.contract.curated.ConformedDiscussion;
import org.carebench.contract.curated.ConformedInsight;
import org.carebench.contract.curated.ConformedInteraction;
import org.carebench.contract.curated.ConformedOrganization;
import org.carebench.contract.curated.ConformedOutcome;
import org.carebench.contract.curated.PatientReview;
import org.carebench.contract.curated.Post;
import org.carebench.contract.curated.PostMetric;
import org.carebench.contract.curated.PostMetricAtAge;
import org.carebench.contract.curated.PostTag;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.mart.Adoption;
import org.carebench.contract.mart.AdoptionSummary;
import org.carebench.contract.mart.CohortBalance;
import org.carebench.contract.mart.CohortComparison;
import org.carebench.contract.mart.CohortMembership;
import org.carebench.contract.mart.ComparisonVariant;
import org.carebench.contract.mart.DoseResponse;
import org.carebench.contract.mart.IndexComponent;
import org.carebench.contract.mart.IndexValidity;
import org.carebench.contract.mart.IntegrationIndex;
import org.carebench.contract.mart.MetricDistribution;
import org.carebench.contract.mart.PeerDistribution;
import org.carebench.contract.mart.PeerPosition;
import org.carebench.contract.mart.ProviderMetric;
import org.carebench.contract.mart.Recommendation;
import org.carebench.contract.schema.DatasetSchema;

/** The tables of a release: all of them go into the warehouse. */
public final class ReleaseTables {

    private static final Map<String, DatasetSchema> SCHEMAS = Stream.<Class<? extends Record>>of(
                    ConformedOrganization.class,
                    Account.class,
                    AccountDay.class,
                    Post.class,
                    PostMetric.class,
                    PostMetricAtAge.class,
                    PostTag.class,
                    AnswerableItem.class,
                    ConformedInteraction.class,
                    ConformedDiscussion.class,
                    ConformedInsight.class,
                    PatientReview.class,
                    ConformedOutcome.class,
                    AccountCoverage.class,
                    Problem.class,
                    Adoption.class,
                    AdoptionSummary.class,
                    PeerDistribution.class,
                    Recommendation.class,
                    ProviderMetric.class,
                    IndexComponent.class,
                    IntegrationIndex.class,
                    CohortMembership.class,
                    CohortComparison.class,
                    CohortBalance.class,
                    ComparisonVariant.class,
                    DoseResponse.class,
                    IndexValidity.class,
                    PeerPosition.class,
                    MetricDistribution.class)
            .map(DatasetSchema::of)
            .collect(Collectors.toUnmodifiableMap(DatasetSchema::name, schema -> schema));

    private ReleaseTables() {}

    static DatasetSchema schema(String table) {
        DatasetSchema schema = SCHEMAS.get(table);
        if (schema == null) {
            throw new IllegalArgumentException("Cannot publish table " + table + ": the contract does not know it");
        }
        return schema;
    }

    public static List<String> names() {
        return SCHEMAS.keySet().stream().sorted().toList();
    }
}
