drop view if exists mart.cohort_balance;

create view mart.cohort_balance as
select
    balance.release_id,
    balance.exposure,
    balance.outcome,
    balance.platform,
    balance.exposure_end,
    balance.covariate,
    balance.mean_high,
    balance.mean_low,
    balance.smd_raw,
    balance.smd_weighted,
    balance.definition_version
from ops.published_release as published
join warehouse.result_cohort_balance as balance using (release_id);

comment on view mart.cohort_balance is
    'Question 2: how alike both cohorts are before and after weighting: one row per exposure, outcome, '
    'platform, exposure period and covariate. Of the published release.';
comment on column mart.cohort_balance.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.cohort_balance.exposure is 'integration or dialogue.';
comment on column mart.cohort_balance.outcome is 'Metric or measure that is compared.';
comment on column mart.cohort_balance.platform is 'Platform of the metric; all where it has none.';
comment on column mart.cohort_balance.exposure_end is 'Last day of the period by which cohorts were formed.';
comment on column mart.cohort_balance.covariate is 'Covariate of the propensity.';
comment on column mart.cohort_balance.mean_high is 'Mean of the high cohort.';
comment on column mart.cohort_balance.mean_low is 'Mean of the low cohort.';
comment on column mart.cohort_balance.smd_raw is 'Standardised difference before weighting.';
comment on column mart.cohort_balance.smd_weighted is 'Standardised difference after overlap weighting.';
comment on column mart.cohort_balance.definition_version is 'Version of the definition.';
