-- The outcome over the whole range of the index.
select
    claim, exposure, outcome, platform, exposure_end, step, state, percentile, n, adjusted, ci_low, ci_high, unit,
    definition_version
from mart.dose_response
order by claim collate "C", exposure collate "C", outcome collate "C", platform collate "C", exposure_end, step
