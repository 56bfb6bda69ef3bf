-- Violations: topics whose three shares do not sum to 99, 100 or 101. Total: topics with all three shares.
select count(*) filter (where total_pct not between 99 and 101) as violations, count(*) as total
from (
    select sum(value) as total_pct
    from staging.stg_outcome
    where release_id = :release_id
      and measure_id ~ '^oas_[a-z]+_(top|middle|bottom)$'
      and value is not null
    group by organization_id, split_part(measure_id, '_', 2), period_start, source_id
    having count(*) = 3
) as topic;
