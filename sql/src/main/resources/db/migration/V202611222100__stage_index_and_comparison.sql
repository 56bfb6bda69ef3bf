-- Staging of what the index, its cohorts and their comparison are published from.

create unlogged table staging.stg_post_metric_at_age (
    release_id text not null,
    post_id text,
    metric text,
    age_days integer,
    platform text,
    observed_at timestamptz,
    value bigint,
    value_state text,
    capture text,
    definition text
);

comment on table staging.stg_post_metric_at_age is
    'One row per post, metric and age, per release that is being published.';
comment on column staging.stg_post_metric_at_age.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_post_metric_at_age.post_id is 'Post, unique across platforms.';
comment on column staging.stg_post_metric_at_age.metric is 'Metric, as in post_metric.';
comment on column staging.stg_post_metric_at_age.age_days is 'Age in days since publication: 7 or 28.';
comment on column staging.stg_post_metric_at_age.platform is 'Platform of the post.';
comment on column staging.stg_post_metric_at_age.observed_at is 'When the counter was observed; NULL where no observation is near the age.';
comment on column staging.stg_post_metric_at_age.value is 'The count; NULL where the state says why.';
comment on column staging.stg_post_metric_at_age.value_state is 'Why the value is there or is not.';
comment on column staging.stg_post_metric_at_age.capture is 'Whether the age was met: ON_TIME within half a day, LATE where the first observation came later, IMMATURE where the post is younger, MISSED where it was observed before and after only.';
comment on column staging.stg_post_metric_at_age.definition is 'Id and version of what is counted.';

create unlogged table staging.stg_post_tag (
    release_id text not null,
    post_id text,
    scheme text,
    tag text,
    taxonomy_version text
);

comment on table staging.stg_post_tag is
    'One row per post, scheme and tag, per release that is being published.';
comment on column staging.stg_post_tag.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_post_tag.post_id is 'Post, unique across platforms.';
comment on column staging.stg_post_tag.scheme is 'What is told: topic or audience.';
comment on column staging.stg_post_tag.tag is 'Topic or audience of the taxonomy; other where nothing matches.';
comment on column staging.stg_post_tag.taxonomy_version is 'Version of the taxonomy.';

create unlogged table staging.stg_answerable_item (
    release_id text not null,
    item_id text,
    account_id text,
    platform text,
    kind text,
    audience text,
    received_at timestamptz,
    first_reply_at timestamptz,
    taxonomy_version text
);

comment on table staging.stg_answerable_item is
    'One row per item and account, per release that is being published.';
comment on column staging.stg_answerable_item.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_answerable_item.item_id is 'Interaction or review, unique across platforms.';
comment on column staging.stg_answerable_item.account_id is 'Account of the provider that it concerns.';
comment on column staging.stg_answerable_item.platform is 'Platform.';
comment on column staging.stg_answerable_item.kind is 'What it is: COMMENT, REPLY, MENTION, QUOTE or REVIEW.';
comment on column staging.stg_answerable_item.audience is 'Who probably wrote it: patients, physicians or community.';
comment on column staging.stg_answerable_item.received_at is 'When it was written.';
comment on column staging.stg_answerable_item.first_reply_at is 'When the provider first answered; NULL where it did not.';
comment on column staging.stg_answerable_item.taxonomy_version is 'Version of the taxonomy that says what expects an answer.';

create unlogged table staging.stg_provider_metric (
    release_id text not null,
    organization_id text,
    platform text,
    metric_id text,
    period_start date,
    period_end date,
    numerator double precision,
    denominator double precision,
    value double precision,
    state text,
    items bigint,
    excluded bigint,
    unit text,
    definition_version text
);

comment on table staging.stg_provider_metric is
    'One row per provider, platform, metric and period, per release that is being published.';
comment on column staging.stg_provider_metric.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_provider_metric.organization_id is 'Provider.';
comment on column staging.stg_provider_metric.platform is 'Platform; all where a metric spans platforms.';
comment on column staging.stg_provider_metric.metric_id is 'Metric of config/metrics.';
comment on column staging.stg_provider_metric.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column staging.stg_provider_metric.period_end is 'Last day of the period, a Sunday.';
comment on column staging.stg_provider_metric.numerator is 'Numerator of the metric; NULL where it is not a ratio of sums.';
comment on column staging.stg_provider_metric.denominator is 'Denominator of the metric; NULL where it is not a ratio of sums.';
comment on column staging.stg_provider_metric.value is 'Value in the unit; NULL where the state says why.';
comment on column staging.stg_provider_metric.state is 'Why the value is there or is not.';
comment on column staging.stg_provider_metric.items is 'Posts, items or weeks behind the value; NULL where none could be counted.';
comment on column staging.stg_provider_metric.excluded is 'Posts or items left out: immature, late or without the counter.';
comment on column staging.stg_provider_metric.unit is 'Unit of the value.';
comment on column staging.stg_provider_metric.definition_version is 'Version of the definition.';

create unlogged table staging.stg_index_component (
    release_id text not null,
    organization_id text,
    period_start date,
    component text,
    pillar text,
    period_end date,
    value double precision,
    state text,
    peer_stratum text,
    peers bigint,
    mid_percentile double precision,
    baseline_percentile double precision,
    is_without_variance boolean,
    definition_version text
);

comment on table staging.stg_index_component is
    'One row per provider, period and component, per release that is being published.';
comment on column staging.stg_index_component.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_index_component.organization_id is 'Provider.';
comment on column staging.stg_index_component.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column staging.stg_index_component.component is 'Component of the index.';
comment on column staging.stg_index_component.pillar is 'Pillar that it belongs to: presence, cadence, dialogue or breadth.';
comment on column staging.stg_index_component.period_end is 'Last day of the period, a Sunday.';
comment on column staging.stg_index_component.value is 'Value of the component; higher is more integrated.';
comment on column staging.stg_index_component.state is 'Why the value is there or is not.';
comment on column staging.stg_index_component.peer_stratum is 'Peer stratum: bed class, rurality and teaching, small ones merged.';
comment on column staging.stg_index_component.peers is 'Providers of the stratum with a value.';
comment on column staging.stg_index_component.mid_percentile is 'Mid-percentile among the peers of the period, 0 to 1.';
comment on column staging.stg_index_component.baseline_percentile is 'Mid-percentile against the peers of the baseline year, 0 to 1; NULL before there is a baseline.';
comment on column staging.stg_index_component.is_without_variance is 'Whether all peers have the same value, so that the percentile says nothing.';
comment on column staging.stg_index_component.definition_version is 'Version of the definition.';

create unlogged table staging.stg_integration_index (
    release_id text not null,
    organization_id text,
    period_start date,
    period_end date,
    state text,
    peer_stratum text,
    presence double precision,
    cadence double precision,
    dialogue double precision,
    breadth double precision,
    pillars integer,
    index_relative double precision,
    index_absolute double precision,
    rolling_index double precision,
    rolling_percentile double precision,
    rolling_dialogue double precision,
    dialogue_percentile double precision,
    is_inherited boolean,
    definition_version text
);

comment on table staging.stg_integration_index is
    'One row per provider and period, per release that is being published.';
comment on column staging.stg_integration_index.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_integration_index.organization_id is 'Provider.';
comment on column staging.stg_integration_index.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column staging.stg_integration_index.period_end is 'Last day of the period, a Sunday.';
comment on column staging.stg_integration_index.state is 'COMPUTED, NO_PRESENCE, INSUFFICIENT or UNKNOWN.';
comment on column staging.stg_integration_index.peer_stratum is 'Peer stratum: bed class, rurality and teaching, small ones merged.';
comment on column staging.stg_integration_index.presence is 'Pillar presence, 0 to 1.';
comment on column staging.stg_integration_index.cadence is 'Pillar cadence, 0 to 1.';
comment on column staging.stg_integration_index.dialogue is 'Pillar dialogue, 0 to 1.';
comment on column staging.stg_integration_index.breadth is 'Pillar breadth, 0 to 1.';
comment on column staging.stg_integration_index.pillars is 'Pillars that could be computed.';
comment on column staging.stg_integration_index.index_relative is 'Index among the peers of the period, 0 to 100; never a measure of progress.';
comment on column staging.stg_integration_index.index_absolute is 'Index against the peers of the baseline year, 0 to 100.';
comment on column staging.stg_integration_index.rolling_index is 'Mean of the last four periods of index_relative, at least three.';
comment on column staging.stg_integration_index.rolling_percentile is 'Rank of rolling_index in the stratum, 0 to 1.';
comment on column staging.stg_integration_index.rolling_dialogue is 'Mean of the last four periods of dialogue, at least three.';
comment on column staging.stg_integration_index.dialogue_percentile is 'Rank of rolling_dialogue in the stratum, 0 to 1.';
comment on column staging.stg_integration_index.is_inherited is 'Whether all accounts are those of its system.';
comment on column staging.stg_integration_index.definition_version is 'Version of the definition.';

create unlogged table staging.stg_cohort_membership (
    release_id text not null,
    organization_id text,
    exposure text,
    period_start date,
    period_end date,
    cohort text,
    percentile double precision,
    member_since date,
    definition_version text
);

comment on table staging.stg_cohort_membership is
    'One row per provider, exposure and period, per release that is being published.';
comment on column staging.stg_cohort_membership.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_cohort_membership.organization_id is 'Provider.';
comment on column staging.stg_cohort_membership.exposure is 'What cohorts are formed by: integration or dialogue.';
comment on column staging.stg_cohort_membership.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column staging.stg_cohort_membership.period_end is 'Last day of the period, a Sunday.';
comment on column staging.stg_cohort_membership.cohort is 'HIGH, MIDDLE, LOW, NO_PRESENCE, INSUFFICIENT or UNKNOWN.';
comment on column staging.stg_cohort_membership.percentile is 'Rank in the stratum that decided, 0 to 1.';
comment on column staging.stg_cohort_membership.member_since is 'First day of the period from which on the provider is in the cohort without a break.';
comment on column staging.stg_cohort_membership.definition_version is 'Version of the definition.';

create unlogged table staging.stg_cohort_comparison (
    release_id text not null,
    claim text,
    exposure text,
    outcome text,
    platform text,
    peer_dimension text,
    peer_group text,
    exposure_end date,
    outcome_start date,
    outcome_end date,
    estimator text,
    layer text,
    is_primary boolean,
    is_headline boolean,
    state text,
    reason text,
    estimate double precision,
    unit text,
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
    definition_version text
);

comment on table staging.stg_cohort_comparison is
    'One row per claim, exposure, outcome, platform, peer group, exposure period and estimator, per release '
    'that is being published.';
comment on column staging.stg_cohort_comparison.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_cohort_comparison.claim is 'C1: high integration and engagement; C2: two-way communication and recommendation; OTHER otherwise.';
comment on column staging.stg_cohort_comparison.exposure is 'integration or dialogue.';
comment on column staging.stg_cohort_comparison.outcome is 'Metric or measure that is compared.';
comment on column staging.stg_cohort_comparison.platform is 'Platform of the metric; all where it has none.';
comment on column staging.stg_cohort_comparison.peer_dimension is 'national, or the dimension within which is compared.';
comment on column staging.stg_cohort_comparison.peer_group is 'The group.';
comment on column staging.stg_cohort_comparison.exposure_end is 'Last day of the period by which cohorts were formed.';
comment on column staging.stg_cohort_comparison.outcome_start is 'First day of the outcome period.';
comment on column staging.stg_cohort_comparison.outcome_end is 'Last day of the outcome period.';
comment on column staging.stg_cohort_comparison.estimator is 'Estimator, for example adjusted_ols_cr1.';
comment on column staging.stg_cohort_comparison.layer is 'DESCRIPTION, UNADJUSTED, STRATIFIED, ADJUSTED, WEIGHTED or MOVERS.';
comment on column staging.stg_cohort_comparison.is_primary is 'Whether it is the pre-registered test of its claim.';
comment on column staging.stg_cohort_comparison.is_headline is 'Whether it is the estimate that pages show first.';
comment on column staging.stg_cohort_comparison.state is 'SHOWN, NOT_ENOUGH_DATA, SUPPRESSED or NOT_COMPUTABLE.';
comment on column staging.stg_cohort_comparison.reason is 'Why nothing is shown.';
comment on column staging.stg_cohort_comparison.estimate is 'High minus low, in the unit.';
comment on column staging.stg_cohort_comparison.unit is 'Unit of the estimate.';
comment on column staging.stg_cohort_comparison.ci_low is 'Lower limit of the 95 % interval.';
comment on column staging.stg_cohort_comparison.ci_high is 'Upper limit of the 95 % interval.';
comment on column staging.stg_cohort_comparison.standard_error is 'Standard error, clustered where the estimator is.';
comment on column staging.stg_cohort_comparison.p_value is 'Two-sided p; NULL for descriptions.';
comment on column staging.stg_cohort_comparison.q_value is 'Benjamini-Hochberg q within period and outcome domain; NULL for primary tests.';
comment on column staging.stg_cohort_comparison.high is 'Typical value of the high cohort, where the estimator has one.';
comment on column staging.stg_cohort_comparison.low is 'Typical value of the low cohort, where the estimator has one.';
comment on column staging.stg_cohort_comparison.n_high is 'Providers of the high cohort with the outcome.';
comment on column staging.stg_cohort_comparison.n_low is 'Providers of the low cohort with the outcome.';
comment on column staging.stg_cohort_comparison.systems_high is 'Systems of the high cohort.';
comment on column staging.stg_cohort_comparison.systems_low is 'Systems of the low cohort.';
comment on column staging.stg_cohort_comparison.n_excluded is 'Members of both cohorts left out: outcome or a covariate is not known.';
comment on column staging.stg_cohort_comparison.adjusted_for is 'Covariates of the estimator.';
comment on column staging.stg_cohort_comparison.detectable_difference is 'Difference that would be found with a power of 80 %.';
comment on column staging.stg_cohort_comparison.e_value is 'E-value of the estimate.';
comment on column staging.stg_cohort_comparison.e_value_limit is 'E-value of the limit nearest to no difference.';
comment on column staging.stg_cohort_comparison.verdict is 'BEYOND, MAY_BE_SMALL, NO_MEANINGFUL_DIFFERENCE, INCONCLUSIVE or NOT_SHOWN; NULL but for headlines.';
comment on column staging.stg_cohort_comparison.finding is 'The verdict in words; NULL but for headlines.';
comment on column staging.stg_cohort_comparison.definition_version is 'Version of the definition.';

create unlogged table staging.stg_cohort_balance (
    release_id text not null,
    exposure text,
    outcome text,
    platform text,
    exposure_end date,
    covariate text,
    mean_high double precision,
    mean_low double precision,
    smd_raw double precision,
    smd_weighted double precision,
    definition_version text
);

comment on table staging.stg_cohort_balance is
    'One row per exposure, outcome, platform, exposure period and covariate, per release that is being '
    'published.';
comment on column staging.stg_cohort_balance.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_cohort_balance.exposure is 'integration or dialogue.';
comment on column staging.stg_cohort_balance.outcome is 'Metric or measure that is compared.';
comment on column staging.stg_cohort_balance.platform is 'Platform of the metric; all where it has none.';
comment on column staging.stg_cohort_balance.exposure_end is 'Last day of the period by which cohorts were formed.';
comment on column staging.stg_cohort_balance.covariate is 'Covariate of the propensity.';
comment on column staging.stg_cohort_balance.mean_high is 'Mean of the high cohort.';
comment on column staging.stg_cohort_balance.mean_low is 'Mean of the low cohort.';
comment on column staging.stg_cohort_balance.smd_raw is 'Standardised difference before weighting.';
comment on column staging.stg_cohort_balance.smd_weighted is 'Standardised difference after overlap weighting.';
comment on column staging.stg_cohort_balance.definition_version is 'Version of the definition.';

create unlogged table staging.stg_comparison_variant (
    release_id text not null,
    claim text,
    exposure text,
    outcome text,
    platform text,
    exposure_end date,
    variant text,
    cut_off text,
    weighting text,
    strata text,
    estimator text,
    exclusion text,
    is_headline boolean,
    state text,
    estimate double precision,
    ci_low double precision,
    ci_high double precision,
    n_high bigint,
    n_low bigint,
    unit text,
    definition_version text
);

comment on table staging.stg_comparison_variant is
    'One row per claim and specification, per release that is being published.';
comment on column staging.stg_comparison_variant.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_comparison_variant.claim is 'C1: high integration and engagement; C2: two-way communication and recommendation; OTHER otherwise.';
comment on column staging.stg_comparison_variant.exposure is 'integration or dialogue.';
comment on column staging.stg_comparison_variant.outcome is 'Metric or measure that is compared.';
comment on column staging.stg_comparison_variant.platform is 'Platform of the metric; all where it has none.';
comment on column staging.stg_comparison_variant.exposure_end is 'Last day of the period by which cohorts were formed.';
comment on column staging.stg_comparison_variant.variant is 'Specification, its choices joined by plus signs.';
comment on column staging.stg_comparison_variant.cut_off is 'quartile, tertile or quintile.';
comment on column staging.stg_comparison_variant.weighting is 'Weights of the pillars, or which pillar is left out.';
comment on column staging.stg_comparison_variant.strata is 'How peers are formed.';
comment on column staging.stg_comparison_variant.estimator is 'Estimator.';
comment on column staging.stg_comparison_variant.exclusion is 'Who is left out.';
comment on column staging.stg_comparison_variant.is_headline is 'Whether it is the headline specification.';
comment on column staging.stg_comparison_variant.state is 'SHOWN or NOT_ENOUGH_DATA.';
comment on column staging.stg_comparison_variant.estimate is 'High minus low, in the unit.';
comment on column staging.stg_comparison_variant.ci_low is 'Lower limit of the 95 % interval.';
comment on column staging.stg_comparison_variant.ci_high is 'Upper limit of the 95 % interval.';
comment on column staging.stg_comparison_variant.n_high is 'Providers of the high cohort.';
comment on column staging.stg_comparison_variant.n_low is 'Providers of the low cohort.';
comment on column staging.stg_comparison_variant.unit is 'Unit of the estimate.';
comment on column staging.stg_comparison_variant.definition_version is 'Version of the definition.';

create unlogged table staging.stg_dose_response (
    release_id text not null,
    claim text,
    exposure text,
    outcome text,
    platform text,
    exposure_end date,
    step integer,
    state text,
    percentile double precision,
    n bigint,
    adjusted double precision,
    ci_low double precision,
    ci_high double precision,
    unit text,
    definition_version text
);

comment on table staging.stg_dose_response is
    'One row per claim, exposure, outcome, platform, exposure period and step, per release that is being '
    'published.';
comment on column staging.stg_dose_response.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_dose_response.claim is 'C1: high integration and engagement; C2: two-way communication and recommendation; OTHER otherwise.';
comment on column staging.stg_dose_response.exposure is 'integration or dialogue.';
comment on column staging.stg_dose_response.outcome is 'Metric or measure that is compared.';
comment on column staging.stg_dose_response.platform is 'Platform of the metric; all where it has none.';
comment on column staging.stg_dose_response.exposure_end is 'Last day of the period by which cohorts were formed.';
comment on column staging.stg_dose_response.step is 'Tenth of the index, 1 to 10; 0 for the slope over all of it.';
comment on column staging.stg_dose_response.state is 'SHOWN, NOT_ENOUGH_DATA or SUPPRESSED.';
comment on column staging.stg_dose_response.percentile is 'Middle of the step, 0 to 1.';
comment on column staging.stg_dose_response.n is 'Providers of the step.';
comment on column staging.stg_dose_response.adjusted is 'Adjusted mean of the outcome; for step 0 the slope per standard deviation.';
comment on column staging.stg_dose_response.ci_low is 'Lower limit of the 95 % interval.';
comment on column staging.stg_dose_response.ci_high is 'Upper limit of the 95 % interval.';
comment on column staging.stg_dose_response.unit is 'Unit of the values.';
comment on column staging.stg_dose_response.definition_version is 'Version of the definition.';

create unlogged table staging.stg_index_validity (
    release_id text not null,
    period_start date,
    check_id text,
    subject text,
    value double precision,
    gate_low double precision,
    gate_high double precision,
    result text,
    definition_version text
);

comment on table staging.stg_index_validity is
    'One row per period, check and subject, per release that is being published.';
comment on column staging.stg_index_validity.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_index_validity.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column staging.stg_index_validity.check_id is 'Check.';
comment on column staging.stg_index_validity.subject is 'What was looked at, for example the pillar that was left out.';
comment on column staging.stg_index_validity.value is 'Result; NULL where it could not be computed.';
comment on column staging.stg_index_validity.gate_low is 'Least value that passes.';
comment on column staging.stg_index_validity.gate_high is 'Largest value that passes.';
comment on column staging.stg_index_validity.result is 'PASSED, WARNED, FAILED, INFORMATION or NOT_ENOUGH_DATA.';
comment on column staging.stg_index_validity.definition_version is 'Version of the definition.';

create unlogged table staging.stg_peer_position (
    release_id text not null,
    organization_id text,
    measure_id text,
    platform text,
    period_start date,
    period_end date,
    peer_dimension text,
    peer_group text,
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
    position text,
    unit text,
    definition_version text
);

comment on table staging.stg_peer_position is
    'One row per provider, measure, platform, period and peer group, per release that is being published.';
comment on column staging.stg_peer_position.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column staging.stg_peer_position.organization_id is 'Provider.';
comment on column staging.stg_peer_position.measure_id is 'Metric or measure.';
comment on column staging.stg_peer_position.platform is 'Platform; all where it has none.';
comment on column staging.stg_peer_position.period_start is 'First day of the period; NULL where the source does not say.';
comment on column staging.stg_peer_position.period_end is 'Last day of the period.';
comment on column staging.stg_peer_position.peer_dimension is 'What providers are grouped by.';
comment on column staging.stg_peer_position.peer_group is 'The group.';
comment on column staging.stg_peer_position.value is
    'Value of the provider; NULL where too few people are behind it to be shown.';
comment on column staging.stg_peer_position.n is 'Surveys, posts or items behind the value.';
comment on column staging.stg_peer_position.ci_low is
    'Lower limit of the 95 % interval of the value; NULL where it is no share of counted cases.';
comment on column staging.stg_peer_position.ci_high is 'Upper limit of the 95 % interval of the value.';
comment on column staging.stg_peer_position.peers is 'Providers of the group with a value; NULL where suppressed.';
comment on column staging.stg_peer_position.peer_median is 'Median of the group; NULL below 11 peers.';
comment on column staging.stg_peer_position.percentile is 'Mid-percentile in the group, 0 to 1.';
comment on column staging.stg_peer_position.shrunk_value is 'Value pulled towards the group as far as its n is small: for ranking only.';
comment on column staging.stg_peer_position.shrunk_low is 'Lower limit of its 95 % interval.';
comment on column staging.stg_peer_position.shrunk_high is 'Upper limit of its 95 % interval.';
comment on column staging.stg_peer_position.reliability is 'Share of the variation that is between providers, 0 to 1.';
comment on column staging.stg_peer_position.funnel is
    'WITHIN, OUTSIDE_95 or OUTSIDE_998 of what chance gives around the share of all cases of the group.';
comment on column staging.stg_peer_position.position is
    'ABOVE or BELOW: the interval lies beyond a quartile of the group. NOT_DISTINGUISHABLE: it holds the median. '
    'TYPICAL: neither. NOT_ENOUGH_DATA: no interval, or below 20 peers. Or SUPPRESSED.';
comment on column staging.stg_peer_position.unit is 'Unit of the value.';
comment on column staging.stg_peer_position.definition_version is 'Version of the definition.';
