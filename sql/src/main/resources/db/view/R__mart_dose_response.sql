drop view if exists mart.dose_response;

create view mart.dose_response as
select
    response.release_id,
    response.claim,
    response.exposure,
    response.outcome,
    response.platform,
    response.exposure_end,
    response.step,
    response.state,
    response.percentile,
    response.n,
    response.adjusted,
    response.ci_low,
    response.ci_high,
    response.unit,
    response.definition_version
from ops.published_release as published
join warehouse.result_dose_response as response using (release_id);

comment on view mart.dose_response is
    'Question 2: the outcome over the whole range of the index: one row per claim, exposure, outcome, '
    'platform, exposure period and step. Of the published release.';
comment on column mart.dose_response.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.dose_response.claim is 'C1: high integration and engagement; C2: two-way communication and recommendation; OTHER otherwise.';
comment on column mart.dose_response.exposure is 'integration or dialogue.';
comment on column mart.dose_response.outcome is 'Metric or measure that is compared.';
comment on column mart.dose_response.platform is 'Platform of the metric; all where it has none.';
comment on column mart.dose_response.exposure_end is 'Last day of the period by which cohorts were formed.';
comment on column mart.dose_response.step is 'Tenth of the index, 1 to 10; 0 for the slope over all of it.';
comment on column mart.dose_response.state is 'SHOWN, NOT_ENOUGH_DATA or SUPPRESSED.';
comment on column mart.dose_response.percentile is 'Middle of the step, 0 to 1.';
comment on column mart.dose_response.n is 'Providers of the step.';
comment on column mart.dose_response.adjusted is 'Adjusted mean of the outcome; for step 0 the slope per standard deviation.';
comment on column mart.dose_response.ci_low is 'Lower limit of the 95 % interval.';
comment on column mart.dose_response.ci_high is 'Upper limit of the 95 % interval.';
comment on column mart.dose_response.unit is 'Unit of the values.';
comment on column mart.dose_response.definition_version is 'Version of the definition.';
