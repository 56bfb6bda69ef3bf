-- The answers of each release to questions 2 and 3, as the benchmark computed them.

create table warehouse.result_cohort_comparison (
    release_id text not null,
    claim text not null,
    exposure text not null,
    outcome text not null,
    platform text not null,
    peer_dimension text not null,
    peer_group text not null,
    exposure_end date not null,
    outcome_start date,
    outcome_end date,
    estimator text not null,
    layer text not null,
    is_primary boolean not null,
    is_headline boolean not null,
    state text not null,
    reason text,
    estimate double precision,
    unit text not null,
    ci_low double precision,
    ci_high double precision,
    standard_error double precision,
    p_value double precision,
    q_value double precision,
    high double precision,
    low double precision,
    n_high bigint,
    n_low bigint,
    systems_high bigint,
    systems_low bigint,
    n_excluded bigint,
    adjusted_for text,
    detectable_difference double precision,
    e_value double precision,
    e_value_limit double precision,
    verdict text,
    finding text,
    definition_version text not null,
    constraint result_cohort_comparison_pkey primary key (
        release_id, claim, exposure, outcome, platform, peer_dimension, peer_group, exposure_end, estimator
    ),
    constraint result_cohort_comparison_release_fkey foreign key (release_id) references ops.release (release_id)
);

comment on table warehouse.result_cohort_comparison is
    'One row per claim, exposure, outcome, platform, peer group, exposure period and estimator, per release.';
comment on column warehouse.result_cohort_comparison.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column warehouse.result_cohort_comparison.claim is 'C1: high integration and engagement; C2: two-way communication and recommendation; OTHER otherwise.';
comment on column warehouse.result_cohort_comparison.exposure is 'integration or dialogue.';
comment on column warehouse.result_cohort_comparison.outcome is 'Metric or measure that is compared.';
comment on column warehouse.result_cohort_comparison.platform is 'Platform of the metric; all where it has none.';
comment on column warehouse.result_cohort_comparison.peer_dimension is 'national, or the dimension within which is compared.';
comment on column warehouse.result_cohort_comparison.peer_group is 'The group.';
comment on column warehouse.result_cohort_comparison.exposure_end is 'Last day of the period by which cohorts were formed.';
comment on column warehouse.result_cohort_comparison.outcome_start is 'First day of the outcome period.';
comment on column warehouse.result_cohort_comparison.outcome_end is 'Last day of the outcome period.';
comment on column warehouse.result_cohort_comparison.estimator is 'Estimator, for example adjusted_ols_cr1.';
comment on column warehouse.result_cohort_comparison.layer is 'DESCRIPTION, UNADJUSTED, STRATIFIED, ADJUSTED, WEIGHTED or MOVERS.';
comment on column warehouse.result_cohort_comparison.is_primary is 'Whether it is the pre-registered test of its claim.';
comment on column warehouse.result_cohort_comparison.is_headline is 'Whether it is the estimate that pages show first.';
comment on column warehouse.result_cohort_comparison.state is 'SHOWN, NOT_ENOUGH_DATA, SUPPRESSED or NOT_COMPUTABLE.';
comment on column warehouse.result_cohort_comparison.reason is 'Why nothing is shown.';
comment on column warehouse.result_cohort_comparison.estimate is 'High minus low, in the unit.';
comment on column warehouse.result_cohort_comparison.unit is 'Unit of the estimate.';
comment on column warehouse.result_cohort_comparison.ci_low is 'Lower limit of the 95 % interval.';
comment on column warehouse.result_cohort_comparison.ci_high is 'Upper limit of the 95 % interval.';
comment on column warehouse.result_cohort_comparison.standard_error is 'Standard error, clustered where the estimator is.';
comment on column warehouse.result_cohort_comparison.p_value is 'Two-sided p; NULL for descriptions.';
comment on column warehouse.result_cohort_comparison.q_value is 'Benjamini-Hochberg q within period and outcome domain; NULL for primary tests.';
comment on column warehouse.result_cohort_comparison.high is 'Typical value of the high cohort, where the estimator has one.';
comment on column warehouse.result_cohort_comparison.low is 'Typical value of the low cohort, where the estimator has one.';
comment on column warehouse.result_cohort_comparison.n_high is 'Providers of the high cohort with the outcome.';
comment on column warehouse.result_cohort_comparison.n_low is 'Providers of the low cohort with the outcome.';
comment on column warehouse.result_cohort_comparison.systems_high is 'Systems of the high cohort.';
comment on column warehouse.result_cohort_comparison.systems_low is 'Systems of the low cohort.';
comment on column warehouse.result_cohort_comparison.n_excluded is 'Members of both cohorts left out: outcome or a covariate is not known.';
comment on column warehouse.result_cohort_comparison.adjusted_for is 'Covariates of the estimator.';
comment on column warehouse.result_cohort_comparison.detectable_difference is 'Difference that would be found with a power of 80 %.';
comment on column warehouse.result_cohort_comparison.e_value is 'E-value of the estimate.';
comment on column warehouse.result_cohort_comparison.e_value_limit is 'E-value of the limit nearest to no difference.';
comment on column warehouse.result_cohort_comparison.verdict is 'BEYOND, MAY_BE_SMALL, NO_MEANINGFUL_DIFFERENCE, INCONCLUSIVE or NOT_SHOWN; NULL but for headlines.';
comment on column warehouse.result_cohort_comparison.finding is 'The verdict in words; NULL but for headlines.';
comment on column warehouse.result_cohort_comparison.definition_version is 'Version of the definition.';

create table warehouse.result_cohort_balance (
    release_id text not null,
    exposure text not null,
    outcome text not null,
    platform text not null,
    exposure_end date not null,
    covariate text not null,
    mean_high double precision,
    mean_low double precision,
    smd_raw double precision,
    smd_weighted double precision,
    definition_version text not null,
    constraint result_cohort_balance_pkey primary key (release_id, exposure, outcome, platform, exposure_end, covariate),
    constraint result_cohort_balance_release_fkey foreign key (release_id) references ops.release (release_id)
);

comment on table warehouse.result_cohort_balance is
    'One row per exposure, outcome, platform, exposure period and covariate, per release.';
comment on column warehouse.result_cohort_balance.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column warehouse.result_cohort_balance.exposure is 'integration or dialogue.';
comment on column warehouse.result_cohort_balance.outcome is 'Metric or measure that is compared.';
comment on column warehouse.result_cohort_balance.platform is 'Platform of the metric; all where it has none.';
comment on column warehouse.result_cohort_balance.exposure_end is 'Last day of the period by which cohorts were formed.';
comment on column warehouse.result_cohort_balance.covariate is 'Covariate of the propensity.';
comment on column warehouse.result_cohort_balance.mean_high is 'Mean of the high cohort.';
comment on column warehouse.result_cohort_balance.mean_low is 'Mean of the low cohort.';
comment on column warehouse.result_cohort_balance.smd_raw is 'Standardised difference before weighting.';
comment on column warehouse.result_cohort_balance.smd_weighted is 'Standardised difference after overlap weighting.';
comment on column warehouse.result_cohort_balance.definition_version is 'Version of the definition.';

create table warehouse.result_comparison_variant (
    release_id text not null,
    claim text not null,
    exposure text not null,
    outcome text not null,
    platform text not null,
    exposure_end date not null,
    variant text not null,
    cut_off text not null,
    weighting text not null,
    strata text not null,
    estimator text not null,
    exclusion text not null,
    is_headline boolean not null,
    state text not null,
    estimate double precision,
    ci_low double precision,
    ci_high double precision,
    n_high bigint,
    n_low bigint,
    unit text not null,
    definition_version text not null,
    constraint result_comparison_variant_pkey primary key (release_id, claim, exposure, outcome, platform, exposure_end, variant),
    constraint result_comparison_variant_release_fkey foreign key (release_id) references ops.release (release_id)
);

comment on table warehouse.result_comparison_variant is
    'One row per claim and specification, per release.';
comment on column warehouse.result_comparison_variant.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column warehouse.result_comparison_variant.claim is 'C1: high integration and engagement; C2: two-way communication and recommendation; OTHER otherwise.';
comment on column warehouse.result_comparison_variant.exposure is 'integration or dialogue.';
comment on column warehouse.result_comparison_variant.outcome is 'Metric or measure that is compared.';
comment on column warehouse.result_comparison_variant.platform is 'Platform of the metric; all where it has none.';
comment on column warehouse.result_comparison_variant.exposure_end is 'Last day of the period by which cohorts were formed.';
comment on column warehouse.result_comparison_variant.variant is 'Specification, its choices joined by plus signs.';
comment on column warehouse.result_comparison_variant.cut_off is 'quartile, tertile or quintile.';
comment on column warehouse.result_comparison_variant.weighting is 'Weights of the pillars, or which pillar is left out.';
comment on column warehouse.result_comparison_variant.strata is 'How peers are formed.';
comment on column warehouse.result_comparison_variant.estimator is 'Estimator.';
comment on column warehouse.result_comparison_variant.exclusion is 'Who is left out.';
comment on column warehouse.result_comparison_variant.is_headline is 'Whether it is the headline specification.';
comment on column warehouse.result_comparison_variant.state is 'SHOWN or NOT_ENOUGH_DATA.';
comment on column warehouse.result_comparison_variant.estimate is 'High minus low, in the unit.';
comment on column warehouse.result_comparison_variant.ci_low is 'Lower limit of the 95 % interval.';
comment on column warehouse.result_comparison_variant.ci_high is 'Upper limit of the 95 % interval.';
comment on column warehouse.result_comparison_variant.n_high is 'Providers of the high cohort.';
comment on column warehouse.result_comparison_variant.n_low is 'Providers of the low cohort.';
comment on column warehouse.result_comparison_variant.unit is 'Unit of the estimate.';
comment on column warehouse.result_comparison_variant.definition_version is 'Version of the definition.';

create table warehouse.result_dose_response (
    release_id text not null,
    claim text not null,
    exposure text not null,
    outcome text not null,
    platform text not null,
    exposure_end date not null,
    step integer not null,
    state text not null,
    percentile double precision,
    n bigint,
    adjusted double precision,
    ci_low double precision,
    ci_high double precision,
    unit text not null,
    definition_version text not null,
    constraint result_dose_response_pkey primary key (release_id, claim, exposure, outcome, platform, exposure_end, step),
    constraint result_dose_response_release_fkey foreign key (release_id) references ops.release (release_id)
);

comment on table warehouse.result_dose_response is
    'One row per claim, exposure, outcome, platform, exposure period and step, per release.';
comment on column warehouse.result_dose_response.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column warehouse.result_dose_response.claim is 'C1: high integration and engagement; C2: two-way communication and recommendation; OTHER otherwise.';
comment on column warehouse.result_dose_response.exposure is 'integration or dialogue.';
comment on column warehouse.result_dose_response.outcome is 'Metric or measure that is compared.';
comment on column warehouse.result_dose_response.platform is 'Platform of the metric; all where it has none.';
comment on column warehouse.result_dose_response.exposure_end is 'Last day of the period by which cohorts were formed.';
comment on column warehouse.result_dose_response.step is 'Tenth of the index, 1 to 10; 0 for the slope over all of it.';
comment on column warehouse.result_dose_response.state is 'SHOWN, NOT_ENOUGH_DATA or SUPPRESSED.';
comment on column warehouse.result_dose_response.percentile is 'Middle of the step, 0 to 1.';
comment on column warehouse.result_dose_response.n is 'Providers of the step.';
comment on column warehouse.result_dose_response.adjusted is 'Adjusted mean of the outcome; for step 0 the slope per standard deviation.';
comment on column warehouse.result_dose_response.ci_low is 'Lower limit of the 95 % interval.';
comment on column warehouse.result_dose_response.ci_high is 'Upper limit of the 95 % interval.';
comment on column warehouse.result_dose_response.unit is 'Unit of the values.';
comment on column warehouse.result_dose_response.definition_version is 'Version of the definition.';

create table warehouse.result_index_validity (
    release_id text not null,
    period_start date not null,
    check_id text not null,
    subject text not null,
    value double precision,
    gate_low double precision,
    gate_high double precision,
    result text not null,
    definition_version text not null,
    constraint result_index_validity_pkey primary key (release_id, period_start, check_id, subject),
    constraint result_index_validity_release_fkey foreign key (release_id) references ops.release (release_id)
);

comment on table warehouse.result_index_validity is
    'One row per period, check and subject, per release.';
comment on column warehouse.result_index_validity.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column warehouse.result_index_validity.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column warehouse.result_index_validity.check_id is 'Check.';
comment on column warehouse.result_index_validity.subject is 'What was looked at, for example the pillar that was left out.';
comment on column warehouse.result_index_validity.value is 'Result; NULL where it could not be computed.';
comment on column warehouse.result_index_validity.gate_low is 'Least value that passes.';
comment on column warehouse.result_index_validity.gate_high is 'Largest value that passes.';
comment on column warehouse.result_index_validity.result is 'PASSED, WARNED, FAILED, INFORMATION or NOT_ENOUGH_DATA.';
comment on column warehouse.result_index_validity.definition_version is 'Version of the definition.';

create table warehouse.result_peer_position (
    release_id text not null,
    organization_id text not null,
    measure_id text not null,
    platform text not null,
    period_start date,
    period_end date,
    peer_dimension text not null,
    peer_group text not null,
    value double precision,
    n bigint,
    ci_low double precision,
    ci_high double precision,
    peers bigint,
    peer_median double precision,
    percentile double precision,
    shrunk_value double precision,
    shrunk_low double precision,
    shrunk_high double precision,
    reliability double precision,
    funnel text,
    position text not null,
    unit text not null,
    definition_version text not null,
    constraint result_peer_position_grain unique nulls not distinct (
        release_id, organization_id, measure_id, platform, period_start, peer_dimension, peer_group
    ),
    constraint result_peer_position_release_fkey foreign key (release_id) references ops.release (release_id)
);

comment on table warehouse.result_peer_position is
    'One row per provider, measure, platform, period and peer group, per release.';
comment on column warehouse.result_peer_position.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column warehouse.result_peer_position.organization_id is 'Provider.';
comment on column warehouse.result_peer_position.measure_id is 'Metric or measure.';
comment on column warehouse.result_peer_position.platform is 'Platform; all where it has none.';
comment on column warehouse.result_peer_position.period_start is 'First day of the period; NULL where the source does not say.';
comment on column warehouse.result_peer_position.period_end is 'Last day of the period.';
comment on column warehouse.result_peer_position.peer_dimension is 'What providers are grouped by.';
comment on column warehouse.result_peer_position.peer_group is 'The group.';
comment on column warehouse.result_peer_position.value is
    'Value of the provider; NULL where too few people are behind it to be shown.';
comment on column warehouse.result_peer_position.n is 'Surveys, posts or items behind the value.';
comment on column warehouse.result_peer_position.ci_low is
    'Lower limit of the 95 % interval of the value; NULL where it is no share of counted cases.';
comment on column warehouse.result_peer_position.ci_high is 'Upper limit of the 95 % interval of the value.';
comment on column warehouse.result_peer_position.peers is 'Providers of the group with a value; NULL where suppressed.';
comment on column warehouse.result_peer_position.peer_median is 'Median of the group; NULL below 11 peers.';
comment on column warehouse.result_peer_position.percentile is 'Mid-percentile in the group, 0 to 1.';
comment on column warehouse.result_peer_position.shrunk_value is 'Value pulled towards the group as far as its n is small: for ranking only.';
comment on column warehouse.result_peer_position.shrunk_low is 'Lower limit of its 95 % interval.';
comment on column warehouse.result_peer_position.shrunk_high is 'Upper limit of its 95 % interval.';
comment on column warehouse.result_peer_position.reliability is 'Share of the variation that is between providers, 0 to 1.';
comment on column warehouse.result_peer_position.funnel is
    'WITHIN, OUTSIDE_95 or OUTSIDE_998 of what chance gives around the share of all cases of the group.';
comment on column warehouse.result_peer_position.position is
    'ABOVE or BELOW: the interval lies beyond a quartile of the group. NOT_DISTINGUISHABLE: it holds the median. '
    'TYPICAL: neither. NOT_ENOUGH_DATA: no interval, or below 20 peers. Or SUPPRESSED.';
comment on column warehouse.result_peer_position.unit is 'Unit of the value.';
comment on column warehouse.result_peer_position.definition_version is 'Version of the definition.';
