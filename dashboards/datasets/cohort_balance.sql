-- How alike both cohorts are before and after weighting.
select
    exposure, outcome, platform, exposure_end, covariate, mean_high, mean_low, smd_raw, smd_weighted, definition_version
from mart.cohort_balance
order by
    exposure collate "C", outcome collate "C", platform collate "C", exposure_end, covariate collate "C"
