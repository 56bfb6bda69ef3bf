drop view if exists mart.cohort_comparison;

create view mart.cohort_comparison as
select
    comparison.release_id,
    comparison.claim,
    comparison.exposure,
    comparison.outcome,
    comparison.platform,
    comparison.peer_dimension,
    comparison.peer_group,
    comparison.exposure_end,
    comparison.outcome_start,
    comparison.outcome_end,
    comparison.estimator,
    comparison.layer,
    comparison.is_primary,
    comparison.is_headline,
    comparison.state,
    comparison.reason,
    comparison.estimate,
    comparison.unit,
    comparison.ci_low,
    comparison.ci_high,
    comparison.standard_error,
    comparison.p_value,
    comparison.q_value,
    comparison.high,
    comparison.low,
    comparison.n_high,
    comparison.n_low,
    comparison.systems_high,
    comparison.systems_low,
    comparison.n_excluded,
    comparison.adjusted_for,
    comparison.detectable_difference,
    comparison.e_value,
    comparison.e_value_limit,
    comparison.verdict,
    comparison.finding,
    comparison.definition_version
from ops.published_release as published
join warehouse.result_cohort_comparison as comparison using (release_id);

comment on view mart.cohort_comparison is
    'Question 2: how providers of high and low integration differ: one row per claim, exposure, outcome, '
    'platform, peer group, exposure period and estimator. Of the published release.';
comment on column mart.cohort_comparison.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.cohort_comparison.claim is 'C1: high integration and engagement; C2: two-way communication and recommendation; OTHER otherwise.';
comment on column mart.cohort_comparison.exposure is 'integration or dialogue.';
comment on column mart.cohort_comparison.outcome is 'Metric or measure that is compared.';
comment on column mart.cohort_comparison.platform is 'Platform of the metric; all where it has none.';
comment on column mart.cohort_comparison.peer_dimension is 'national, or the dimension within which is compared.';
comment on column mart.cohort_comparison.peer_group is 'The group.';
comment on column mart.cohort_comparison.exposure_end is 'Last day of the period by which cohorts were formed.';
comment on column mart.cohort_comparison.outcome_start is 'First day of the outcome period.';
comment on column mart.cohort_comparison.outcome_end is 'Last day of the outcome period.';
comment on column mart.cohort_comparison.estimator is 'Estimator, for example adjusted_ols_cr1.';
comment on column mart.cohort_comparison.layer is 'DESCRIPTION, UNADJUSTED, STRATIFIED, ADJUSTED, WEIGHTED or MOVERS.';
comment on column mart.cohort_comparison.is_primary is 'Whether it is the pre-registered test of its claim.';
comment on column mart.cohort_comparison.is_headline is 'Whether it is the estimate that pages show first.';
comment on column mart.cohort_comparison.state is 'SHOWN, NOT_ENOUGH_DATA, SUPPRESSED or NOT_COMPUTABLE.';
comment on column mart.cohort_comparison.reason is 'Why nothing is shown.';
comment on column mart.cohort_comparison.estimate is 'High minus low, in the unit.';
comment on column mart.cohort_comparison.unit is 'Unit of the estimate.';
comment on column mart.cohort_comparison.ci_low is 'Lower limit of the 95 % interval.';
comment on column mart.cohort_comparison.ci_high is 'Upper limit of the 95 % interval.';
comment on column mart.cohort_comparison.standard_error is 'Standard error, clustered where the estimator is.';
comment on column mart.cohort_comparison.p_value is 'Two-sided p; NULL for descriptions.';
comment on column mart.cohort_comparison.q_value is 'Benjamini-Hochberg q within period and outcome domain; NULL for primary tests.';
comment on column mart.cohort_comparison.high is 'Typical value of the high cohort, where the estimator has one.';
comment on column mart.cohort_comparison.low is 'Typical value of the low cohort, where the estimator has one.';
comment on column mart.cohort_comparison.n_high is 'Providers of the high cohort with the outcome.';
comment on column mart.cohort_comparison.n_low is 'Providers of the low cohort with the outcome.';
comment on column mart.cohort_comparison.systems_high is 'Systems of the high cohort.';
comment on column mart.cohort_comparison.systems_low is 'Systems of the low cohort.';
comment on column mart.cohort_comparison.n_excluded is 'Members of both cohorts left out: outcome or a covariate is not known.';
comment on column mart.cohort_comparison.adjusted_for is 'Covariates of the estimator.';
comment on column mart.cohort_comparison.detectable_difference is 'Difference that would be found with a power of 80 %.';
comment on column mart.cohort_comparison.e_value is 'E-value of the estimate.';
comment on column mart.cohort_comparison.e_value_limit is 'E-value of the limit nearest to no difference.';
comment on column mart.cohort_comparison.verdict is 'BEYOND, MAY_BE_SMALL, NO_MEANINGFUL_DIFFERENCE, INCONCLUSIVE or NOT_SHOWN; NULL but for headlines.';
comment on column mart.cohort_comparison.finding is 'The verdict in words; NULL but for headlines.';
comment on column mart.cohort_comparison.definition_version is 'Version of the definition.';
