-- Replaces the rows of the release.

delete from warehouse.result_cohort_balance
where release_id = :release_id;

insert into warehouse.result_cohort_balance (
    release_id, exposure, outcome, platform, exposure_end, covariate, mean_high, mean_low, smd_raw,
    smd_weighted, definition_version
)
select
    release_id, exposure, outcome, platform, exposure_end, covariate, mean_high, mean_low, smd_raw,
    smd_weighted, definition_version
from staging.stg_cohort_balance
where release_id = :release_id;
