-- Replaces the rows of the release.

delete from warehouse.result_dose_response
where release_id = :release_id;

insert into warehouse.result_dose_response (
    release_id, claim, exposure, outcome, platform, exposure_end, step, state, percentile, n, adjusted,
    ci_low, ci_high, unit, definition_version
)
select
    release_id, claim, exposure, outcome, platform, exposure_end, step, state, percentile, n, adjusted,
    ci_low, ci_high, unit, definition_version
from staging.stg_dose_response
where release_id = :release_id;
