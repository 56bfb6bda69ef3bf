-- Violations: periods that end before they start. Total: periods of which both days are known.
select count(*) filter (where period_start > period_end) as violations, count(*) as total
from (
    select period_start, period_end from staging.stg_outcome where release_id = :release_id
    union all
    select period_start, period_end from staging.stg_peer_distribution where release_id = :release_id
    union all
    select period_start, period_end from staging.stg_recommendation where release_id = :release_id
) as measured
where period_start is not null
  and period_end is not null;
