drop view if exists mart.check_result;

create view mart.check_result as
select
    check_result.release_id,
    check_result.check_id,
    check_result.severity,
    check_result.violations,
    check_result.total,
    check_result.threshold_pct,
    check_result.status,
    check_result.note
from ops.published_release as published
join ops.check_result as check_result using (release_id);

comment on view mart.check_result is
    'Results of the quality checks, one row per check. Of the published release.';
comment on column mart.check_result.release_id is 'Release that the row belongs to, for example 2025-12-06.1.';
comment on column mart.check_result.check_id is 'Check, as config/quality/checks.csv names it.';
comment on column mart.check_result.severity is 'fatal stops publishing, warning does not.';
comment on column mart.check_result.violations is 'Rows that violate the check.';
comment on column mart.check_result.total is 'Rows that were checked.';
comment on column mart.check_result.threshold_pct is 'Share of violations up to which the check passes, in percent.';
comment on column mart.check_result.status is 'PASSED, FAILED, or NOT_APPLICABLE where there was nothing to check.';
comment on column mart.check_result.note is 'What the check protects.';
