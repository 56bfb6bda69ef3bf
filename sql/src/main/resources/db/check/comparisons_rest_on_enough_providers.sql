-- Violations: shown comparisons of fewer than twenty providers in a cohort. Total: shown comparisons.
select
    count(*) filter (where n_high < 20 or n_low < 20 or n_high is null or n_low is null) as violations,
    count(*) as total
from staging.stg_cohort_comparison
where release_id = :release_id
  and state = 'SHOWN'
  and layer <> 'MOVERS';
