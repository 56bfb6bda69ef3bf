-- Violations: headlines without verdict or finding, or findings elsewhere. Total: comparisons.
select
    count(*) filter (
        where is_headline is distinct from (verdict is not null)
           or is_headline is distinct from (finding is not null)
    ) as violations,
    count(*) as total
from staging.stg_cohort_comparison
where release_id = :release_id;
