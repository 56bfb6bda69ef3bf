drop view if exists mart.index_validity;

create view mart.index_validity as
select
    validity.release_id,
    validity.period_start,
    validity.check_id,
    validity.subject,
    validity.value,
    validity.gate_low,
    validity.gate_high,
    validity.result,
    validity.definition_version
from ops.published_release as published
join warehouse.result_index_validity as validity using (release_id);

comment on view mart.index_validity is
    'Question 2 and 12: whether the index measures one thing, and whether its cohorts are stable: one row per '
    'period, check and subject. Of the published release.';
comment on column mart.index_validity.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.index_validity.period_start is 'First day of the period: a Monday, thirteen weeks before the end.';
comment on column mart.index_validity.check_id is 'Check.';
comment on column mart.index_validity.subject is 'What was looked at, for example the pillar that was left out.';
comment on column mart.index_validity.value is 'Result; NULL where it could not be computed.';
comment on column mart.index_validity.gate_low is 'Least value that passes.';
comment on column mart.index_validity.gate_high is 'Largest value that passes.';
comment on column mart.index_validity.result is 'PASSED, WARNED, FAILED, INFORMATION or NOT_ENOUGH_DATA.';
comment on column mart.index_validity.definition_version is 'Version of the definition.';
