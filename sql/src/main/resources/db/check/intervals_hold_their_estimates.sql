-- Violations: intervals that do not hold their estimate. Total: comparisons and positions with an interval.
select
    count(*) filter (where ci_low > ci_high or estimate < ci_low or estimate > ci_high) as violations,
    count(*) as total
from (
    select estimate, ci_low, ci_high
    from staging.stg_cohort_comparison
    where release_id = :release_id
      and ci_low is not null
    union all
    select value, ci_low, ci_high
    from staging.stg_peer_position
    where release_id = :release_id
      and ci_low is not null
) as estimated;
