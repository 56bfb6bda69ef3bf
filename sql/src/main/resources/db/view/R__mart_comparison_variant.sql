drop view if exists mart.comparison_variant;

create view mart.comparison_variant as
select
    variant.release_id,
    variant.claim,
    variant.exposure,
    variant.outcome,
    variant.platform,
    variant.exposure_end,
    variant.variant,
    variant.cut_off,
    variant.weighting,
    variant.strata,
    variant.estimator,
    variant.exclusion,
    variant.is_headline,
    variant.state,
    variant.estimate,
    variant.ci_low,
    variant.ci_high,
    variant.n_high,
    variant.n_low,
    variant.unit,
    variant.definition_version
from ops.published_release as published
join warehouse.result_comparison_variant as variant using (release_id);

comment on view mart.comparison_variant is
    'Question 2: what the headline would be under other reasonable choices: one row per claim and '
    'specification. Of the published release.';
comment on column mart.comparison_variant.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.comparison_variant.claim is 'C1: high integration and engagement; C2: two-way communication and recommendation; OTHER otherwise.';
comment on column mart.comparison_variant.exposure is 'integration or dialogue.';
comment on column mart.comparison_variant.outcome is 'Metric or measure that is compared.';
comment on column mart.comparison_variant.platform is 'Platform of the metric; all where it has none.';
comment on column mart.comparison_variant.exposure_end is 'Last day of the period by which cohorts were formed.';
comment on column mart.comparison_variant.variant is 'Specification, its choices joined by plus signs.';
comment on column mart.comparison_variant.cut_off is 'quartile, tertile or quintile.';
comment on column mart.comparison_variant.weighting is 'Weights of the pillars, or which pillar is left out.';
comment on column mart.comparison_variant.strata is 'How peers are formed.';
comment on column mart.comparison_variant.estimator is 'Estimator.';
comment on column mart.comparison_variant.exclusion is 'Who is left out.';
comment on column mart.comparison_variant.is_headline is 'Whether it is the headline specification.';
comment on column mart.comparison_variant.state is 'SHOWN or NOT_ENOUGH_DATA.';
comment on column mart.comparison_variant.estimate is 'High minus low, in the unit.';
comment on column mart.comparison_variant.ci_low is 'Lower limit of the 95 % interval.';
comment on column mart.comparison_variant.ci_high is 'Upper limit of the 95 % interval.';
comment on column mart.comparison_variant.n_high is 'Providers of the high cohort.';
comment on column mart.comparison_variant.n_low is 'Providers of the low cohort.';
comment on column mart.comparison_variant.unit is 'Unit of the estimate.';
comment on column mart.comparison_variant.definition_version is 'Version of the definition.';
